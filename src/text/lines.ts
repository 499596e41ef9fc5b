/** A place in a text: 0-based line and 0-based column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns and back. Lines end with LF, CRLF or a lone CR, as in VS Code. */
export class Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    const starts = [0];
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit === 10) starts.push(index + 1);
      else if (unit === 13) {
        if (text.charCodeAt(index + 1) === 10) index++;
        starts.push(index + 1);
      }
    }
    this.starts = starts;
  }

  /** Number of lines; an empty text has one. */
  get count(): number {
    return this.starts.length;
  }

  /** The position of a 0-based UTF-16 offset; offsets outside the text are clamped to it. */
  positionAt(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: wanted - (this.starts[low] ?? 0) };
  }

  /** The 0-based UTF-16 offset of a position; columns past the line's end are clamped to it. */
  offsetAt(position: Position): number {
    const start = this.starts[position.line];
    if (start === undefined) return this.text.length;
    return Math.min(start + position.column, this.endOf(position.line));
  }

  /** The text of a 0-based line without its line ending. */
  lineText(line: number): string {
    const start = this.starts[line];
    return start === undefined ? '' : this.text.slice(start, this.endOf(line));
  }

  private endOf(line: number): number {
    let end = this.starts[line + 1] ?? this.text.length;
    if (line + 1 < this.starts.length) {
      if (this.text.charCodeAt(end - 1) === 10) end--;
      if (this.text.charCodeAt(end - 1) === 13) end--;
    }
    return end;
  }
}
