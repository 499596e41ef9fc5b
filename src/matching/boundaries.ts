import type { Folded } from '../text/folding.js';
import { classOf, isWordClass, UnitClass } from '../text/units.js';

const Code = {
  Digit0: 0x30,
  Digit9: 0x39,
  E: 0x65,
  S: 0x73,
  X: 0x78,
} as const;

/**
 * Where a term that was found at `[start, end)` of the folded text ends, its regular English plural included, or -1 when
 * it only is a part of a longer word. Latin terms stand between word boundaries; Chinese ones may stand anywhere.
 */
export function boundedEnd(folded: Folded, start: number, end: number): number {
  return startsWord(folded, start) ? wordEnd(folded, end) : -1;
}

/**
 * As {@link boundedEnd} for a word that is glued to digits before it, as units are (`96GB`): -1 when no digit stands there or
 * the word goes on.
 */
export function gluedEnd(folded: Folded, start: number, end: number): number {
  return start > 0 && isDigit(folded.units[start - 1] ?? 0) ? wordEnd(folded, end) : -1;
}

/** Whether a word may start at `start`, or a unit that is glued to its number: everything else is inside a longer word. */
export function mayStart(folded: Folded, start: number): boolean {
  return startsWord(folded, start) || isDigit(folded.units[start - 1] ?? 0);
}

function startsWord(folded: Folded, start: number): boolean {
  if (start === 0 || !isWordClass(classAt(folded, start)) || !meets(folded, start)) return true;
  return isCountBefore(folded, start);
}

/** `8x` in `8xH100`: people write counts of machines so. `0x` begins a number in hexadecimal. */
function isCountBefore({ units }: Folded, start: number): boolean {
  if (units[start - 1] !== Code.X || !isDigit(units[start - 2] ?? 0)) return false;
  return units[start - 2] !== Code.Digit0 || isDigit(units[start - 3] ?? 0);
}

/** `x8` in `H100x8`. */
function isCountAfter(folded: Folded, end: number): boolean {
  const { units, length } = folded;
  if (units[end] !== Code.X) return false;
  let at = end + 1;
  while (at < length && at - end <= mostCountDigits && isDigit(units[at] ?? 0)) at++;
  return at > end + 1 && !meets(folded, at);
}

const mostCountDigits = 7;

function isDigit(unit: number): boolean {
  return unit >= Code.Digit0 && unit <= Code.Digit9;
}

function wordEnd(folded: Folded, end: number): number {
  const { units, length } = folded;
  if (end === length || !isWordClass(classAt(folded, end - 1))) return end;
  if (!meets(folded, end) || isCountAfter(folded, end)) return end;
  if (units[end] === Code.S && !meets(folded, end + 1)) return end + 1;
  if (units[end] === Code.E && units[end + 1] === Code.S && takesEs(folded, end) && !meets(folded, end + 2))
    return end + 2;
  return -1;
}

/** Whether the units on both sides of `at` belong to one word. */
function meets(folded: Folded, at: number): boolean {
  if (at >= folded.length || folded.joined[at] === 1) return false;
  const before = classAt(folded, at - 1);
  const after = classAt(folded, at);
  if (!isWordClass(before) || !isWordClass(after)) return false;
  // Underscores join words (`npu_h100`), but those around a word are emphasis.
  if (after === UnitClass.Underscore) return isWordClass(classBeyond(folded, at, 1));
  if (before === UnitClass.Underscore) return isWordClass(classBeyond(folded, at - 1, -1));
  return true;
}

/** The class of the unit behind a run of underscores; of an underscore when the run is longer than anybody's emphasis. */
function classBeyond(folded: Folded, from: number, step: 1 | -1): UnitClass {
  for (let at = from; Math.abs(at - from) <= 3; at += step) {
    if (at < 0 || at >= folded.length) return UnitClass.Other;
    const unitClass = classAt(folded, at);
    if (unitClass !== UnitClass.Underscore) return unitClass;
  }
  return UnitClass.Underscore;
}

/** After s, x, z, ch and sh the English plural is `es`. */
function takesEs({ units }: Folded, end: number): boolean {
  const last = String.fromCharCode(units[end - 1] ?? 0);
  const beforeLast = String.fromCharCode(units[end - 2] ?? 0);
  return 'sxz'.includes(last) || (last === 'h' && 'cs'.includes(beforeLast));
}

function classAt(folded: Folded, index: number): UnitClass {
  return classOf(folded.units[index] ?? 0);
}
