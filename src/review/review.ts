import { findHearsay } from '../matching/hearsay.js';
import { findNegation } from '../matching/negation.js';
import { Sentences } from '../matching/sentences.js';
import type { Block, FrontMatter, Heading, MemoFormat, Refusal } from '../memo/memo.js';
import { readMemo, type MemoLimits } from '../memo/read.js';
import { milder, type Level } from '../rules/level.js';
import type { Ruleset } from '../rules/ruleset.js';
import { fold, type Folded } from '../text/folding.js';
import type { Span } from '../text/span.js';
import { selectCandidates, type Candidate } from './candidates.js';
import { withCompany, type Company, type SearchedBlock } from './company.js';
import { applyDirectives, readDirectives } from './directives.js';
import type { Finding, Lowering } from './finding.js';

/** What a review of one memo gives: plain, immutable and serialisable. */
export interface Review {
  /** Findings in the order of their place in the source, suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly headings: readonly Heading[];
  readonly frontMatter?: FrontMatter;
  /** Set when the text was not reviewed; then there are no findings, and the memo is skipped, not clean. */
  readonly refusal?: Refusal;
}

export interface ReviewOptions {
  /** Levels by rule or topic id; a rule's own goes before its topic's. `off` drops the findings. */
  readonly levels?: Readonly<Record<string, Level | 'off'>>;
  readonly limits?: MemoLimits;
}

/**
 * Reviews a memo: blocks of prose are folded and matched, matches judged by sense and negation, directives applied.
 * @param text the memo as it is on disk or in the editor, byte order mark included
 */
export function review(text: string, format: MemoFormat, ruleset: Ruleset, options: ReviewOptions = {}): Review {
  const reading = readMemo(text, format, options.limits);
  if ('refusal' in reading) return { findings: [], headings: [], refusal: reading.refusal };
  const { memo } = reading;
  const found: Finding[] = [];
  for (const [searched, company] of withCompany(search(memo.blocks, ruleset))) {
    for (const finding of judge(searched, company, text, ruleset, options.levels ?? {})) found.push(finding);
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    findings: applyDirectives(found, readDirectives(memo), text, (id) => ruleset.knows(id)),
    headings: memo.headings,
    ...(memo.frontMatter === undefined ? {} : { frontMatter: memo.frontMatter }),
  };
}

interface Searched extends SearchedBlock {
  readonly folded: Folded;
  readonly sentences: () => Sentences;
}

function* search(blocks: readonly Block[], ruleset: Ruleset): Generator<Searched> {
  for (const block of blocks) {
    const folded = fold(block.prose);
    let known: Sentences | undefined;
    const sentences = (): Sentences => (known ??= new Sentences(folded));
    yield { block, folded, sentences, matches: ruleset.find(folded, sentences) };
  }
}

/** The findings of a block: matches in the right sense, lowered where they are denied or head something. */
function judge(
  { block, folded, sentences, matches }: Searched,
  company: Company,
  text: string,
  ruleset: Ruleset,
  settings: Readonly<Record<string, Level | 'off'>>,
): Finding[] {
  if (matches.length === 0) return [];
  const toSource = (start: number, end: number): Finding['span'] => {
    const prose = folded.map.spanOf(start, end);
    return block.map.spanOf(prose.start, prose.end);
  };
  return selectCandidates(matches, ruleset, folded, sentences, company).flatMap((candidate) => {
    const compiled = ruleset.ruleAt(candidate.rule);
    if (compiled === undefined) return [];
    const { rule, topic, section } = compiled.entry;
    const set = settings[rule.id] ?? settings[topic.id];
    if (set === 'off') return [];
    const lowering = rule.negatable === false ? undefined : findLowering(folded, sentences(), candidate);
    const named = set ?? (isHeading(block) ? milder(rule.level, 'note') : rule.level);
    const span = toSource(candidate.start, candidate.end);
    const finding: Finding = {
      span,
      text: text.slice(span.start, span.end),
      rule: rule.id,
      topic: topic.id,
      regime: topic.regime,
      level: lowering === undefined ? named : 'mention',
      negated: lowering?.kind === 'denied',
      section,
    };
    if (lowering === undefined) return [finding];
    return [{ ...finding, lowered: { kind: lowering.kind, by: toSource(lowering.start, lowering.end) } }];
  });
}

interface Lowered extends Span {
  readonly kind: Lowering['kind'];
}

/** What the words around a term make of it, if they do not simply state it: folded offsets. */
function findLowering(folded: Folded, sentences: Sentences, candidate: Candidate): Lowered | undefined {
  const cue = findNegation(folded, sentences, candidate);
  return cue === undefined ? findHearsay(folded, sentences, candidate) : { kind: 'denied', ...cue };
}

/** Headings name topics more often than they state facts. */
function isHeading({ kind }: Block): boolean {
  return kind === 'heading' || kind === 'header-cell';
}
