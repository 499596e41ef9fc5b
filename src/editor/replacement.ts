import type { Finding } from '../review/finding.js';
import type { Localized } from '../rules/pack.js';
import type { Span } from '../text/span.js';

const han = /\p{Script=Han}/u;
/** Where a sentence begins: at the start, after a blank line, a list mark, the bar of a table, or a sentence before. */
const sentenceStart =
  /(?:^|\n[ \t>]*\n|\||[.!?]["'”’)*_]*[ \t\n]+|(?:^|\n)[ \t]*(?:[>#]+|[-*+]|\d{1,3}[.)])[ \t]+)[ \t]*["'“‘(*_]*$/u;
/** How far to look back for it, in UTF-16 units. */
const lookBack = 80;

/** What to put where. */
export interface Replacement {
  /** Source span. */
  readonly span: Span;
  readonly text: string;
}

/**
 * Today's wording for a stale reference, as it goes into the memo: in the language that the memo has on that line, whatever the
 * language of the editor, and with a capital where the one replaced had it at the start of a sentence.
 * @param text the memo that `finding` was found in
 */
export function replacementOf(text: string, finding: Finding, replacement: Localized): Replacement {
  const { start, end } = finding.span;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const rest = /^[^\r\n]*/u.exec(text.slice(end))?.[0] ?? '';
  if (han.test(text.slice(lineStart, end) + rest)) {
    // Titles bring their own marks.
    const isTitle = replacement.zh.includes('《') && text[start - 1] === '《' && text[end] === '》';
    return { span: isTitle ? { start: start - 1, end: end + 1 } : finding.span, text: replacement.zh };
  }
  const before = text.slice(Math.max(0, start - lookBack), start).replace(/\r\n?/gu, '\n');
  const isCapital = /^\p{Lu}/u.test(finding.text) && sentenceStart.test(before);
  const words = isCapital ? replacement.en.charAt(0).toUpperCase() + replacement.en.slice(1) : replacement.en;
  return { span: finding.span, text: words };
}
