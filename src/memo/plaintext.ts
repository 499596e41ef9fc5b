import type { Span } from '../text/span.js';
import type { Block, Comment, Heading, Memo } from './memo.js';
import { parseNumbering } from './numbering.js';
import { objectCharacter, ProseBuilder } from './proseBuilder.js';
import { findUrls } from './urls.js';

interface Line extends Span {
  readonly text: string;
  /** Offset after the line ending. */
  readonly next: number;
}

const bullet = /^[ \t\u3000]*(?:[-*+•·▪◦‣–—]|\d{1,3}[.)、]|[（(]?\d{1,3}[）)]|[a-z][.)])[ \t\u3000]?/iu;
const directive = /^(?:<!--\s*)?(deal-lens-disable-[\s\S]*?)(?:\s*-->)?\s*$/u;

/** Reads a plain-text memo: paragraphs between blank lines, list items, numbered headings, directives on lines of their own. */
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
    if (paragraph.length > 0) add('paragraph', paragraph);
    paragraph = [];
  };
  for (const line of linesOf(text)) {
    const trimmed = line.text.replace(/^\uFEFF/u, '').trim();
    const comment = directive.exec(trimmed);
    if (trimmed === '') flush();
    else if (comment !== null) {
      flush();
      pending.push({ span: { start: line.start, end: line.end }, body: (comment[1] ?? '').trim() });
    } else if (isHeading(trimmed, paragraph.length === 0)) {
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

function toBlock(text: string, kind: 'paragraph' | 'heading', lines: readonly Line[]): Block | undefined {
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
    if (index < lines.length - 1) builder.add('\n', line.end, line.next - line.end);
  });
  return builder.build(kind, first.start, last.end);
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\r\n]/gu)) {
    const next = match.index + match[0].length;
    lines.push({ start, end: match.index, next, text: text.slice(start, match.index) });
    start = next;
  }
  lines.push({ start, end: text.length, next: text.length, text: text.slice(start) });
  return lines;
}
