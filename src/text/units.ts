/** What a UTF-16 unit is to spelling and word boundaries. */
export const enum UnitClass {
  Unknown = 0,
  /**
   * Anything that neither makes words nor separates them: punctuation, symbols, halves of surrogate pairs, and what stands behind a
   * word without being part of it: `H100¹`, `H100™`, `H100①`.
   */
  Other,
  /** A letter of a script that writes words apart: Latin, Greek, Cyrillic … */
  Letter,
  Digit,
  /** A character of a script that does not write words apart: Han, kana, hangul, and CJK punctuation that goes with it. */
  Ideograph,
  White,
  /** A hyphen or short dash, which separates words as a space does. An em dash is punctuation. */
  Hyphen,
  /** Invisible: zero-width characters, soft hyphens, variation selectors. */
  Ignorable,
  /** A combining mark, or another part of a character that begins before it: a conjoining jamo, a half-width voiced mark. */
  Mark,
  Underscore,
}

const classes = new Uint8Array(0x10000);

/** The class of a UTF-16 unit; computed once for each unit that ever occurs. */
export function classOf(unit: number): UnitClass {
  // The table holds nothing but what `classify` gave.
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
  const known = classes[unit] as UnitClass;
  if (known !== UnitClass.Unknown) return known;
  const found = classify(unit);
  classes[unit] = found;
  return found;
}

/** Whether a unit of this class is part of a word that is written apart from its neighbours. */
export function isWordClass(unitClass: UnitClass): boolean {
  return unitClass === UnitClass.Letter || unitClass === UnitClass.Digit || unitClass === UnitClass.Underscore;
}

function classify(unit: number): UnitClass {
  const character = String.fromCharCode(unit);
  if (character === '_' || character === '\uFF3F') return UnitClass.Underscore;
  // Alternatives rather than one class: a variation selector in a class reads as part of the character before it.
  if (/\u00AD|[\u200B-\u200F\u2060-\u2064]|\uFEFF|[\uFE00-\uFE0F]|[\u180B-\u180D]/u.test(character))
    return UnitClass.Ignorable;
  if (/[-\u2010-\u2013\u2212\uFE63\uFF0D]/u.test(character)) return UnitClass.Hyphen;
  if (/[\s\u0085]/u.test(character)) return UnitClass.White;
  if (/[\p{M}\u1160-\u11FF\uFF9E\uFF9F]/u.test(character)) return UnitClass.Mark;
  if (isAppended(character)) return UnitClass.Other;
  if (/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\u3000-\u303F]/u.test(character))
    return UnitClass.Ideograph;
  if (/[\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F\u2018-\u201D\u2026\u2014]/u.test(character)) return UnitClass.Other;
  if (/\p{Nd}/u.test(character)) return UnitClass.Digit;
  if (/[\p{L}\p{Nl}]/u.test(character)) return UnitClass.Letter;
  return UnitClass.Other;
}

/**
 * Whether a character is a footnote mark, an exponent, a sign of a trade mark or the like: compatibility mappings make digits or letters
 * of it, but it is no part of the word or number it stands behind.
 */
export function isAppended(character: string): boolean {
  return /[\p{No}\u00AA\u00BA\u02B0-\u02B8\u02E0-\u02E4\u1D2C-\u1D6A\u2071\u207F\u2120\u2122\u24B6-\u24E9]/u.test(
    character,
  );
}
