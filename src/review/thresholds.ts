import { findQuantities, type Quantity } from '../matching/quantities/quantities.js';
import { meets, type Interval } from '../matching/quantities/interval.js';
import type { Sentences } from '../matching/sentences.js';
import { levels, milder, type Level } from '../rules/level.js';
import type { Rule, Threshold } from '../rules/pack.js';
import type { Folded } from '../text/folding.js';
import { overlaps, type Span } from '../text/span.js';
import type { Verdict } from './finding.js';

/*
 * Which quantity a finding speaks of, and on which side of the rule's thresholds it falls.
 */

/** The quantities of a block, read when somebody asks. */
export class ProseQuantities {
  private known: readonly Quantity[] | undefined;

  /** @param labels what heads the block where it is a cell, folded */
  constructor(
    private readonly prose: { readonly folded: Folded; readonly sentences: () => Sentences },
    private readonly labels: readonly string[],
  ) {}

  /**
   * The quantity that a term speaks of: one that overlaps it, else the nearest in its clause, else the only one in its sentence.
   * @param term folded offsets
   */
  of(term: Span, measures: ReadonlySet<string>): Quantity | undefined {
    const fitting = this.fitting(measures);
    const own = fitting.find((one) => overlaps(one, term));
    if (own !== undefined || fitting.length === 0) return own;
    const sentences = this.prose.sentences();
    const sentence = sentences.indexOf(term.start);
    const near = fitting.filter(({ start }) => sentences.indexOf(start) === sentence);
    const inClause = near.filter((one) => !clauseEnd.test(this.between(one, term)));
    const nearest = inClause.sort((a, b) => distance(a, term) - distance(b, term))[0];
    return nearest ?? (near.length === 1 ? near[0] : undefined);
  }

  /** The quantity of these measures if there is but one. */
  only(measures: ReadonlySet<string>): Quantity | undefined {
    const fitting = this.fitting(measures);
    return fitting.length === 1 ? fitting[0] : undefined;
  }

  private fitting(measures: ReadonlySet<string>): Quantity[] {
    this.known ??= findQuantities(this.prose.folded, this.labels);
    return this.known.filter(({ measure }) => measures.has(measure));
  }

  private between(a: Span, b: Span): string {
    const [first, second] = a.start < b.start ? [a, b] : [b, a];
    return String.fromCharCode(...this.prose.folded.units.subarray(first.end, Math.max(first.end, second.start)));
  }

  /** Whether the words right around a quantity call it a threshold. */
  isStated({ start, end }: Quantity): boolean {
    const { units, length } = this.prose.folded;
    const before = String.fromCharCode(...units.subarray(Math.max(0, start - 16), start));
    const behind = String.fromCharCode(...units.subarray(end, Math.min(length, end + 24)));
    return lineBefore.test(before) || lineBehind.test(behind);
  }
}

const clauseEnd = /[;；,，、:：|]|(?<![a-z])(?:and|but|while)(?![a-z])/u;
const lineWord = '(?:threshold|line|limit|test|cap|ceiling|floor|trigger|mark|cut-?off)s?';
const lineBehind = new RegExp(
  `^ ?(?:[a-z]+ ){0,2}${lineWord}(?![a-z])|^ ?的?(?:那条|这条)?(?:门槛|阈值|红线|界线|标准线|标准|上限|下限|线(?!上|下|路|程|索))`,
  'u',
);
const lineBefore = new RegExp(
  `(?<![a-z])${lineWord} ?(?:of|at|is|:)? ?$|(?:门槛|阈值|红线|上限|下限|标准)(?:为|是|:|定在)? ?$`,
  'u',
);

function distance(a: Span, b: Span): number {
  return a.end <= b.start ? b.start - a.end : Math.max(0, a.start - b.end);
}

/** On which side of each threshold of its measure a quantity falls, in the order of the rule. */
export function judgeQuantity({ thresholds = [] }: Rule, quantity: Quantity, isStated: boolean): Verdict[] {
  return thresholds.flatMap((threshold): Verdict[] => {
    if (threshold.measure !== quantity.measure) return [];
    if (threshold.measure === 'money' && threshold.unit !== undefined && threshold.unit !== quantity.currency)
      return [];
    return [{ threshold, side: sideOf(quantity.interval, threshold, isStated) }];
  });
}

function sideOf(interval: Interval, { comparison, at }: Threshold, isStated: boolean): Verdict['side'] {
  if (isStated && (interval.low === at || interval.high === at)) return 'stated';
  const met = meets(interval, comparison, at);
  return met === undefined ? 'straddles' : met ? 'met' : 'unmet';
}

/**
 * The level of a finding whose value was read: the gravest that a threshold met asks for; a note when the rule has such thresholds
 * and the value is on the quiet side of all of them; else the rule's own.
 */
export function levelAfter(rule: Rule, verdicts: readonly Verdict[]): Level {
  const grave = verdicts.filter(({ threshold }) => threshold.level !== undefined);
  const met = grave.flatMap(({ threshold: { level }, side }) => (side === 'met' && level !== undefined ? [level] : []));
  if (met.length > 0) return met.reduce((a, b) => (levels.indexOf(a) <= levels.indexOf(b) ? a : b));
  return grave.length > 0 && grave.every(({ side }) => side === 'unmet') ? milder(rule.level, 'note') : rule.level;
}
