import type { Span } from '../text/span.js';
import type { Folded } from '../text/folding.js';
import type { Sentences } from './sentences.js';

/*
 * Whether a text only speaks of a term: supposes it ("had we taken a board seat, CFIUS would have asked"), or quotes it as a word
 * (the term "model weights" is not defined). A plain condition ("if the fund takes a seat") is no supposition: whether to meet it is
 * what the memo is about. And what is quoted from somebody's mouth or from a clause is a fact of the deal, not a word.
 */

/** What a text does with a term instead of stating it: folded offsets of the words that show it. */
export interface Hearsay extends Span {
  readonly kind: 'supposed' | 'quoted';
}

const reachBefore = 90;
const reachAfter = 90;

const supposingBefore =
  /(?<![a-z])(?:hypothetical(?:ly)?|suppos(?:e|ing)(?! to)|imagine|for (?:the sake of )?(?:argument|illustration)(?:'s sake)?|by way of (?:illustration|example)|thought experiment|let us assume|assume for a moment|in an unreal case)(?![a-z])|^["'(]?(?:had|were) (?:we|they|it|he|she|you|i|the [a-z]+|[a-z]+) (?:ever |also |instead )?(?:to |[a-z]+(?:ed|en) |bought |sold |held |kept |made |got |had |been )|(?<![务型要本心键])假设(?![:、和表为中条书的是])|假如|假定|假使|倘若|设想|试想|打个比方|比方说|(?:如果|若|要是)(?:当初|当时)/gu;
/** A condition that was not met: `if the fund had …, it would have …`, in either order. */
const unmet = new RegExp(
  ['(?:if|had|were|unless)(?![a-z]).*(?<![a-z])(?:CONSEQUENCE)', '(?:CONSEQUENCE).*(?<![a-z])(?:if|had|unless)']
    .map((order) => `(?<![a-z])${order}(?![a-z])`)
    .join('|')
    .replaceAll('CONSEQUENCE', 'would (?:not |never )?have (?:[a-z]+ed|been|had|meant|made|brought|needed|become)'),
  'u',
);
const supposingAfter =
  /^[^.;。；!?]{0,30}?(?:(?<![a-z])(?:is|are|was|were) (?:purely |only |merely )?(?:hypothetical|an illustration)(?![a-z])|只是假设|仅为假设|纯属假设|仅为举例|只是举例)/u;

const wordBefore =
  /(?<![a-z])(?:words?|terms?|phrases?|expressions?|wording|acronyms?|abbreviations?|adjectives?|nouns?) (?:such as |like |of )?["'「『《]([^"「」『』《》]{0,40})$|(?:词语|术语|字眼|缩写|措辞|词) ?["'「『《]([^"「」『』《》]{0,20})$/u;
const closing = /^[^"「」『』《》]{0,40}["'」』》]/u;
const openBefore = /["「『]([^"「」『』]{0,20})$/u;
const wordAfter =
  /^[^"「」『』]{0,20}["」』] ?(?:一词|这个词|这一词|两个字|[二两三四五六]字|字样|字眼|一语|这一术语|这个术语|这个缩写)/u;

/** Whether the text only supposes a term or quotes it as a word, and by which words. */
export function findHearsay(folded: Folded, sentences: Sentences, term: Span): Hearsay | undefined {
  if (!mayHold(folded)) return undefined;
  const sentence = sentences.startOf(term.start);
  const from = Math.max(sentence, term.start - reachBefore);
  const to = Math.min(sentences.endOf(Math.max(0, term.end - 1)), term.end + reachAfter);
  const around: Around = {
    before: slice(folded, from, term.start),
    term: slice(folded, term.start, term.end),
    after: slice(folded, term.end, to),
    fromSentenceStart: from === sentence,
  };
  const quotation = quoting(around);
  if (quotation !== undefined) return { kind: 'quoted', ...moved(quotation, from) };
  const supposition = supposing(around);
  return supposition === undefined ? undefined : { kind: 'supposed', ...moved(supposition, from) };
}

/** A word of every cue, or the quotation marks of a quoted word: a text without any needs no closer look. */
const anyCue =
  /hypothetical|suppos|imagin|argument|illustrat|example|experiment|assume|had |were |would |假设|假如|假定|假使|倘若|设想|试想|比方|当初|当时|举例|["「『《]/u;
const looked = new WeakMap<Folded, boolean>();

function mayHold(folded: Folded): boolean {
  let known = looked.get(folded);
  if (known === undefined) looked.set(folded, (known = anyCue.test(slice(folded, 0, folded.length))));
  return known;
}

/** The text around a term, within its sentence. */
interface Around {
  readonly before: string;
  readonly term: string;
  readonly after: string;
  readonly fromSentenceStart: boolean;
}

/** The words that make the quotation one of a word, up to the term or behind it. */
function quoting({ before, term, after }: Around): Span | undefined {
  const named = wordBefore.exec(before);
  if (named !== null && closing.test(after)) return { start: named.index, end: before.length };
  const label = openBefore.test(before) ? wordAfter.exec(after) : null;
  if (label === null) return undefined;
  const start = before.length + term.length;
  return { start, end: start + label[0].length };
}

function supposing({ before, term, after, fromSentenceStart }: Around): Span | undefined {
  for (const { index, 0: cue } of before.matchAll(supposingBefore)) {
    if (index > 0 || fromSentenceStart || !inversion.test(cue)) return { start: index, end: index + cue.length };
  }
  const start = before.length + term.length;
  const label = supposingAfter.exec(after);
  if (label !== null) return { start, end: start + label[0].length };
  const condition = unmet.exec(before + term + after);
  return condition === null ? undefined : { start: condition.index, end: condition.index + condition[0].length };
}

/** The order of words that makes a condition only where a sentence begins. */
const inversion = /^["'(]?(?:had|were) /u;

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

function slice({ units }: Folded, start: number, end: number): string {
  let text = '';
  // A call may have only so many arguments.
  for (let at = start; at < end; at += 8192)
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + 8192)));
  return text;
}
