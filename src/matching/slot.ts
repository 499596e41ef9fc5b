import type { Span } from '../text/span.js';

/**
 * Where the first parts of a pattern have been found, as far as the next part can care: it asks for the place that ends nearest
 * before it. Parts come in the order of their starts, so of the places that have ended only that one is kept.
 */
/** Where some parts of a pattern stand, from the first to the last, and the last gap between them that holds any words. */
export interface Place extends Span {
  readonly gap?: Span;
}

export class Slot {
  private ended: Place | undefined;
  /** Places that end behind the start of the last part that came by: no more than a word has units. */
  private open: readonly Place[] = none;

  /**
   * Remembers a place.
   * @param place from the first part to the end of the last one
   * @param now start of that last one, which no later part comes before
   */
  add(place: Place, now: number): void {
    this.settle(now);
    const known = this.open.find((one) => one.end === place.end);
    if (known === undefined) this.open = [...this.open, place];
    else if (place.start < known.start) this.open = this.open.map((one) => (one === known ? place : one));
  }

  /** Forgets all places, to serve another text. */
  clear(): void {
    this.ended = undefined;
    this.open = none;
  }

  /** The place that ends nearest before `start` or at it; of several, the longest. */
  nearest(start: number): Place | undefined {
    this.settle(start);
    return this.ended;
  }

  private settle(now: number): void {
    if (this.open.length === 0) return;
    let open: Place[] | undefined;
    for (const place of this.open) {
      if (place.end > now) (open ??= []).push(place);
      else if (this.ended === undefined || place.end > this.ended.end || isLonger(place, this.ended))
        this.ended = place;
    }
    this.open = open ?? none;
  }
}

const none: readonly Place[] = [];

function isLonger(place: Place, other: Place): boolean {
  return place.end === other.end && place.start < other.start;
}
