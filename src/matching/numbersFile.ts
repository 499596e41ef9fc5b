/*
 * Numbers as bytes: seven bits to a byte, least significant first, the high bit saying that more follow.
 */

/** Collects numbers as bytes. */
export class NumberWriter {
  readonly bytes: number[] = [];

  /** @param number an integer of 0 or more */
  write(number: number): void {
    let rest = number;
    for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) this.bytes.push((rest & 0x7f) | 0x80);
    this.bytes.push(rest);
  }

  /** Writes an integer of either sign; small ones are short. */
  writeSigned(number: number): void {
    this.write(number < 0 ? -2 * number - 1 : 2 * number);
  }
}

/** Reads numbers one after the other. */
export class NumberReader {
  /** @param position where to begin, in bytes */
  constructor(
    private readonly bytes: Uint8Array,
    public position = 0,
  ) {}

  next(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.bytes[this.position++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  nextSigned(): number {
    const value = this.next();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }
}

/** Several streams of numbers in one, each behind its length: like numbers that stand together pack better. */
export function joinStreams(streams: readonly NumberWriter[]): number[] {
  const lengths = new NumberWriter();
  for (const { bytes } of streams) lengths.write(bytes.length);
  return [...lengths.bytes, ...streams.flatMap(({ bytes }) => bytes)];
}

/** The streams that `joinStreams` joined; `from` is left behind their lengths. */
export function splitStreams(bytes: Uint8Array, from: NumberReader, count: number): NumberReader[] {
  const lengths = Array.from({ length: count }, () => from.next());
  let start = from.position;
  return lengths.map((length) => {
    const reader = new NumberReader(bytes, start);
    start += length;
    return reader;
  });
}
