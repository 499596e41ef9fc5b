import type { Lowering } from '../review/finding.js';
import type { Level } from '../rules/level.js';
import { levels } from '../rules/level.js';
import type { Authority } from '../rules/pack.js';
import type { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { printable } from './displayWidth.js';
import { excerpt } from './excerpt.js';
import type { AuthorityRecord, FindingRecord } from './record.js';

/** What parts of the report look like; every function gives its text back with escape codes around it, or as it is. */
export interface Styler {
  level(level: Level, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  good(text: string): string;
  bad(text: string): string;
}

/** For files, pipes, and terminals that want no colour. */
export const plain: Styler = {
  level: (_level, text) => text,
  strong: (text) => text,
  faint: (text) => text,
  good: (text) => text,
  bad: (text) => text,
};

/** The words of the report in one language. */
export interface PrettyWords {
  readonly levels: Readonly<Record<Level, string>>;
  readonly statuses: Readonly<Record<Authority['status'], string>>;
  readonly confidences: Readonly<Record<Authority['confidence'], string>>;
  readonly authority: string;
  /** Said in place of authorities that were given with the finding on an earlier line. */
  readonly asAbove: (line: number) => string;
  readonly section: string;
  readonly state: string;
  readonly value: string;
  readonly lowered: Readonly<Record<Lowering['kind'], string>>;
  readonly suppressed: (reason: string) => string;
  readonly checked: (date: string) => string;
  readonly clean: string;
  readonly skipped: string;
  readonly failed: string;
  readonly summary: (tally: Tally) => string;
  readonly disclaimer: string;
}

/** What was reviewed and found in one run. */
export interface Tally {
  reviewed: number;
  clean: number;
  skipped: number;
  failed: number;
  suppressed: number;
  /** Findings by level; suppressed ones are not among them. */
  readonly byLevel: Record<Level, number>;
}

/** How to show the report: in which words and style, and in how many columns. */
export interface Look {
  readonly styler: Styler;
  readonly words: PrettyWords;
  readonly width: number;
  /** The title of a section of the country report. */
  sectionTitle(section: string): string | undefined;
}

/** A tally with nothing in it. */
export function emptyTally(): Tally {
  return {
    reviewed: 0,
    clean: 0,
    skipped: 0,
    failed: 0,
    suppressed: 0,
    byLevel: { critical: 0, caution: 0, note: 0, mention: 0 },
  };
}

/**
 * The findings of one memo, a text for each, or the word that it is clean. The authorities of a rule are given with its first
 * finding; later ones point there. `spans[i]` is the place of `records[i]` in the text of `lines`.
 */
export function* prettyMemo(
  file: string,
  lines: Lines,
  records: readonly FindingRecord[],
  spans: readonly Span[],
  look: Look,
): Generator<string> {
  const { styler, words } = look;
  if (records.length === 0) yield `${styler.strong(printable(file))}  ${styler.good(words.clean)}\n`;
  const told = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    yield `${finding(record, lines, spans[index], told.get(record.rule), look)}\n`;
    if (!told.has(record.rule)) told.set(record.rule, record.line);
  }
}

/** The line for a memo that could not be reviewed (why is said as an error): it must never look clean. */
export function prettyUnreviewed(file: string, skipped: boolean, { styler, words }: Look): string {
  return `${styler.strong(printable(file))}  ${styler.bad(skipped ? words.skipped : words.failed)}\n`;
}

/** What the run found in all, and what it is worth. */
export function prettySummary(tally: Tally, { styler, words }: Look): string {
  return `${styler.strong(words.summary(tally))}\n${styler.faint(words.disclaimer)}\n`;
}

/** Counts the findings of one reviewed memo into a tally. */
export function count(tally: Tally, records: readonly FindingRecord[]): void {
  tally.reviewed++;
  if (records.length === 0) tally.clean++;
  for (const record of records) {
    if (record.suppressed === undefined) tally.byLevel[record.level]++;
    else tally.suppressed++;
  }
}

/** The counts by level, gravest first, without zeros. */
export function countsByLevel(tally: Tally): [Level, number][] {
  return levels.map((level): [Level, number] => [level, tally.byLevel[level]]).filter(([, count]) => count > 0);
}

/** `toldAt` is the line of the finding that gave this rule's authorities, if one did. */
function finding(
  record: FindingRecord,
  lines: Lines,
  span: Span | undefined,
  toldAt: number | undefined,
  look: Look,
): string {
  const { styler, words } = look;
  const place = `${printable(record.file)}:${record.line}:${record.column}`;
  const level = styler.level(record.level, words.levels[record.level]);
  const term = styler.strong(printable(oneLine(record.text)));
  const parts = [`${styler.strong(place)}  ${level}  ${term}: ${record.message} ${styler.faint(`(${record.rule})`)}`];
  const gutter = String(record.endLine).length + 2;
  if (span !== undefined) parts.push(...source(lines, span, gutter, record.level, look));
  const row = (label: string, text: string): string => `${' '.repeat(gutter)}${styler.faint(`${label}:`)} ${text}`;
  const lowering = record.negated ? 'denied' : record.lowered;
  if (lowering !== undefined) parts.push(row(words.state, words.lowered[lowering]));
  for (const { says } of record.quantity?.thresholds ?? []) parts.push(row(words.value, printable(says)));
  if (record.suppressed !== undefined)
    parts.push(row(words.state, words.suppressed(printable(record.suppressed.reason))));
  if (toldAt !== undefined) {
    parts.push(row(words.authority, words.asAbove(toldAt)));
    return `${parts.join('\n')}\n`;
  }
  for (const authority of record.authorities) parts.push(row(words.authority, authorityLine(authority, look)));
  const title = look.sectionTitle(record.section);
  parts.push(row(words.section, title === undefined ? record.section : `${record.section} ${title}`));
  return `${parts.join('\n')}\n`;
}

function source(lines: Lines, span: Span, gutter: number, level: Level, { styler, width }: Look): string[] {
  const bar = styler.faint('│');
  return excerpt(lines, span, Math.max(20, width - gutter - 3)).flatMap((line) => {
    const number = line.number === undefined ? '' : String(line.number);
    const shown = `${styler.faint(number.padStart(gutter))} ${bar} ${line.text}`;
    if (line.underlineLength === 0) return [shown];
    const carets = styler.level(level, '^'.repeat(line.underlineLength));
    return [shown, `${' '.repeat(gutter)} ${bar} ${' '.repeat(line.underlineStart)}${carets}`];
  });
}

function authorityLine(authority: AuthorityRecord, { styler, words }: Look): string {
  const facts = [words.statuses[authority.status], words.checked(authority.checked)];
  if (authority.confidence !== 'official') facts.push(words.confidences[authority.confidence]);
  const note = authority.note === undefined ? '' : ` ${authority.note}`;
  return `${authority.citation} [${facts.join(' · ')}]${note} ${styler.faint(authority.url)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\t]\s*/gu, ' ');
}
