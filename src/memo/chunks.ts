import type { Span } from '../text/span.js';

/**
 * Cuts Markdown where a parse of each piece gives the same blocks as a parse of the whole: before a line that begins in
 * column 0 after a blank line, outside front matter, fences and comments; and after front matter. Such a line ends every list, quote and footnote, unless it is
 * a list item itself; there nothing is cut. Where this cannot be told for certain in one pass, the rest of the text is one chunk.
 * @param text without a byte order mark
 * @returns spans that cover the text without gaps, in order; at least one
 */
export function cut(text: string): Span[] {
  const cuts: number[] = [0];
  const end = new Cutter(text, cuts).run();
  return cuts.map((start, index) => ({ start, end: cuts[index + 1] ?? end }));
}

/** Length of the front matter with its fences, 0 when there is none. */
export function frontMatterLength(text: string): number {
  const match = /^---[ \t]*(?:\r\n|[\r\n])(?:[\s\S]*?(?:\r\n|[\r\n]))??---[ \t]*(?:\r\n|[\r\n]|$)/u.exec(text);
  return match === null ? 0 : match[0].length;
}

interface Line {
  readonly start: number;
  /** Offset of its line ending, or of the end of the text. */
  readonly end: number;
  readonly next: number;
}

/** HTML blocks that blank lines do not end, comments excepted: `<pre>`, `<?`, `<!X`, CDATA. */
const longHtml = /^<(?:(?:script|pre|style|textarea)(?=[\s>]|$)|\?|![a-z]|!\[CDATA\[)/iu;
const listMarker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)[ \t]*/uy;
const spaces = /[ \t]*/uy;

class Cutter {
  constructor(
    private readonly text: string,
    private readonly cuts: number[],
  ) {}

  /** Gives the length of the text, when all cuts are found. */
  run(): number {
    const { text } = this;
    let at = frontMatterLength(text);
    let afterFrontMatter = at > 0;
    let afterBlank = false;
    let inHtml = false;
    while (at < text.length) {
      const line = this.lineAt(at);
      const content = matchEnd(spaces, text, line.start);
      if (content >= line.end) {
        afterBlank = true;
        inHtml = false;
        at = line.next;
        continue;
      }
      const afterMarkers = this.afterMarkers(content, line.end);
      const endsContainers = afterBlank && afterMarkers === line.start;
      if (at > 0 && (afterFrontMatter || endsContainers)) this.cuts.push(line.start);
      afterFrontMatter = false;
      afterBlank = false;
      const first = text.charCodeAt(afterMarkers);
      if (first === Unit.Backtick || first === Unit.Tilde) {
        const close = this.fenceClose(line, content, afterMarkers);
        if (close === undefined) at = line.next;
        else if (close < 0 || inHtml) return text.length;
        else at = close;
        continue;
      }
      if (first === Unit.Less) {
        const rest = text.slice(afterMarkers, Math.min(line.end, afterMarkers + 12));
        if (longHtml.test(rest)) return text.length;
        if (rest.startsWith('<!--')) {
          const close = this.commentClose(line, content, afterMarkers);
          if (close < 0 || (inHtml && close > line.next)) return text.length;
          at = close;
          continue;
        }
        inHtml = true;
      }
      at = line.next;
    }
    return text.length;
  }

  private lineAt(start: number): Line {
    const { text } = this;
    let end = start;
    while (end < text.length) {
      const unit = text.charCodeAt(end);
      if (unit === Unit.LineFeed || unit === Unit.CarriageReturn) break;
      end++;
    }
    const next = text.startsWith('\r\n', end) ? end + 2 : Math.min(end + 1, text.length);
    return { start, end, next };
  }

  /** The offset after all list markers at the beginning of a line: the same as `from` when there is none. */
  private afterMarkers(from: number, lineEnd: number): number {
    let at = from;
    for (;;) {
      const end = Math.min(matchEnd(listMarker, this.text, at), lineEnd);
      if (end === at) return at;
      at = end;
    }
  }

  /**
   * The offset after the closing line of the fence that opens at `fence`; the end of the text when a top-level one is never
   * closed; nothing when it is no fence; -1 when a container may have ended it before.
   */
  private fenceClose(opening: Line, content: number, fence: number): number | undefined {
    const { text } = this;
    const mark = text[fence] ?? '';
    let length = 0;
    while (text[fence + length] === mark) length++;
    if (length < 3) return undefined;
    if (mark === '`' && text.slice(fence + length, opening.end).includes('`')) return undefined;
    const nested = fence > opening.start;
    const indent = this.indentOf(opening, content, fence);
    if (indent < 0) return -1;
    for (let at = opening.next; at < text.length;) {
      const line = this.lineAt(at);
      const start = matchEnd(spaces, text, line.start);
      if (start < line.end) {
        if (nested && (start - line.start < indent || text.slice(line.start, start).includes('\t'))) return -1;
        let run = 0;
        while (text[start + run] === mark) run++;
        const closes = run >= length && matchEnd(spaces, text, start + run) >= line.end;
        // How far a nested one may be indented depends on its container: only the same column is certain.
        if (closes && nested) return start - line.start === indent ? line.next : -1;
        if (closes && start - line.start <= 3 && !text.slice(line.start, start).includes('\t')) return line.next;
      }
      at = line.next;
    }
    return nested ? -1 : text.length;
  }

  /** The offset after the line on which the comment at `start` is closed, or -1 when a container may end it before. */
  private commentClose(opening: Line, content: number, start: number): number {
    const { text } = this;
    const close = text.indexOf('-->', start + 2);
    if (close >= 0 && close < opening.end) return opening.next;
    const nested = start > opening.start;
    const indent = this.indentOf(opening, content, start);
    if (indent < 0) return -1;
    for (let at = opening.next; at < text.length;) {
      const line = this.lineAt(at);
      const from = matchEnd(spaces, text, line.start);
      if (nested && from < line.end && (from - line.start < indent || text.slice(line.start, from).includes('\t')))
        return -1;
      if (text.slice(line.start, line.end).includes('-->')) return line.next;
      at = line.next;
    }
    return nested ? -1 : text.length;
  }

  /** Columns before `at` on its line, or -1 when there are tabs among them. */
  private indentOf(line: Line, content: number, at: number): number {
    if (this.text.slice(line.start, Math.max(content, at)).includes('\t')) return -1;
    return at - line.start;
  }
}

const Unit = { LineFeed: 10, CarriageReturn: 13, Less: 0x3c, Backtick: 0x60, Tilde: 0x7e } as const;

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : at;
}
