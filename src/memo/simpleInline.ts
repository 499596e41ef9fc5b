import { objectCharacter, type ProseBuilder } from './proseBuilder.js';

/*
 * Inline Markdown whose reading is certain without a parser: plain words, emphasis around words, code, links and addresses of the
 * plainest form. Whatever else might be markup is left to the parser; a test compares both on random memos.
 */

/** Where a search has to stop and look: what may be markup, an address, a line ending, or a character that the parser replaces. */
const stop = /[\\`*_[\]<>&~|\0@:\r\n]/gu;
const word = /[\p{L}\p{N}]/u;
const asciiWord = /[a-z0-9]/iu;
const code = /`([^`*\\[\]<>&~|\0\s]+(?: [^`*\\[\]<>&~|\0\s]+)*)`(?!`)/uy;
const link = /\[([^\\`*_[\]<>&~|!\0@:\s]+(?: [^\\`*_[\]<>&~|!\0@:\s]+)*)\]\([a-z0-9_:/.?=%#+,;-]+\)/iuy;
const address = /:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[a-z0-9-]+)*\/?(?=\)?[.,]?(?:[ \r\n]|$))/iuy;

/**
 * Adds the prose of inline content to a builder.
 * @param text in which `[from, to)` is the content; line endings in it are followed by `prefix`, the mark of a quote
 * @param base source offset of `text`
 * @returns whether the reading is certain; if not, the builder is to be thrown away
 */
export function addSimpleInline(
  text: string,
  from: number,
  to: number,
  base: number,
  builder: ProseBuilder,
  prefix = '',
): boolean {
  const content = to === text.length ? text : text.slice(0, to);
  if (/(?<!:\/\/)www\./iu.test(content.slice(from))) return false;
  /** The run of marks that an emphasis began with; empty outside of one. */
  let open = '';
  let done = from;
  const flush = (at: number): void => {
    if (at > done) builder.add(content.slice(done, at), base + done, at - done);
  };
  stop.lastIndex = from;
  for (let match = stop.exec(content); match !== null; match = stop.exec(content)) {
    const at = match.index;
    let next: number;
    switch (match[0]) {
      case '\r':
      case '\n': {
        const ending = content.startsWith('\r\n', at) ? 2 : 1;
        if (!content.startsWith(prefix, at + ending)) return false;
        next = at + ending + prefix.length;
        flush(at);
        // As in the parser's tree, where the mark belongs to the text that goes on behind it, if it is text.
        builder.add('\n', base + at, beginsNode(content, next) ? ending : next - at);
        break;
      }
      case ':':
        if (!content.startsWith('://', at)) {
          stop.lastIndex = at + 1;
          continue;
        } else {
          const start = schemeStart(content, from, at);
          const end = matchEnd(address, content, at);
          if (start < 0 || end < 0 || start < done) return false;
          flush(start);
          builder.add(objectCharacter, base + start, end - start);
          next = end;
        }
        break;
      case '_':
        // Between letters or digits it is a letter itself.
        if (asciiWord.test(content[at - 1] ?? '') && asciiWord.test(content[at + 1] ?? '')) {
          stop.lastIndex = at + 1;
          continue;
        }
        if (open === '') {
          if ((at > from && !/[ \r\n(]/u.test(content[at - 1] ?? '')) || !word.test(content[at + 1] ?? ''))
            return false;
          open = '_';
        } else {
          if (open !== '_' || !word.test(content[at - 1] ?? '')) return false;
          if (at + 1 < content.length && !/[ \r\n).,;?!]/u.test(content[at + 1] ?? '')) return false;
          open = '';
        }
        next = at + 1;
        flush(at);
        break;
      case '`':
        next = matchEnd(code, content, at);
        if (next < 0 || content[at - 1] === '`') return false;
        flush(at);
        builder.add(content.slice(at + 1, next - 1), base + at + 1, next - at - 2);
        break;
      case '[': {
        next = matchEnd(link, content, at);
        if (next < 0 || content[at - 1] === '!') return false;
        const words = content.indexOf(']', at);
        flush(at);
        builder.add(content.slice(at + 1, words), base + at + 1, words - at - 1);
        break;
      }
      case '*': {
        const run = content.startsWith('**', at) ? '**' : '*';
        // Runs pair off one after the other when words touch each pair from inside.
        if (content[at + run.length] === '*' || (open !== '' && open !== run)) return false;
        if (!word.test((open === '' ? content[at + run.length] : content[at - 1]) ?? '')) return false;
        open = open === '' ? run : '';
        next = at + run.length;
        flush(at);
        break;
      }
      default:
        return false;
    }
    done = next;
    stop.lastIndex = next;
  }
  flush(content.length);
  return open === '';
}

/** Whether something else than plain text begins at an offset. */
export function beginsNode(text: string, at: number): boolean {
  return /^(?:[`*_[]|https?:\/\/)/iu.test(text.slice(at, at + 8));
}

/** The offset of `http` or `https` before `://` at `colon`, where an address may begin; -1 when none begins there. */
function schemeStart(content: string, from: number, colon: number): number {
  const scheme = /https?$/u.exec(content.slice(Math.max(from, colon - 5), colon))?.[0];
  if (scheme === undefined) return -1;
  const start = colon - scheme.length;
  const before = start === from ? ' ' : (content[start - 1] ?? ' ');
  return /[ \n\r(]/u.test(before) ? start : -1;
}

function matchEnd(sticky: RegExp, text: string, at: number): number {
  sticky.lastIndex = at;
  return sticky.test(text) ? sticky.lastIndex : -1;
}
