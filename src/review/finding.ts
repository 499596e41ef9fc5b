import type { Interval } from '../matching/quantities/interval.js';
import type { Measure } from '../matching/quantities/measures.js';
import type { Level } from '../rules/level.js';
import type { Threshold } from '../rules/pack.js';
import type { Span } from '../text/span.js';

/** One place in a memo where a rule applies. */
export interface Finding {
  /** Source span of the term only. */
  readonly span: Span;
  /** The source between the offsets of `span`, as written. */
  readonly text: string;
  /** Id of the rule, for instance `advanced-chips/nvidia-hopper`. */
  readonly rule: string;
  readonly topic: string;
  readonly regime: string;
  /** The level after headings, negation, suppression and settings have been taken into account. */
  readonly level: Level;
  /** Whether the memo denies it ("no model weights are transferred"); then `level` is `mention`. */
  readonly negated: boolean;
  /** Set when the words around it lower it to `mention`: what they do, and their source span. */
  readonly lowered?: Lowering;
  /** The value that the finding speaks of, where its rule has thresholds for it. */
  readonly quantity?: FindingQuantity;
  /** Id of the report section that gives guidance, for instance `3.2`. */
  readonly section: string;
  /** Set when a directive in the text suppresses the finding; then `level` is `mention`. */
  readonly suppressed?: Suppression;
}

/** A value that was read, and where it lies. */
export interface FindingQuantity {
  /** Source span of the number with its unit. */
  readonly span: Span;
  /** The source between its offsets, as written. */
  readonly text: string;
  readonly measure: Measure;
  /** In the measure's own unit. */
  readonly interval: Interval;
  /** For money (ISO 4217). */
  readonly currency?: string;
  /** In the order of the rule; never empty. */
  readonly verdicts: readonly Verdict[];
}

/**
 * On which side of a threshold the value falls: `met` when the comparison holds for all of it, `unmet` when for none, `straddles`
 * when for some; `stated` when the text only states the threshold ("the 25% line").
 */
export interface Verdict {
  readonly threshold: Threshold;
  readonly side: 'met' | 'unmet' | 'straddles' | 'stated';
}

/** The memo denies the term, only supposes it, or quotes it as a word. */
export interface Lowering {
  readonly kind: 'denied' | 'supposed' | 'quoted';
  readonly by: Span;
}

export interface Suppression {
  /** Why, in the words of the memo's author; empty when no reason was given (that is a finding of its own). */
  readonly reason: string;
  /** Source span of the directive. */
  readonly directive: Span;
}
