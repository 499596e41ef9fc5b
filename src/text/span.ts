/**
 * A range of a text: 0-based UTF-16 offsets, `end` exclusive. Which text it is a range of (source, prose, folded) is
 * said by whoever holds it; spans of findings are always spans of the source as it is on disk or in the editor.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one UTF-16 unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies within `outer` (equal spans do). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
