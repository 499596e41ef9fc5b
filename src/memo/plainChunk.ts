import type { Block, Heading } from './memo.js';
import { ProseBuilder } from './proseBuilder.js';

/** Anything that may be markup, an address or a character that the parser replaces. */
const specialCharacter = /[\\`*_[\]<>&~|\0@]|:\/\/|www\./iu;
/** White space that the parser takes off, and lines that may be more than words. */
const specialLine = /[ \t][\r\n]|[\r\n][ \t]|(?:^|[\r\n])(?:[-+=#:]|\d{1,9}[.)])/u;
const simpleHeading = /^(#{1,6}) ([^\s#][^#\r\n]*)$/u;

/**
 * Reads a chunk that is one paragraph or one heading without any markup, as most of a memo is.
 * @param text the chunk; its first line begins in column 0
 * @param base source offset of the chunk
 * @returns nothing when the chunk needs a parser
 */
export function readPlainChunk(text: string, base: number): { block: Block; heading?: Heading } | undefined {
  const words = text.slice(0, endOfWords(text));
  if (words === '' || /^[ \t\r\n]/u.test(words) || /[ \t]/u.test(text[words.length] ?? '')) return undefined;
  const heading = simpleHeading.exec(words);
  if (heading !== null) return readHeading(words, base, heading[1] ?? '', heading[2] ?? '');
  if (specialCharacter.test(words) || specialLine.test(words)) return undefined;
  const builder = new ProseBuilder();
  let at = 0;
  for (const lineEnding of words.matchAll(/\r\n|[\r\n]/gu)) {
    builder.add(words.slice(at, lineEnding.index), base + at, lineEnding.index - at);
    builder.add('\n', base + lineEnding.index, lineEnding[0].length);
    at = lineEnding.index + lineEnding[0].length;
  }
  builder.add(words.slice(at), base + at, words.length - at);
  const block = builder.build('paragraph', base, base + words.length);
  return block === undefined ? undefined : { block };
}

function readHeading(
  words: string,
  base: number,
  marks: string,
  title: string,
): { block: Block; heading: Heading } | undefined {
  if (specialCharacter.test(title)) return undefined;
  const builder = new ProseBuilder();
  builder.add(title, base + marks.length + 1, title.length);
  const block = builder.build('heading', base, base + words.length);
  if (block === undefined) return undefined;
  return { block, heading: { level: marks.length, title: title.trim(), span: block.span } };
}

function endOfWords(text: string): number {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end--;
  return end;
}
