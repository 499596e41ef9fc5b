import type { Finding, Lowering } from '../review/finding.js';
import type { Section } from '../rules/knowledge.js';
import type { Authority } from '../rules/pack.js';
import type { RuleEntry } from '../rules/ruleset.js';
import { commandIds } from './commandIds.js';
import { commandLink } from './commandLinks.js';
import { isAboutSuppression, type FindingReference } from './findings.js';
import {
  authorityReservation,
  authorityStanding,
  inLanguage,
  levelSentence,
  sectionLabel,
  termOf,
} from './findingText.js';
import { escapeMarkdown, link } from './markdownText.js';
import { thresholdText, verdictText } from '../output/thresholdText.js';
import type { Words } from './wordForms.js';

/** How many lines the card has for thresholds, and for these and authorities together; the guidance lists all. */
const most = { thresholds: 2, law: 3 } as const;

export interface HoverSubject {
  readonly finding: Finding;
  readonly entry: RuleEntry;
  readonly section: Section | undefined;
  readonly reference: FindingReference;
  /** The words that lower the finding, as written; absent when none do. */
  readonly cue?: string;
  /** Whether the editor shows the finding's message itself, right above the card. */
  readonly messageShown: boolean;
}

/**
 * The card of one finding in Markdown, at most about eight lines: what was found and how grave it is, why it matters
 * (unless that is said right above), what to do, the thresholds and authorities, and the section of the report.
 */
export function hoverText(subject: HoverSubject, words: Words): string {
  const { finding, entry, messageShown } = subject;
  const { message, advice } = entry.rule;
  const head = [
    `**${escapeMarkdown(termOf(finding))}** — ${escapeMarkdown(inLanguage(entry.topic.label, words))}`,
    escapeMarkdown(levelSentence(finding.level, words)),
    ...reservations(subject, words),
  ];
  const limits = thresholdLines(finding, entry, words);
  const law = [...limits, ...authorityLines(entry.authorities, most.law - limits.length, words)];
  const why = messageShown ? [] : [escapeMarkdown(inLanguage(message, words))];
  const next = [words.t('**Next:** {0}', escapeMarkdown(inLanguage(advice, words)))];
  // VS Code shows about twelve lines before one has to scroll: what can be done stands above the law, which may be cut off.
  const parts = [head, why, next, links(subject, words), law];
  // A backslash at the end of a line breaks it: a card is not a column of paragraphs.
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\\\n'))
    .join('\n\n');
}

/** What takes weight from the finding: the memo does not simply state it, or its author has set it aside. */
function reservations({ finding, cue }: HoverSubject, words: Words): string[] {
  const lines: string[] = [];
  if (finding.lowered !== undefined) {
    lines.push(escapeMarkdown(loweringText(finding.lowered.kind, oneLine(cue ?? ''), words)));
  }
  if (finding.suppressed !== undefined) {
    const { reason } = finding.suppressed;
    const text = reason === '' ? words.t('Suppressed, no reason given.') : words.t('Suppressed: {0}', reason);
    lines.push(escapeMarkdown(text));
  }
  return lines;
}

function loweringText(kind: Lowering['kind'], cue: string, words: Words): string {
  switch (kind) {
    case 'denied':
      return words.t('The memo denies it (“{0}”), so it counts as a mention.', cue);
    case 'supposed':
      return words.t('The memo only supposes it (“{0}”), so it counts as a mention.', cue);
    case 'quoted':
      return words.t('The memo quotes it as a word (“{0}”), so it counts as a mention.', cue);
  }
}

/** A cue may be wrapped over a line end, or be a whole clause. */
function oneLine(cue: string): string {
  const text = cue.replace(/\s+/gu, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** Where the value that was read lies, or the thresholds alone when none was. */
function thresholdLines({ quantity }: Finding, { rule }: RuleEntry, words: Words): string[] {
  const { language } = words;
  const lines =
    quantity?.verdicts.map((verdict) => verdictText(quantity, verdict, language)) ??
    (rule.thresholds ?? []).map((threshold) => thresholdText(threshold, language));
  return lines.slice(0, most.thresholds).map(escapeMarkdown);
}

function authorityLines(authorities: readonly Authority[], room: number, words: Words): string[] {
  const lines = authorities.slice(0, room).map((authority) => {
    const reservation = authorityReservation(authority, words);
    const standing = authorityStanding(authority, words) + (reservation === '' ? '' : words.t('; {0}', reservation));
    return `${link(inLanguage(authority.citation, words), authority.url)} — ${escapeMarkdown(standing)}`;
  });
  const left = authorities.length - lines.length;
  const last = lines.at(-1);
  if (left === 0 || last === undefined) return lines;
  return [...lines.slice(0, -1), `${last} ${escapeMarkdown(words.t('({0} more in the guidance)', left))}`];
}

function links({ finding, section, reference }: HoverSubject, words: Words): string[] {
  if (isAboutSuppression(finding)) return [];
  const guidance =
    section === undefined
      ? []
      : [
          commandLink(words.t('Open guidance: {0}', sectionLabel(section, words)), commandIds.openGuidance, section.id),
          commandLink(words.t('Show in the Report view'), commandIds.revealSection, section.id),
        ];
  const suppress =
    finding.suppressed === undefined
      ? [commandLink(words.t('Suppress with a reason'), commandIds.suppressInBlock, reference)]
      : [];
  const all = [...guidance, ...suppress];
  return all.length === 0 ? [] : [all.join(' · ')];
}
