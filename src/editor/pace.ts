/*
 * When to review after a keystroke. A review runs when the typing pauses, or when it has gone on for so long that the
 * marks would lag behind visibly. The pause grows with what the last review of the document cost, so that reviews take
 * at most about a fifth of the time on any document and any machine. All times in milliseconds.
 */

const shortestPause = 120;
const longestPause = 1500;
const longestWait = 3000;

/**
 * How long to wait from now until the review.
 *
 * @param lastCost what the last review of this document took, 0 if there was none
 * @param waited time since the first change that no review has seen yet
 */
export function delayUntilReview(lastCost: number, waited: number): number {
  const pause = Math.min(longestPause, Math.max(shortestPause, lastCost * 4));
  return Math.max(0, Math.min(pause, longestWait - waited));
}
