import { expect } from 'chai';
import { fold, foldString, type Folded } from '../../../src/text/folding.js';
import type { Span } from '../../../src/text/span.js';

/** A text with a term in braces: the text without them, folded, and the term's folded place. */
export function placeMarked(marked: string): { text: string; folded: Folded; term: Span } {
  const at = marked.indexOf('{');
  const text = marked.replace(/[{}]/gu, '');
  const start = foldString(`${marked.slice(0, at)}x`).length - 1;
  const term = foldString(marked.slice(at + 1, marked.indexOf('}')));
  // A separator before the term may fold to nothing or to a space, depending on the term.
  const from = foldString(text).indexOf(term, Math.max(0, start - 1));
  expect(from, marked).to.be.at.least(0);
  return { text, folded: fold(text), term: { start: from, end: from + term.length } };
}
