import type { Span } from './span.js';

/**
 * The way back from a derived text (the prose of a block, a folded text) to the text it was made from.
 *
 * A derived text is a sequence of runs. A run of equal length on both sides maps unit by unit; any other run is an
 * atom: each of its units stands for the whole of its source (`&amp;` → `&`, `ﬁ` → `fi`, a line break with its quote
 * marks → one space). Memory grows with the number of runs, not of units.
 */
export class OffsetMap {
  private constructor(
    private readonly at: Int32Array,
    private readonly source: Int32Array,
    /** Negative for an atom that is as long as its source. */
    private readonly sourceLength: Int32Array,
    /** Length of the derived text in UTF-16 units. */
    readonly length: number,
  ) {}

  /** The map of a text onto itself, placed at `start` of the source (0-based UTF-16 offset). */
  static identity(start: number, length: number): OffsetMap {
    return new OffsetMap(Int32Array.of(0), Int32Array.of(start), Int32Array.of(length), length);
  }

  static builder(): OffsetMapBuilder {
    return new OffsetMapBuilder((at, source, sourceLength, length) => new OffsetMap(at, source, sourceLength, length));
  }

  /** The smallest source span that the non-empty derived span `[start, end)` was made from. */
  spanOf(start: number, end: number): Span {
    const first = this.runAt(start);
    const last = this.runAt(end - 1);
    return { start: this.startIn(first, start), end: this.endIn(last, end - 1) };
  }

  private runLength(run: number): number {
    return (this.at[run + 1] ?? this.length) - (this.at[run] ?? 0);
  }

  private startIn(run: number, index: number): number {
    const source = this.source[run] ?? 0;
    return this.runLength(run) === this.sourceLength[run] ? source + index - (this.at[run] ?? 0) : source;
  }

  private endIn(run: number, index: number): number {
    const source = this.source[run] ?? 0;
    const length = this.sourceLength[run] ?? 0;
    return this.runLength(run) === length ? source + index - (this.at[run] ?? 0) + 1 : source + Math.abs(length);
  }

  private runAt(index: number): number {
    let low = 0;
    let high = this.at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.at[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Collects the runs of a derived text from left to right. */
export class OffsetMapBuilder {
  private at: number[] = [];
  private source: number[] = [];
  private sourceLength: number[] = [];
  private length = 0;
  private open = false;

  constructor(
    private readonly make: (at: Int32Array, source: Int32Array, sourceLength: Int32Array, length: number) => OffsetMap,
  ) {}

  /**
   * Says that the next `length` units of the derived text come from `sourceLength` units at `source`. Runs that
   * continue one another unit by unit are merged.
   */
  append(length: number, source: number, sourceLength: number): void {
    if (length === 0) return;
    const last = this.at.length - 1;
    const unitByUnit = length === sourceLength;
    if (unitByUnit && this.open && (this.source[last] ?? 0) + (this.sourceLength[last] ?? 0) === source) {
      this.sourceLength[last] = (this.sourceLength[last] ?? 0) + sourceLength;
    } else {
      this.at.push(this.length);
      this.source.push(source);
      this.sourceLength.push(sourceLength);
      this.open = unitByUnit;
    }
    this.length += length;
  }

  /** Says that the next `length` units are made, as a whole, from `sourceLength` units at `source`: none of them stands for one alone. */
  appendAtom(length: number, source: number, sourceLength: number): void {
    if (length !== sourceLength || length === 1) {
      this.append(length, source, sourceLength);
      return;
    }
    this.at.push(this.length);
    this.source.push(source);
    this.sourceLength.push(-sourceLength);
    this.open = false;
    this.length += length;
  }

  build(): OffsetMap {
    return this.make(
      Int32Array.from(this.at),
      Int32Array.from(this.source),
      Int32Array.from(this.sourceLength),
      this.length,
    );
  }
}
