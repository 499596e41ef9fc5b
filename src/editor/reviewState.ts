import type { Refusal } from '../memo/memo.js';
import type { Review } from '../review/review.js';

/**
 * Where the review of a document stands. Only `reviewed` can be clean, and only with no findings: a document that is
 * skipped, failed or still running never looks so.
 */
export type ReviewState =
  | { readonly kind: 'off' }
  | { readonly kind: 'running' }
  | { readonly kind: 'reviewed'; readonly version: number; readonly review: Review }
  | { readonly kind: 'skipped'; readonly version: number; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly version: number };

/** The state of a review that has ended. */
export type SettledState = Exclude<ReviewState, { readonly kind: 'running' }>;

/** Whether a state says something about this version of its document. */
export function isOf(state: ReviewState, version: number): boolean {
  switch (state.kind) {
    case 'running':
      return false;
    case 'off':
      return true;
    case 'reviewed':
    case 'skipped':
    case 'failed':
      return state.version === version;
  }
}
