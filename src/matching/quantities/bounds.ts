import { exactly, type Interval } from './interval.js';

/*
 * The words before and behind a number that make a bound of it. Patterns of our own over folded text; each is anchored to the
 * number, so that it looks at a few units only.
 */

type Bound = 'above' | 'from' | 'below' | 'upTo' | 'nearly';

const before: readonly (readonly [Bound, RegExp])[] = [
  [
    'from',
    /(?:(?<![a-z])(?:at least|(?:no|not) (?:less|fewer) than|(?:a )?minimum(?: of)?|not (?:below|under))|[≥⩾]|>=|至少|不少于|不低于|不小于|最少|起码) ?$/u,
  ],
  [
    'upTo',
    /(?:(?<![a-z])(?:up to|at most|(?:no|not) more than|not (?:to )?exceed(?:ing)?|(?:a )?maximum(?: of)?|capped at|not (?:over|above))|[≤⩽]|<=|[不未]超过?|不高于|不多于|不大于|最多|至多|不逾|上限为?) ?$/u,
  ],
  [
    'above',
    /(?:(?<![a-z])(?:more than|over|above|exceed(?:s|ed|ing)?|greater than|larger than|in excess of|north of|upwards? of)|>|超过|超出|高于|大于|多于|逾|超|突破) ?$/u,
  ],
  [
    'below',
    /(?:(?<![a-z])(?:less than|fewer than|under|below|short of|lower than|smaller than|south of)|<|不足|不到|不及|低于|少于|小于|未满|不满|未达|未到) ?$/u,
  ],
  ['nearly', /(?:(?<![a-z])(?:nearly|almost|just (?:under|below|short of)|close to|approaching)|将近|接近|近) ?$/u],
];
const behind: readonly (readonly [Bound, RegExp])[] = [
  ['from', /^ ?(?:\+(?!\d)|(?:or|and) (?:more|above|over|greater|higher|upwards?)(?![a-z])|plus(?![a-z])|及?以上)/u],
  ['above', /^ ?(?:余|多(?=[名位人个条份台部张块家元美万])|有余)/u],
  ['upTo', /^ ?(?:(?:or|and) (?:less|fewer|below|under|lower)(?![a-z])|以内|之内|封顶)/u],
  ['below', /^ ?以下/u],
];

/** How far a bound looks before and behind the number, in folded units. */
export const boundReach = 24;

/**
 * What a value says with the words around it: `more than 1,000,000` is an open interval above it.
 * @param textBefore folded, up to the number
 * @param textBehind folded, from the end of the number and of its unit
 */
export function bounded(value: number, textBefore: string, textBehind: string): Interval {
  const bound =
    before.find(([, words]) => words.test(textBefore))?.[0] ?? behind.find(([, words]) => words.test(textBehind))?.[0];
  switch (bound) {
    case 'above':
      return { low: value, high: Infinity, lowOpen: true };
    case 'from':
      return { low: value, high: Infinity };
    case 'below':
      return { low: 0, high: value, highOpen: true };
    case 'upTo':
      return { low: 0, high: value };
    case 'nearly':
      // No less than nine tenths of it is meant; the exact line is of no consequence but for a threshold right below.
      return { low: value * 0.9, high: value, highOpen: true };
    case undefined:
      return exactly(value);
  }
}
