import type { Span } from '../text/span.js';

/**
 * Places in one text, for questions that many terms ask about them: each is answered in logarithmic time, however many places
 * there are.
 */
export class Places {
  private readonly byStart: readonly Span[];
  private readonly byEnd: readonly Span[];
  /** By index in `byStart`, the furthest end of all places up to it. */
  private readonly reach: Int32Array;

  constructor(places: readonly Span[]) {
    this.byStart = [...places].sort((a, b) => a.start - b.start);
    this.byEnd = [...places].sort((a, b) => a.end - b.end || a.start - b.start);
    this.reach = new Int32Array(places.length);
    let furthest = 0;
    this.byStart.forEach(({ end }, index) => (this.reach[index] = furthest = Math.max(furthest, end)));
  }

  /** The place that ends last of those that end at `offset` or before. */
  lastBefore(offset: number): Span | undefined {
    return this.byEnd[firstIndex(this.byEnd, (place) => place.end > offset) - 1];
  }

  /** The place that starts first of those that start at `offset` or behind it. */
  firstAfter(offset: number): Span | undefined {
    return this.byStart[firstIndex(this.byStart, (place) => place.start >= offset)];
  }

  /** Whether a place holds the whole of a span and more. */
  surround({ start, end }: Span): boolean {
    const reachUpTo = (index: number): number => this.reach[index - 1] ?? 0;
    return (
      reachUpTo(firstIndex(this.byStart, (place) => place.start > start)) > end ||
      reachUpTo(firstIndex(this.byStart, (place) => place.start >= start)) >= end
    );
  }
}

/** The index of the first place for which `isBehind` holds, the length if there is none: it holds for all after that one. */
function firstIndex(places: readonly Span[], isBehind: (place: Span) => boolean): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const place = places[middle];
    if (place !== undefined && isBehind(place)) high = middle;
    else low = middle + 1;
  }
  return low;
}
