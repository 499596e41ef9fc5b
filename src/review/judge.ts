import { findHearsay } from '../matching/hearsay.js';
import { findNegation } from '../matching/negation.js';
import type { Quantity } from '../matching/quantities/quantities.js';
import type { Sentences } from '../matching/sentences.js';
import type { Block } from '../memo/memo.js';
import { milder, type Level } from '../rules/level.js';
import type { Rule } from '../rules/pack.js';
import type { Ruleset } from '../rules/ruleset.js';
import type { Folded } from '../text/folding.js';
import type { Span } from '../text/span.js';
import { selectCandidates, type Candidate } from './candidates.js';
import type { Company, SearchedBlock } from './company.js';
import type { Finding, FindingQuantity, Lowering } from './finding.js';
import { judgeQuantity, levelAfter, ProseQuantities } from './thresholds.js';

/** A block, folded and searched. */
export interface SearchedProse extends SearchedBlock {
  readonly sentences: () => Sentences;
}

/** What all blocks of a memo are judged by. */
export interface JudgeContext {
  readonly text: string;
  readonly ruleset: Ruleset;
  /** Levels by rule or topic id. */
  readonly levels: Readonly<Record<string, Level | 'off'>>;
}

/** The findings of a block: matches in the right sense, with the values they speak of, lowered where they are denied or head something. */
export function judgeProse(prose: SearchedProse, company: Company<SearchedProse>, context: JudgeContext): Finding[] {
  const { block, folded, sentences, matches } = prose;
  if (matches.length === 0) return [];
  const { text, ruleset, levels } = context;
  const quantities = new RowQuantities(prose, company);
  return selectCandidates(matches, ruleset, folded, sentences, company.has).flatMap((candidate) => {
    const compiled = ruleset.ruleAt(candidate.rule);
    if (compiled === undefined) return [];
    const { rule, topic, section } = compiled.entry;
    const set = levels[rule.id] ?? levels[topic.id];
    if (set === 'off') return [];
    const lowering = rule.negatable === false ? undefined : findLowering(folded, sentences(), candidate);
    const quantity = quantities.of(rule, candidate, text);
    const own = quantity === undefined ? rule.level : levelAfter(rule, quantity.verdicts);
    const named = set ?? (isHeading(block) ? milder(own, 'note') : own);
    const span = spanInSource(prose, candidate);
    const finding: Finding = {
      span,
      text: text.slice(span.start, span.end),
      rule: rule.id,
      topic: topic.id,
      regime: topic.regime,
      level: lowering === undefined ? named : 'mention',
      negated: lowering?.kind === 'denied',
      section,
      ...(quantity === undefined ? {} : { quantity }),
    };
    if (lowering === undefined) return [finding];
    return [{ ...finding, lowered: { kind: lowering.kind, by: spanInSource(prose, lowering) } }];
  });
}

/** The quantities that the terms of one block may speak of: its own, and in a table those of its row. */
class RowQuantities {
  private readonly own: ProseQuantities;
  private beside: readonly (readonly [SearchedProse, ProseQuantities])[] | undefined;

  constructor(
    private readonly prose: SearchedProse,
    private readonly company: Company<SearchedProse>,
  ) {
    this.own = new ProseQuantities(prose, company.labelsOf(prose));
  }

  of(rule: Rule, term: Span, text: string): FindingQuantity | undefined {
    const measures = new Set(rule.thresholds?.map(({ measure }) => measure));
    if (measures.size === 0) return undefined;
    const quantity = this.own.of(term, measures);
    if (quantity !== undefined) return read(rule, quantity, this.prose, this.own, text);
    this.beside ??= this.company.row
      .filter((prose) => prose !== this.prose)
      .map((prose) => [prose, new ProseQuantities(prose, this.company.labelsOf(prose))] as const);
    const inRow = this.beside.flatMap(([prose, quantities]) => {
      const only = quantities.only(measures);
      return only === undefined ? [] : [read(rule, only, prose, quantities, text)];
    });
    return inRow.length === 1 ? inRow[0] : undefined;
  }
}

function read(
  rule: Rule,
  quantity: Quantity,
  prose: SearchedProse,
  quantities: ProseQuantities,
  text: string,
): FindingQuantity | undefined {
  const verdicts = judgeQuantity(rule, quantity, quantities.isStated(quantity));
  if (verdicts.length === 0) return undefined;
  const { measure, interval, currency } = quantity;
  const span = spanInSource(prose, quantity);
  return {
    span,
    text: text.slice(span.start, span.end),
    measure,
    interval,
    ...(currency === undefined ? {} : { currency }),
    verdicts,
  };
}

function spanInSource({ folded, block }: SearchedBlock, { start, end }: Span): Span {
  const prose = folded.map.spanOf(start, end);
  return block.map.spanOf(prose.start, prose.end);
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
