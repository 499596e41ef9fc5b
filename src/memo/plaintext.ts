import type { Span } from '../text/span.js';
import { columnsOf } from './columns.js';
import type { Block, BlockKind, Cell, Comment, Heading, Memo } from './memo.js';
import { parseNumbering } from './numbering.js';
import { objectCharacter, ProseBuilder } from './proseBuilder.js';
import { findUrls } from './urls.js';

/** A line without its ending and without marks of quotation. */
interface Line extends Span {
  readonly text: string;
}

const bullet = /^[ \t\u3000]*(?:[-*+•·▪◦‣–—]|\d{1,3}[.)、]|[（(]?\d{1,3}[）)]|[a-z][.)])[ \t\u3000]?/iu;
/** Marks of a quoted message; a sign before a number is no such mark. */
const quoteMarks = /^[ \t]*>(?:[ \t]?>)*(?:[ \t](?!\d)|$)/u;
const directive = /^(?:<!--\s*)?(deal-lens-disable-[\s\S]*?)(?:\s*-->)?\s*$/u;

/**
 * Reads a plain-text memo: paragraphs between blank lines, list items, tables of aligned columns, numbered headings, directives on
 * lines of their own.
 */
export function readPlaintext(text: string): Memo {
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const pending: { span: Span; body: string }[] = [];
  const comments: Comment[] = [];
  let paragraph: Line[] = [];
  const settle = (span: Span): void => {
    for (const comment of pending.splice(0)) comments.push({ ...comment, covers: span });
  };
  const add = (kind: 'paragraph' | 'heading', lines: readonly Line[]): Block | undefined => {
    const block = toBlock(text, kind, lines);
    if (block === undefined) return undefined;
    blocks.push(block);
    settle(block.span);
    return block;
  };
  const flush = (): void => {
    const cells = toCells(text, paragraph);
    if (cells !== undefined) {
      for (const cell of cells) blocks.push(cell);
      settle({ start: paragraph[0]?.start ?? 0, end: paragraph.at(-1)?.end ?? 0 });
    } else if (paragraph.length > 0) add('paragraph', paragraph);
    paragraph = [];
  };
  const lines = linesOf(text);
  for (const [index, line] of lines.entries()) {
    const trimmed = line.text.replace(/^\uFEFF/u, '').trim();
    const comment = directive.exec(trimmed);
    if (trimmed === '') flush();
    else if (comment !== null) {
      flush();
      pending.push({ span: { start: line.start, end: line.end }, body: (comment[1] ?? '').trim() });
    } else if (isHeading(trimmed, paragraph.length === 0) && !isContinued(line, lines[index + 1])) {
      flush();
      const block = add('heading', [line]);
      if (block !== undefined)
        headings.push({ level: parseNumbering(trimmed)?.level ?? 1, title: trimmed, span: block.span });
    } else {
      if (bullet.test(line.text)) flush();
      paragraph.push(line);
    }
  }
  flush();
  for (const comment of pending) comments.push(comment);
  return { format: 'plaintext', blocks, headings, comments };
}

/** A numbered line is a heading when it is short and no sentence. */
function isHeading(line: string, atStart: boolean): boolean {
  const numbering = parseNumbering(line);
  if (numbering === undefined || !atStart) return false;
  return numbering.title.length <= 60 && !/[。；;，,：:]$|[.!?。；]\s|[。；]|\.$/u.test(numbering.title);
}

/** Whether the next line hangs below the words of a numbered one: the rest of a sentence, which no heading has. */
function isContinued(line: Line, next: Line | undefined): boolean {
  return next !== undefined && !bullet.test(next.text) && indentOf(next.text) > indentOf(line.text) + 1;
}

function indentOf(line: string): number {
  return line.trim() === '' ? 0 : line.length - line.trimStart().length;
}

/** The cells of lines that all have columns. */
function toCells(text: string, lines: readonly Line[]): Block[] | undefined {
  if (lines.length === 0) return undefined;
  const rows: Block[][] = [];
  for (const line of lines) {
    const columns = columnsOf(line.text);
    if (columns === undefined) return undefined;
    rows.push(
      columns.flatMap(({ start, end }, column) => {
        const piece = { ...line, start: line.start + start, end: line.start + end, text: line.text.slice(start, end) };
        return toBlock(text, 'cell', [piece], { row: rows.length + 1, column }) ?? [];
      }),
    );
  }
  return rows.flat();
}

function toBlock(text: string, kind: BlockKind, lines: readonly Line[], cell?: Cell): Block | undefined {
  const builder = new ProseBuilder();
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return undefined;
  lines.forEach((line, index) => {
    let at = line.start;
    for (const url of findUrls(line.text)) {
      if (line.start + url.start > at)
        builder.add(text.slice(at, line.start + url.start), at, line.start + url.start - at);
      builder.add(objectCharacter, line.start + url.start, url.end - url.start);
      at = line.start + url.end;
    }
    if (line.end > at) builder.add(text.slice(at, line.end), at, line.end - at);
    const next = lines[index + 1];
    if (next !== undefined) builder.add('\n', line.end, next.start - line.end);
  });
  return builder.build(kind, first.start, last.end, cell);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  const add = (end: number): void => {
    const from = start + (quoteMarks.exec(text.slice(start, end))?.[0].length ?? 0);
    lines.push({ start: from, end, text: text.slice(from, end) });
  };
  for (const match of text.matchAll(/\r\n|[\r\n]/gu)) {
    add(match.index);
    start = match.index + match[0].length;
  }
  add(text.length);
  return lines;
}
