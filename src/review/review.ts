import type { FrontMatter, Heading, Refusal } from '../memo/memo.js';
import type { Finding } from './finding.js';

/** What a review of one memo gives: plain, immutable and serialisable. */
export interface Review {
  /** Findings in the order of their place in the source, suppressed ones included. */
  readonly findings: readonly Finding[];
  readonly headings: readonly Heading[];
  readonly frontMatter?: FrontMatter;
  /** Set when the text was not reviewed; then there are no findings, and the memo is skipped, not clean. */
  readonly refusal?: Refusal;
}
