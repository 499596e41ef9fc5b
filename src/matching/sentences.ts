import type { Folded } from '../text/folding.js';
import { classOf, UnitClass } from '../text/units.js';

/** The sentences of a block: start offsets in the folded text, ascending, the first 0. */
export class Sentences {
  private readonly starts: readonly number[];

  constructor(private readonly folded: Folded) {
    const starts = [0];
    for (let index = 0; index < folded.length; index++) {
      if (!endsSentence(folded, index)) continue;
      index = afterClosers(folded, index + 1) - 1;
      starts.push(index + 1);
    }
    this.starts = starts;
  }

  /** Number of the sentence that holds the unit at `offset`. */
  indexOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Start of the sentence that holds `offset`. */
  startOf(offset: number): number {
    return this.starts[this.indexOf(offset)] ?? 0;
  }

  /** End (exclusive) of the sentence that holds `offset`. */
  endOf(offset: number): number {
    return this.starts[this.indexOf(offset) + 1] ?? this.folded.length;
  }
}

/** Words whose full stop is no end of a sentence. */
const abbreviations = new Set(
  'inc ltd co corp llc lp plc dr mr mrs ms prof st vs v eg ie cf approx est dept ed rev supp'.split(' '),
);
/** Words whose full stop is no end of a sentence when a number follows: `no. 5`. */
const numberedAbbreviations = new Set('no nos art arts sec secs para paras fig figs vol ch pt pp'.split(' '));

function endsSentence(folded: Folded, index: number): boolean {
  const unit = folded.units[index] ?? 0;
  switch (unit) {
    case 0x3002: // 。
    case 0x21: // !
    case 0x3f: // ?
    case 0x3b: // ;
    case 0xff61: // ｡
      return true;
    case 0x2e: // .
      return isFullStop(folded, index);
    default:
      return false;
  }
}

function isFullStop(folded: Folded, index: number): boolean {
  const before = classOf(folded.units[index - 1] ?? 0);
  if (before === UnitClass.Ideograph) return true;
  const after = afterClosers(folded, index + 1);
  if (after < folded.length && folded.units[after] !== 0x20 && folded.joined[after] !== 1) return false;
  let start = index;
  while (
    start > 0 &&
    index - start <= longestAbbreviation &&
    classOf(folded.units[start - 1] ?? 0) === UnitClass.Letter
  )
    start--;
  // A single letter before the stop is an initial or part of an abbreviation (U.S., e.g.), if it is no end of `didn't`.
  if (index - start === 1 && folded.units[start - 1] !== apostrophe) return false;
  const word = String.fromCharCode(...folded.units.subarray(start, index));
  if (numberedAbbreviations.has(word)) return classOf(folded.units[after + 1] ?? 0) !== UnitClass.Digit;
  return !abbreviations.has(word);
}

const longestAbbreviation = 8;
const apostrophe = 0x27;

/** The offset behind the quotation marks and brackets that close at `from`, which go with the sentence before them. */
function afterClosers({ units, length }: Folded, from: number): number {
  let at = from;
  while (at < length && closers.has(units[at] ?? 0)) at++;
  return at;
}

const closers = new Set(Array.from('"\')]}»」』】》〉', (closer) => closer.charCodeAt(0)));

/**
 * Whether at most `words` words (or twice as many Chinese characters) stand in `[from, to)` of the folded text, and no end of a
 * sentence. Looks at no more units than such a stretch can reasonably have.
 */
export function isWithin(folded: Folded, sentences: Sentences, from: number, to: number, words: number): boolean {
  if (to < from || to - from > words * 40 + 4) return false;
  if (to > from && sentences.indexOf(from) !== sentences.indexOf(Math.min(to, folded.length - 1))) return false;
  let halves = 0;
  let inWord = false;
  for (let index = from; index < to; index++) {
    const unitClass = classOf(folded.units[index] ?? 0);
    const isWord = unitClass === UnitClass.Letter || unitClass === UnitClass.Digit;
    if (isWord && (!inWord || folded.joined[index] === 1)) halves += 2;
    if (unitClass === UnitClass.Ideograph) halves += 1;
    inWord = isWord;
    if (halves > words * 2) return false;
  }
  return true;
}
