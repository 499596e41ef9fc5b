import type { Span } from '../text/span.js';

/*
 * Tables in plain text: lines whose pieces are held apart by wide gaps, as people align them with spaces or tabs.
 */

/** The label of a list item or clause: it is no column, however wide the gap behind it. */
const label =
  /^[ \t\u3000]*(?:(?:[-*+•·▪◦‣–—]|[（(]?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)、）]|\d{1,2}(?:\.\d{1,2}){1,4}\.?)[ \t\u3000]+)?/iu;
const white = /[ \t\u3000]+/gu;
const wide = /\t| {3}|\u3000{2}/u;

/**
 * The columns of a line, if it has more than one.
 * @returns offsets within the line, white space around the columns left out
 */
export function columnsOf(line: string): Span[] | undefined {
  const end = line.trimEnd().length;
  let start = label.exec(line)?.[0].length ?? 0;
  const columns: Span[] = [];
  for (const { index, 0: gap } of line.slice(0, end).matchAll(white)) {
    if (index < start || !wide.test(gap)) continue;
    columns.push({ start, end: index });
    start = index + gap.length;
  }
  columns.push({ start, end });
  return columns.length > 1 ? columns : undefined;
}
