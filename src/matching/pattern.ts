import type { Span } from '../text/span.js';
import type { NumberKind } from './numbers.js';

/** One piece of a term: words to find, a number, or a gap between its neighbours. */
export type Part =
  | {
      readonly type: 'words';
      readonly forms: readonly string[];
      readonly exact: readonly string[] | undefined;
      /** The name of the class whose words they are, if they are one. */
      readonly wordClass?: string;
    }
  | { readonly type: 'number'; readonly kind: NumberKind }
  | { readonly type: 'gap'; readonly words: number };

/** A term as the matcher takes it. Forms are folded; `exact` are the same forms as written, where case counts. */
export interface TermPattern {
  readonly parts: readonly Part[];
}

/** An occurrence of a pattern in a folded text: 0-based offsets, `end` exclusive. */
export interface Match {
  /** Index of the pattern, in the order in which patterns were given to the matcher. */
  readonly pattern: number;
  readonly start: number;
  readonly end: number;
  /** The last gap between parts that holds any words. */
  readonly gap?: Span;
}
