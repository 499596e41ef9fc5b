import type { Lines } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { graphemes, printable } from './displayWidth.js';

/** A line of the source as it is shown under a finding, with the part to underline measured in terminal columns. */
export interface ExcerptLine {
  /** 1-based line number; absent for the line that stands for those left out. */
  readonly number?: number;
  readonly text: string;
  readonly underlineStart: number;
  readonly underlineLength: number;
}

const tabWidth = 4;
const ellipsis = '…';
/** A span over more lines than this is shown by its first and last lines. */
const mostLines = 4;

/**
 * The lines that a span covers, cropped around it to at most `width` columns. `span` is in offsets of the text of `lines`.
 */
export function excerpt(lines: Lines, span: Span, width: number): ExcerptLine[] {
  const first = lines.positionAt(span.start).line;
  const last = lines.positionAt(Math.max(span.start, span.end - 1)).line;
  const shown: ExcerptLine[] = [];
  for (let line = first; line <= last; line++) {
    if (last - first >= mostLines && line > first + 1 && line < last - 1) {
      if (line === first + 2) shown.push({ text: ellipsis, underlineStart: 0, underlineLength: 0 });
      continue;
    }
    shown.push(excerptLine(lines, line, span, width));
  }
  return shown;
}

function excerptLine(lines: Lines, line: number, span: Span, width: number): ExcerptLine {
  const text = lines.lineText(line);
  const lineStart = lines.offsetAt({ line, column: 0 });
  const start = Math.min(text.length, Math.max(0, span.start - lineStart));
  const end = Math.min(text.length, Math.max(start, span.end - lineStart));
  // White space at a wrapped line's edge belongs to the span, but a caret under it would point at nothing.
  const covered = text.slice(start, end);
  const from = start + (covered.length - covered.trimStart().length);
  const to = from + covered.trim().length;
  return { number: line + 1, ...cropped(text, from, to, width) };
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
}

/** The part of a line around `[start, end)` that fits, as columns. Looks at no more of a long line than can be shown. */
function cropped(text: string, start: number, end: number, width: number): Omit<ExcerptLine, 'number'> {
  const windowStart = wholeCharacter(text, Math.max(0, start - width * 2));
  const windowEnd = wholeCharacter(text, Math.min(text.length, Math.min(end, start + width * 2) + width * 2));
  const cells = cellsOf(text.slice(windowStart, windowEnd), start - windowStart, end - windowStart);
  const marks = cells.filter((cell) => cell.marked).length;
  const head = marks === 0 ? 0 : cells.findIndex((cell) => cell.marked);
  const [from, to] = fit(cells, head, head + marks, width);
  const cutBefore = windowStart > 0 || from > 0;
  const cutAfter = windowEnd < text.length || to < cells.length;
  const shown = cells.slice(from, to);
  const indent = marks === 0 ? 0 : cells.slice(from, head).reduce(addWidth, 0);
  return {
    text: `${cutBefore ? ellipsis : ''}${shown.map((cell) => cell.text).join('')}${cutAfter ? ellipsis : ''}`,
    underlineStart: (cutBefore ? 1 : 0) + indent,
    underlineLength: shown.filter((cell) => cell.marked).reduce(addWidth, 0),
  };
}

/** The range of cells to show: the marked ones `[head, tail)`, and as much on both sides as there is room for. */
function fit(cells: readonly Cell[], head: number, tail: number, width: number): [from: number, to: number] {
  if (cells.reduce(addWidth, 0) <= width) return [0, cells.length];
  const room = width - 2 * ellipsis.length;
  let spare = room;
  let to = head;
  const widen = (limit: number): void => {
    while (to < limit && (cells[to]?.width ?? 0) <= spare) spare -= cells[to++]?.width ?? 0;
  };
  let from = head;
  const widenLeft = (keep: number): void => {
    while (from > 0 && (cells[from - 1]?.width ?? 0) <= spare - keep) spare -= cells[--from]?.width ?? 0;
  };
  widen(tail);
  if (to < tail) return [from, to];
  widenLeft(Math.floor(spare / 2));
  widen(cells.length);
  widenLeft(0);
  return [from, to];
}

function addWidth(sum: number, cell: Cell): number {
  return sum + cell.width;
}

function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const grapheme of graphemes(text)) {
    const marked = grapheme.offset < end && grapheme.offset + grapheme.text.length > start;
    const isTab = grapheme.text === '\t';
    const width = isTab ? tabWidth - (column % tabWidth) : Math.max(grapheme.width, unsafeWidth(grapheme.text));
    cells.push({ text: isTab ? ' '.repeat(width) : printable(grapheme.text), width, marked });
    column += width;
  }
  return cells;
}

/** What `printable` puts in place of an unsafe character is visible, so it takes a column where there was none. */
function unsafeWidth(text: string): number {
  return printable(text) === text ? 0 : 1;
}

/** `offset`, or the one before it if it would cut a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
