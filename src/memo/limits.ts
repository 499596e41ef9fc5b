import type { Span } from '../text/span.js';
import type { Refusal } from './memo.js';

/** How large and how deeply nested a text may be to be read. */
export interface MemoLimits {
  /** UTF-16 units. */
  readonly maxLength: number;
  /** Levels of quotes and lists within one another. */
  readonly maxNesting: number;
}

export const defaultLimits: MemoLimits = { maxLength: 20_000_000, maxNesting: 100 };

/*
 * What follows bounds the time and memory of one parse, whatever is in it. No memo that people write comes near; a parser takes about
 * a second for what does.
 */

/** Marks of emphasis and links in one paragraph, or cells in one row: each is held against all before it. */
const maxMarks = 5_000;
/** Lines and UTF-16 units of a piece that can only be parsed as a whole, such as one list. */
const maxPieceLines = 40_000;
const maxPieceLength = 2_000_000;

/**
 * Looks, in one cheap pass before any parsing, for what no parser of Markdown reads in linear time: quotes and lists nested
 * beyond the limit, and paragraphs with too much markup.
 */
export function findRefusal(text: string, limits: MemoLimits, markdown: boolean): Refusal | undefined {
  if (text.length > limits.maxLength) {
    return { reason: 'too-large', limit: limits.maxLength, actual: text.length, offset: limits.maxLength };
  }
  return markdown ? new Inspector(text, limits).run() : undefined;
}

/** The refusal of a piece that needs a parser and is too long for one. */
export function refusePiece(text: string, { start, end }: Span): Refusal | undefined {
  const length = end - start;
  if (length > maxPieceLength) {
    return { reason: 'too-dense', measure: 'characters', limit: maxPieceLength, actual: length, offset: start };
  }
  if (length <= maxPieceLines) return undefined;
  let lines = 1;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === Unit.LineFeed || (unit === Unit.CarriageReturn && text.charCodeAt(at + 1) !== Unit.LineFeed)) lines++;
  }
  if (lines <= maxPieceLines) return undefined;
  return { reason: 'too-dense', measure: 'lines', limit: maxPieceLines, actual: lines, offset: start };
}

const Unit = {
  Tab: 9,
  LineFeed: 10,
  CarriageReturn: 13,
  Space: 32,
  Hash: 35,
  Asterisk: 42,
  Plus: 43,
  Hyphen: 45,
  Greater: 62,
  OpenBracket: 91,
  Underscore: 95,
  Backtick: 96,
  Pipe: 124,
  Tilde: 126,
} as const;

/** Goes through a text line by line, as a parser would begin to. */
class Inspector {
  private at = 0;
  private marks = 0;
  private inFence = false;
  /** Whether the paragraph began in a quote or list: its further lines may stand outside of it. */
  private mayBeLazy = false;

  constructor(
    private readonly text: string,
    private readonly limits: MemoLimits,
  ) {}

  run(): Refusal | undefined {
    while (this.at < this.text.length) {
      const refusal = this.line();
      if (refusal !== undefined) return refusal;
    }
    return undefined;
  }

  private line(): Refusal | undefined {
    const { maxNesting } = this.limits;
    const start = this.at;
    const { levels, items } = this.containers();
    if (levels > maxNesting && !this.isRule(start)) {
      return { reason: 'too-deep', limit: maxNesting, actual: levels, offset: this.at };
    }
    const first = this.unit();
    if (this.isLineEnd() || items > 0 || first === Unit.Pipe || first === Unit.Hash) {
      this.marks = 0;
      this.mayBeLazy = levels > 0;
    } else if (levels > 0) this.mayBeLazy = true;
    else if (this.mayBeLazy) this.marks++;
    if (first === Unit.Backtick || first === Unit.Tilde) {
      if (this.text.startsWith(first === Unit.Tilde ? '~~~' : '```', this.at)) this.inFence = !this.inFence;
    }
    return this.rest();
  }

  /** Steps over the marks of quotes and list items at the beginning of a line. */
  private containers(): { levels: number; items: number } {
    let quotes = 0;
    let items = 0;
    let indent = 0;
    for (;;) {
      const unit = this.unit();
      if (unit === Unit.Space) indent++;
      else if (unit === Unit.Tab) indent += 4;
      else if (unit === Unit.Greater) quotes++;
      else {
        const marker = this.itemMarker();
        if (marker === 0) break;
        this.at += marker - 1;
        items++;
      }
      this.at++;
    }
    // Items that lie in others on earlier lines are told by their indentation.
    return { levels: quotes + items + (items > 0 ? indent >> 2 : 0), items };
  }

  /** Length of the list marker that begins here, 0 when none does. */
  private itemMarker(): number {
    const unit = this.unit();
    let length = 1;
    if (unit !== Unit.Hyphen && unit !== Unit.Asterisk && unit !== Unit.Plus) {
      const number = /^\d{1,9}[.)]/u.exec(this.text.slice(this.at, this.at + 10));
      if (number === null) return 0;
      length = number[0].length;
    }
    const after = this.text[this.at + length] ?? '\n';
    return ' \t\r\n'.includes(after) ? length : 0;
  }

  /** A line of hyphens or stars alone is a thematic break, not nesting. */
  private isRule(start: number): boolean {
    return this.isLineEnd() && /^ {0,3}(?:[-\s]+|[*\s]+)$/u.test(this.text.slice(start, this.at));
  }

  private rest(): Refusal | undefined {
    const marksBefore = this.marks;
    let pipes = 0;
    for (; !this.isLineEnd(); this.at++) {
      const unit = this.unit();
      // Cells count in their row only.
      if (unit === Unit.Pipe && ++pipes > maxMarks) this.marks = marksBefore + pipes;
      // The parser looks back from each bracket as well as from its counterpart.
      if (unit === Unit.OpenBracket) this.marks += 2;
      else if (unit === Unit.Asterisk || unit === Unit.Underscore || unit === Unit.Tilde) this.marks++;
      if (this.marks > maxMarks && !this.inFence) {
        return { reason: 'too-dense', measure: 'marks', limit: maxMarks, actual: this.marks, offset: this.at };
      }
    }
    if (this.inFence) this.marks = 0;
    this.at++;
    return undefined;
  }

  private unit(): number {
    return this.text.charCodeAt(this.at);
  }

  private isLineEnd(): boolean {
    const unit = this.unit();
    return this.at >= this.text.length || unit === Unit.LineFeed || unit === Unit.CarriageReturn;
  }
}
