import type { Level } from '../rules/level.js';
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
  /** Id of the report section that gives guidance, for instance `3.2`. */
  readonly section: string;
  /** Set when a directive in the text suppresses the finding; then `level` is `mention`. */
  readonly suppressed?: Suppression;
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
