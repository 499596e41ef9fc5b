import type { Root } from 'mdast';
import type { Span } from '../text/span.js';
import { cut, frontMatterLength } from './chunks.js';
import { Definitions, standInsOf } from './definitions.js';
import { parse, parseBody, readPiece, type Reading } from './markdown.js';
import { refusePiece } from './limits.js';
import type { Memo, Refusal } from './memo.js';
import { readSimpleChunk } from './simpleChunk.js';

interface Chunk {
  readonly text: string;
  /** Source offset. */
  readonly base: number;
  readonly isFrontMatter: boolean;
  /** Whether it may refer to definitions elsewhere. */
  readonly hasReferences: boolean;
  /** Definitions in it, for the other chunks. */
  readonly standIns: readonly string[];
  readonly tree?: Root;
}

/**
 * Reads a Markdown memo chunk by chunk, with a parser only for what needs one, or says why not. The result equals that of
 * `readWhole`.
 */
export function readMarkdown(text: string): { memo: Memo } | { refusal: Refusal } {
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const source = text.slice(base);
  const bodyStart = frontMatterLength(source);
  const spans = cut(source);
  for (const span of spans) {
    const refusal = refusePiece(source, span);
    if (refusal === undefined) continue;
    const isPlain = span.start >= bodyStart && readSimpleChunk(source.slice(span.start, span.end), base) !== undefined;
    if (!isPlain) return { refusal: { ...refusal, offset: refusal.offset + base } };
  }
  const chunks = spans.map((span) =>
    toChunk(source.slice(span.start, span.end), span.start + base, span.start < bodyStart),
  );
  const definitions = new Definitions(chunks.flatMap((chunk) => chunk.standIns));
  return { memo: assemble(chunks.map((chunk) => readChunk(chunk, definitions))) };
}

function toChunk(text: string, base: number, isFrontMatter: boolean): Chunk {
  const hasReferences = !isFrontMatter && text.includes('[');
  if (!hasReferences || !text.includes(']:')) return { text, base, isFrontMatter, hasReferences, standIns: [] };
  const tree = parseBody(text);
  return { text, base, isFrontMatter, tree, hasReferences, standIns: standInsOf(tree, text) };
}

function readChunk(chunk: Chunk, definitions: Definitions): Reading {
  const { text, base, tree, isFrontMatter, hasReferences, standIns } = chunk;
  const known = isFrontMatter ? undefined : readSimpleChunk(text, base);
  if (known !== undefined) return known;
  const own = new Set(standIns);
  const named = hasReferences ? definitions.namedIn(text).filter((standIn) => !own.has(standIn)) : [];
  if (named.length === 0) return readPiece(tree ?? (isFrontMatter ? parse(text, true) : parseBody(text)), text, base);
  // Before it, so that nothing left open swallows them; the comment keeps an indented line from continuing a footnote.
  const before = `${named.join('\n\n')}\n\n<!-- -->\n\n`;
  const source = before + text;
  return readPiece(parseBody(source), source, base, before.length);
}

function assemble(readings: readonly Reading[]): Memo {
  let next: Span | undefined;
  const comments: Memo['comments'][number][] = [];
  for (const reading of [...readings].reverse()) {
    for (const comment of [...reading.comments].reverse()) {
      comments.push(comment.covers !== undefined || next === undefined ? comment : { ...comment, covers: next });
    }
    next = reading.first ?? next;
  }
  const frontMatter = readings[0]?.frontMatter;
  return {
    format: 'markdown',
    blocks: readings.flatMap((reading) => reading.blocks),
    headings: readings.flatMap((reading) => reading.headings),
    comments: comments.reverse(),
    ...(frontMatter === undefined ? {} : { frontMatter }),
  };
}
