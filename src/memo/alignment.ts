import { decodeNamedCharacterReference } from 'decode-named-character-reference';

/** A piece of a node's value and the source it was made from. Pieces of equal length map unit by unit. */
export interface AlignedPiece {
  readonly text: string;
  readonly source: number;
  readonly sourceLength: number;
}

/** The parser and this file disagree about what the source says: a mistake of ours, never of the memo. */
export class AlignmentError extends Error {
  constructor(offset: number) {
    super(`The Markdown source could not be aligned with its text at offset ${offset}.`);
    this.name = 'AlignmentError';
  }
}

/**
 * Aligns the value of a text-like node with the source it was parsed from. The value lacks backslashes of escapes, has
 * characters for references (`&amp;`), and has lost the white space and container marks (`>`) around line endings.
 * @param source the whole source
 * @param from offset at or before the first unit of the value
 * @returns the pieces, and the offset after the last one
 * @throws AlignmentError when value and source cannot be brought together
 */
export function align(
  value: string,
  source: string,
  from: number,
  limit: number,
): { pieces: AlignedPiece[]; end: number } {
  const pieces: AlignedPiece[] = [];
  let at = from;
  let run = 0;
  const flush = (index: number): void => {
    if (index > run)
      pieces.push({ text: value.slice(run, index), source: at - (index - run), sourceLength: index - run });
  };
  let index = 0;
  while (index < value.length) {
    const wanted = value[index] ?? '';
    const found = source[at];
    if (found === undefined || at >= limit) throw new AlignmentError(at);
    const reference = found === '&' ? decodeReference(source, at, limit) : undefined;
    if (reference !== undefined && value.startsWith(reference.text, index)) {
      flush(index);
      pieces.push({ text: reference.text, source: at, sourceLength: reference.length });
      index += reference.text.length;
      at += reference.length;
      run = index;
      continue;
    }
    const isBreak = wanted === '\n' || wanted === '\r';
    if (isBreak || ((found === '\n' || found === '\r') && wanted !== ' ')) {
      flush(index);
      if (isBreak) {
        const broken = lineBreak(value, index, source, at, limit);
        pieces.push({ text: '\n', source: broken.start, sourceLength: broken.end - broken.start });
        index += broken.valueLength;
        at = broken.end;
      } else at = continuation(source, at, limit, lineOf(value, index));
      run = index;
      continue;
    }
    if (found === '\\' && source[at + 1] === wanted && /[!-/:-@[-`{-~]/u.test(wanted)) {
      flush(index);
      pieces.push({ text: wanted, source: at, sourceLength: 2 });
      index++;
      at += 2;
      run = index;
    } else if (found === wanted || (wanted === '\uFFFD' && found === '\0')) {
      index++;
      at++;
    } else if (wanted === ' ' && (found === '\n' || found === '\r')) {
      flush(index);
      const end = continuation(source, at, limit, lineOf(value, index + 1));
      pieces.push({ text: '\n', source: at, sourceLength: end - at });
      index++;
      at = end;
      run = index;
    } else if (index === run && (found === ' ' || found === '\t' || found === '>')) {
      // White space and quote marks that the parser has taken off before the text begins.
      at++;
    } else if (found === ' ' || found === '\t') {
      flush(index);
      at++;
      run = index;
    } else throw new AlignmentError(at);
  }
  flush(index);
  return { pieces, end: at };
}

/** A line ending of the value: in the source it may have white space before it, and container marks after it. */
function lineBreak(
  value: string,
  index: number,
  source: string,
  at: number,
  limit: number,
): { start: number; end: number; valueLength: number } {
  const valueLength = value.startsWith('\r\n', index) ? 2 : 1;
  const start = at;
  let end = at;
  while (end < limit && (source[end] === ' ' || source[end] === '\t' || source[end] === '\\')) end++;
  if (source[end] !== '\n' && source[end] !== '\r') throw new AlignmentError(end);
  return { start, end: continuation(source, end, limit, lineOf(value, index + valueLength)), valueLength };
}

/** The line of a value that begins at `index`. */
function lineOf(value: string, index: number): string {
  return /^[^\r\n]*/u.exec(value.slice(index, index + 1_000))?.[0] ?? '';
}

/** The offset after a line ending and the indentation and quote marks of the next line, which its text `line` does not have. */
function continuation(source: string, at: number, limit: number, line: string): number {
  const start = at + (source.startsWith('\r\n', at) ? 2 : 1);
  let marks = line.startsWith('>')
    ? containerMarks(source.slice(start, Math.min(limit, start + 1_000)), line)
    : Infinity;
  const next = line[0] ?? '';
  let end = start;
  while (end < limit) {
    const found = source[end] ?? '';
    if (found === next && found !== ' ' && found !== '\t' && found !== '>') break;
    if (found === '>' && marks-- <= 0) break;
    if (found !== ' ' && found !== '\t' && found !== '>') break;
    end++;
  }
  return end;
}

/** How many of the `>` that a line begins with are marks of quotes, when its text begins with some, too: the last ones are the text's. */
function containerMarks(written: string, line: string): number {
  const plain = /^[ \t>]*/u.exec(written)?.[0] ?? '';
  const escaped = /^(?:\\>|&gt;|&#0*62;|&#x0*3e;|[ \t>])*/iu.exec(written.slice(plain.length))?.[0] ?? '';
  const inText = count(/^[ \t>]*/u.exec(line)?.[0] ?? '', />/gu);
  return count(plain, />/gu) - (inText - count(escaped, />|&[^;]*;/gu));
}

function count(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].length;
}

function decodeReference(source: string, at: number, limit: number): { text: string; length: number } | undefined {
  const match = /^&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{0,31}));/iu.exec(
    source.slice(at, Math.min(limit, at + 40)),
  );
  if (match === null) return undefined;
  const [whole, hex, decimal, name] = match;
  if (name !== undefined) {
    const decoded = decodeNamedCharacterReference(name);
    return decoded === false ? undefined : { text: decoded, length: whole.length };
  }
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
  const invalid =
    code === 0 ||
    code > 0x10ffff ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code < 9 ||
    code === 11 ||
    (code > 13 && code < 32) ||
    (code > 126 && code < 160) ||
    (code > 64975 && code < 65008) ||
    (code & 0xffff) >= 0xfffe;
  return { text: invalid ? '\uFFFD' : String.fromCodePoint(code), length: whole.length };
}
