import { align, type AlignedPiece } from './alignment.js';

/** The prose between two block-level places of raw HTML. */
export interface HtmlProse {
  readonly pieces: readonly AlignedPiece[];
  readonly start: number;
  readonly end: number;
}

const token =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea)\b[\s\S]*?(?:<\/\1\s*>|$)|<\/?([a-z][a-z0-9-]*)\b(?:"[^"]*"|'[^']*'|[^>"'])*>|<[!?][^>]*>/giu;
/** Tags that do not end a paragraph. */
const inline = /^(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var)$/iu;

/** The visible text of raw HTML in Markdown, outside tags, comments, scripts and styles, and its comments. */
export function readHtml(
  source: string,
  start: number,
  end: number,
): { prose: HtmlProse[]; comments: { start: number; end: number }[] } {
  const prose: HtmlProse[] = [];
  const comments: { start: number; end: number }[] = [];
  const html = source.slice(start, end);
  let pieces: AlignedPiece[] = [];
  let at = 0;
  const text = (to: number): void => {
    for (let from = at; from < to;) {
      const reference = html.indexOf('&', from);
      const stop = reference < 0 || reference >= to ? to : reference;
      if (stop > from) pieces.push({ text: html.slice(from, stop), source: start + from, sourceLength: stop - from });
      from = stop;
      if (from >= to) break;
      const semicolon = html.indexOf(';', from);
      const length = semicolon > from && semicolon - from < 34 && semicolon < to ? semicolon - from + 1 : 1;
      pieces.push(...reference1(source, start + from, length));
      from += length;
    }
  };
  const flush = (): void => {
    const first = pieces[0];
    const last = pieces[pieces.length - 1];
    if (first !== undefined && last !== undefined)
      prose.push({ pieces, start: first.source, end: last.source + last.sourceLength });
    pieces = [];
  };
  for (const match of html.matchAll(token)) {
    text(match.index);
    at = match.index + match[0].length;
    if (match[0].startsWith('<!--')) comments.push({ start: start + match.index, end: start + at });
    else if (!inline.test(match[2] ?? '')) flush();
  }
  text(html.length);
  flush();
  return { prose, comments };
}

/** One character reference, or the characters as they are when it is none. */
function reference1(source: string, at: number, length: number): AlignedPiece[] {
  const written = source.slice(at, at + length);
  for (const [entity, character] of commonReferences) {
    if (written === entity) return align(character, source, at, at + length).pieces;
  }
  return [{ text: written, source: at, sourceLength: length }];
}

const commonReferences: readonly (readonly [string, string])[] = [
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&nbsp;', '\u00A0'],
  ['&ndash;', '–'],
  ['&mdash;', '—'],
  ['&rsquo;', '’'],
  ['&lsquo;', '‘'],
  ['&ldquo;', '“'],
  ['&rdquo;', '”'],
  ['&hellip;', '…'],
  ['&#39;', "'"],
];
