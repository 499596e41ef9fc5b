import { Sentences } from '../matching/sentences.js';
import type { Block, FrontMatter, Heading, MemoFormat, Refusal } from '../memo/memo.js';
import { readMemo, type MemoLimits } from '../memo/read.js';
import type { Level } from '../rules/level.js';
import type { Ruleset } from '../rules/ruleset.js';
import { fold } from '../text/folding.js';
import { withCompany } from './company.js';
import { applyDirectives, readDirectives } from './directives.js';
import type { Finding } from './finding.js';
import { judgeProse, type SearchedProse } from './judge.js';

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
  for (const [prose, company] of withCompany(search(memo.blocks, ruleset))) {
    for (const finding of judgeProse(prose, company, { text, ruleset, levels: options.levels ?? {} }))
      found.push(finding);
  }
  found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return {
    findings: applyDirectives(found, readDirectives(memo), text, (id) => ruleset.knows(id)),
    headings: memo.headings,
    ...(memo.frontMatter === undefined ? {} : { frontMatter: memo.frontMatter }),
  };
}

function* search(blocks: readonly Block[], ruleset: Ruleset): Generator<SearchedProse> {
  for (const block of blocks) {
    const folded = fold(block.prose);
    let known: Sentences | undefined;
    const sentences = (): Sentences => (known ??= new Sentences(folded));
    yield { block, folded, sentences, matches: ruleset.find(folded, sentences) };
  }
}
