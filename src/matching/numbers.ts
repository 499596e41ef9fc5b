import type { Folded } from '../text/folding.js';
import { classOf, UnitClass } from '../text/units.js';

export type NumberKind = 'number' | 'percent';

/** A number as written: folded offsets, with multiplier or percent sign, and a range's lower bound when there is one. */
export interface NumberToken {
  readonly kind: NumberKind;
  readonly start: number;
  readonly end: number;
}

// Patterns of our own over the folded text; each is linear: no nested repetition, and alternatives begin differently.
const multiplier = '(?:(?:thousand|million|billion|trillion|bn|mn|[kmb])(?![a-z0-9])|[多余餘]?[百千万萬亿億]+)';
const digits = "\\d+(?:[,.']\\d+)*";
const power = '(?: ?[x×*] ?10\\^?[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?: ?\\^ ?)?[+-]?\\d*|e[+]?\\d{1,3}(?!\\d)|\\^ ?\\d+)';
const amount = `${digits}${power}?(?: ?${multiplier})?`;
const chineseDigits = '[零〇一二两兩三四五六七八九十百千万萬亿億]+(?:[点點][零〇一二三四五六七八九]+)?';
const percentSign = '(?: ?%| ?percent(?![a-z])| ?per cent(?![a-z])| ?pct(?![a-z]))';
const tenths = '[一二两兩三四五六七八九]成(?:半|[一二三四五六七八九])?(?![不员員立本果为為功套长長熟品分交人都就])';
const fraction = '[二三四五六七八九十]分之[一二两兩三四五六七八九]';
const words = [
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -]?(?:one|two|three|four|five|six|seven|eight|nine))?',
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)',
].join('|');
/** Shares in words: `ten per cent`, `two thirds`; not `one third party`. */
const wordShare = `${words} ?(?:percent|per cent|pct)(?![a-z])|(?:one|two|three|four) (?:third|quarter|fifth|tenth)s?(?![a-z]| ?part(?:y|ies)(?![a-z]))`;
const numberPattern = new RegExp(
  `(?<![a-z])(?:${wordShare})|${tenths}|${fraction}|百分之(?:${chineseDigits}|${digits})|${amount}(?: ?(?:-|~|to|至|到) ?${amount})?${percentSign}?|${amount}${percentSign}|${chineseDigits}`,
  'gu',
);

const share = /%|percent|per cent|pct|分之|成|(?:third|quarter|fifth|tenth)s?$/u;
/** What every number has one of. */
const anyNumber = /[0-9零〇一二两兩三四五六七八九十百千]|per ?cent|pct|third|quarter|fifth|tenth/u;

/** The numbers of a folded text, in order; none overlap. */
export function findNumbers(folded: Folded): readonly NumberToken[] {
  let known = found.get(folded);
  if (known === undefined) found.set(folded, (known = search(folded)));
  return known;
}

/** Both the matcher and the quantities ask for the numbers of a text. */
const found = new WeakMap<Folded, readonly NumberToken[]>();

function search(folded: Folded): NumberToken[] {
  const text = decode(folded);
  if (!anyNumber.test(text)) return [];
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(numberPattern)) {
    const start = match.index;
    const end = start + match[0].length;
    if (!standsAlone(folded, start)) continue;
    const percent = share.test(match[0]);
    tokens.push({ kind: percent ? 'percent' : 'number', start, end });
  }
  return tokens;
}

function decode({ units, length }: Folded): string {
  let text = '';
  for (let index = 0; index < length; index += 8192) {
    text += String.fromCharCode(...units.subarray(index, Math.min(length, index + 8192)));
  }
  return text;
}

/** A digit glued to a word before it (`h100`) is no number of its own, unless a separator stood between them. */
function standsAlone(folded: Folded, start: number): boolean {
  if (start === 0 || folded.joined[start] === 1) return true;
  const before = classOf(folded.units[start - 1] ?? 0);
  return before !== UnitClass.Letter && before !== UnitClass.Digit && before !== UnitClass.Underscore;
}
