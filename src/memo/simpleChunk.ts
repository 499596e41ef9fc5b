import type { Reading } from './markdown.js';
import type { Block, BlockKind } from './memo.js';
import { ProseBuilder } from './proseBuilder.js';
import { addSimpleInline, beginsNode } from './simpleInline.js';

/*
 * The chunks that most of a memo consists of, read without a parser: one heading, paragraph, list, quote, table or code block in the
 * form that people commonly write. What is not certain to read the same is left to the parser.
 */

/** White space that the parser takes off, and lines that may be more than words. */
const specialLine = /[ \t][\r\n]|[\r\n][ \t]|(?:^|[\r\n])(?:[-+=#:>]|\d{1,9}[.)]|\*[ \t*]|`{3}|~)/u;
/** With what the content of a list item or quote begins something else than a paragraph. */
const specialStart = /^(?:[-+#>~|=:<\s]|\*[ \t*]|`{3}|\d{1,9}[.)]|\[[\sx]\])/iu;
const simpleHeading = /^(#{1,6}) ([^\s#][^#\r\n]*)$/u;
const lineEnding = /\r\n|[\r\n]/u;
const item = /^(?:([-*+])|\d{1,9}([.)])) (?=\S)/u;
const task = /^\[[ x]\] (?=\S)/iu;
const nestedItem = /^( +)([-*+]) (?=\S)/u;

/**
 * Reads a chunk without a parser.
 * @param text the chunk; its first line begins in column 0
 * @param base source offset of the chunk
 * @returns nothing when the chunk needs a parser
 */
export function readSimpleChunk(text: string, base: number): Reading | undefined {
  const end = endOfWords(text);
  if (end === 0) return { blocks: [], headings: [], comments: [] };
  if (/^[ \t\r\n]/u.test(text) || /[ \t]/u.test(text[end] ?? '')) return undefined;
  const parts = partsOf(text.slice(0, end), base);
  if (parts === undefined) return undefined;
  const first = parts[0];
  const heading = first === undefined ? null : simpleHeading.exec(first.words);
  const block = first?.blocks[0];
  const headings =
    heading === null || block === undefined
      ? []
      : [{ level: heading[1]?.length ?? 1, title: block.prose.trim(), span: block.span }];
  // Lists that only blank lines part are one.
  const isList = first !== undefined && item.test(first.words);
  const firstEnd = isList ? end : (first?.words.length ?? 0);
  return {
    blocks: parts.flatMap((part) => part.blocks),
    headings,
    comments: [],
    first: { start: base, end: base + firstEnd },
  };
}

interface Part {
  readonly words: string;
  readonly blocks: readonly Block[];
}

/** What blank lines part in a chunk: behind the first part only more of a list, since all else begins a chunk of its own. */
function partsOf(words: string, base: number): Part[] | undefined {
  const parts: Part[] = [];
  let start = 0;
  for (const gap of words.matchAll(/(?:\r\n|[\r\n]){2,}|$/gu)) {
    if (gap[0].length === 2 && gap[0] === '\r\n') continue;
    const part = words.slice(start, gap.index);
    const isList = item.test(part);
    if ((start > 0 && !isList) || /[ \t]$/u.test(part)) return undefined;
    if (
      start > 0 &&
      markOf(part) !== markOf(parts[parts.length - 1]?.words ?? '') &&
      item.test(parts[parts.length - 1]?.words ?? '')
    )
      return undefined;
    const blocks = blocksOf(part, base + start);
    if (blocks === undefined) return undefined;
    parts.push({ words: part, blocks });
    start = gap.index + gap[0].length;
  }
  return parts;
}

/** The mark of a list's items. */
function markOf(words: string): string | undefined {
  const match = item.exec(words);
  return match?.[1] ?? match?.[2];
}

function blocksOf(words: string, base: number): Block[] | undefined {
  switch (words[0]) {
    case '#':
      return readHeading(words, base);
    case '|':
      return readTable(words, base);
    case '>':
      return readQuote(words, base);
    case '`':
    case '~':
      if (/^(?:`{3}|~{3})/u.test(words)) return readFence(words);
      return readParagraph(words, base);
    default:
      return item.test(words) ? readList(words, base) : readParagraph(words, base);
  }
}

function readHeading(words: string, base: number): Block[] | undefined {
  const heading = simpleHeading.exec(words);
  if (heading === null) return undefined;
  return oneBlock('heading', words, (heading[1]?.length ?? 0) + 1, base, { start: 0, end: words.length });
}

function readParagraph(words: string, base: number): Block[] | undefined {
  if (specialLine.test(words)) return undefined;
  return oneBlock('paragraph', words, 0, base, { start: 0, end: words.length });
}

/** A quote of one paragraph, each line behind `> `. */
function readQuote(words: string, base: number): Block[] | undefined {
  const lines = words.split(lineEnding);
  if (lines.some((line) => !line.startsWith('> ') || specialStart.test(line.slice(2)) || /[ \t]$/u.test(line)))
    return undefined;
  return oneBlock('paragraph', words, 2, base, { start: 2, end: words.length }, '> ');
}

function oneBlock(
  kind: BlockKind,
  words: string,
  from: number,
  base: number,
  span: Block['span'],
  prefix = '',
): Block[] | undefined {
  const builder = new ProseBuilder();
  if (!addSimpleInline(words, from, words.length, base, builder, prefix)) return undefined;
  const block = builder.build(kind, span.start + base, span.end + base);
  return block === undefined ? undefined : [block];
}

/** A code block is no prose; it must end where the chunk ends. */
function readFence(words: string): Block[] | undefined {
  const lines = words.split(lineEnding);
  const fence = /^(`{3,}|~{3,})[^`~\\&]*$/u.exec(lines[0] ?? '')?.[1];
  if (fence === undefined || lines.length < 2) return undefined;
  const closing = lines.findIndex((line, index) => index > 0 && line.trimStart().startsWith(fence));
  return closing === lines.length - 1 && lines[closing] === fence ? [] : undefined;
}

/** A list whose items are one line each, bullets under an item included. */
function readList(words: string, base: number): Block[] | undefined {
  const blocks: Block[] = [];
  let mark: string | undefined;
  /** Column in which the content of the last outer item begins. */
  let content = 0;
  /** Indentation of the bullets under the last outer item, once there are some. */
  let nested = 0;
  for (const { line, start } of linesOf(words)) {
    const outer = item.exec(line);
    let length: number;
    if (outer !== null) {
      if (mark !== undefined && mark !== (outer[1] ?? outer[2])) return undefined;
      mark = outer[1] ?? outer[2];
      length = content = outer[0].length;
      nested = 0;
    } else {
      const inner = nestedItem.exec(line);
      const indent = inner?.[1]?.length ?? 0;
      if (inner === null || indent < content || indent > content + 3 || (nested !== 0 && nested !== indent))
        return undefined;
      nested = indent;
      length = inner[0].length;
    }
    let from = length;
    if (task.test(line.slice(length))) {
      from += 4;
      // As in the parser's tree: the box belongs to the paragraph unless text follows it.
      if (!beginsNode(line, from)) length = from;
    }
    if (specialStart.test(line.slice(from)) || /[ \t]$/u.test(line)) return undefined;
    const builder = new ProseBuilder();
    const end = start + line.length;
    if (!addSimpleInline(words, start + from, end, base, builder)) return undefined;
    const block = builder.build('paragraph', base + start + length, base + end);
    if (block === undefined) return undefined;
    blocks.push(block);
  }
  return blocks;
}

/** A table with a pipe on both sides of every row, and as many cells in each. */
function readTable(words: string, base: number): Block[] | undefined {
  const lines = linesOf(words);
  if (lines.length < 2 || !/^\|(?: ?:?-+:? ?\|)+$/u.test(lines[1]?.line ?? '')) return undefined;
  const blocks: Block[] = [];
  let columns: number | undefined;
  for (const [row, { line, start }] of lines.entries()) {
    if (!/^\|.*\|$/u.test(line) || /[\\`\t\uFEFF]/u.test(line)) return undefined;
    const cells = line.slice(1, -1).split('|');
    columns ??= cells.length;
    if (cells.length !== columns) return undefined;
    if (row === 1) continue;
    let at = start;
    for (const [column, cell] of cells.entries()) {
      const from = at + 1 + (cell.length - cell.trimStart().length);
      const to = at + 1 + cell.trimEnd().length;
      const end = at + 1 + cell.length + (column === columns - 1 ? 1 : 0);
      if (to > from) {
        if (/^\s|\s$/u.test(cell.replace(/^ +| +$/gu, ''))) return undefined;
        const builder = new ProseBuilder();
        if (!addSimpleInline(words, from, to, base, builder)) return undefined;
        const kind = row === 0 ? 'header-cell' : 'cell';
        // The second line divides the header from the rows, and is none.
        const block = builder.build(kind, base + at, base + end, { row: row === 0 ? 0 : row - 1, column });
        if (block === undefined) return undefined;
        blocks.push(block);
      }
      at += 1 + cell.length;
    }
  }
  return blocks;
}

function linesOf(words: string): { line: string; start: number }[] {
  const lines: { line: string; start: number }[] = [];
  let start = 0;
  for (const ending of words.matchAll(/\r\n|[\r\n]|$/gu)) {
    lines.push({ line: words.slice(start, ending.index), start });
    start = ending.index + ending[0].length;
  }
  return lines;
}

function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end--;
  return end;
}
