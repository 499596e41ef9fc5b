import { OffsetMap } from './offsetMap.js';
import { simplify } from './traditional.js';
import { classOf, isAppended, UnitClass } from './units.js';

/**
 * A text with the differences of spelling taken away that never change a term: case, width, Unicode normal form, traditional or
 * simplified Chinese characters,
 * typographic quotes and dashes, line wraps, and whether words are joined by a hyphen or a space. One run of white space and
 * hyphens becomes one space; between a letter and a digit, and next to a Chinese character, it becomes nothing.
 */
export interface Folded {
  /** The folded UTF-16 units; only the first `length` count. */
  readonly units: Uint16Array;
  readonly length: number;
  /** 1 at the index of a unit before which a separator was dropped: a word may begin there. */
  readonly joined: Uint8Array;
  /** Leads from folded offsets back to offsets of `text`. */
  readonly map: OffsetMap;
  /** The text that was folded. */
  readonly text: string;
}

const Code = {
  Space: 0x20,
  Hyphen: 0x2d,
  FirstUpper: 0x41,
  LastUpper: 0x5a,
} as const;

/** Folds a text in one pass, in time linear in its length. */
export function fold(text: string): Folded {
  return new Folder(text, new Uint16Array(text.length + 8), new Uint8Array(text.length + 8)).fold();
}

const scratchUnits = new Uint16Array(512);
const scratchJoined = new Uint8Array(512);

/** The folded form of a short text, such as a term, as a string. */
export function foldString(text: string): string {
  // Terms are folded by the ten thousand when rules are compiled: one buffer serves all that fit.
  const folder =
    text.length + 8 > scratchUnits.length
      ? new Folder(text, new Uint16Array(text.length + 8), new Uint8Array(text.length + 8))
      : new Folder(text, scratchUnits, scratchJoined);
  return folder.foldUnits();
}

class Folder {
  private length = 0;
  private readonly map = OffsetMap.builder();
  private separatorStart = -1;
  private separatorEnd = -1;
  private separatorHasHyphen = false;
  private lastClass = UnitClass.Other;

  constructor(
    private readonly text: string,
    private units: Uint16Array,
    private joined: Uint8Array,
  ) {}

  fold(): Folded {
    this.run();
    return { units: this.units, length: this.length, joined: this.joined, map: this.map.build(), text: this.text };
  }

  foldUnits(): string {
    this.run();
    let folded = '';
    // A call may have only so many arguments.
    for (let at = 0; at < this.length; at += 8192) {
      folded += String.fromCharCode(...this.units.subarray(at, Math.min(this.length, at + 8192)));
    }
    return folded;
  }

  private run(): void {
    const { text } = this;
    let index = 0;
    while (index < text.length) {
      const unit = text.charCodeAt(index);
      const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
      // Nearly all text: one unit that folds to one unit, with no combining mark after it.
      if (unit < 0x80 && next < 0x300) {
        const unitClass = classOf(unit);
        if (unitClass === UnitClass.White || unitClass === UnitClass.Hyphen) this.separate(index, index + 1, unitClass);
        else this.emit(unit >= Code.FirstUpper && unit <= Code.LastUpper ? unit + 32 : unit, unitClass, index, 1);
        index++;
      } else {
        index = this.cluster(index);
      }
    }
  }

  /** Folds the character at `start` together with the combining marks after it; gives the offset after them. */
  private cluster(start: number): number {
    const { text } = this;
    const first = text.codePointAt(start) ?? 0;
    let end = start + (first > 0xffff ? 2 : 1);
    const firstClass = first > 0xffff ? UnitClass.Other : classOf(first);
    if (firstClass === UnitClass.Ignorable) return end;
    if (firstClass === UnitClass.White || firstClass === UnitClass.Hyphen) {
      this.separate(start, end, firstClass);
      return end;
    }
    let marked = false;
    while (end < text.length) {
      const unit = text.charCodeAt(end);
      const unitClass = classOf(unit);
      let length = 1;
      if (unitClass === UnitClass.Mark) marked = true;
      else if (isHighSurrogate(unit) && isMark(text.codePointAt(end) ?? 0)) {
        marked = true;
        length = 2;
      } else if (unitClass !== UnitClass.Ignorable) break;
      end += length;
    }
    const folded = marked ? foldCharacters(text.slice(start, end)) : foldCharacter(first);
    if (folded.length === 1) {
      const unit = folded.charCodeAt(0);
      this.emit(unit, classOf(unit), start, end - start);
    } else {
      this.emitAtom(folded, start, end - start);
    }
    return end;
  }

  private emitAtom(folded: string, source: number, sourceLength: number): void {
    for (let index = 0; index < folded.length; index++) {
      const unit = folded.charCodeAt(index);
      const unitClass = classOf(unit);
      if (index === 0) this.settleSeparator(unitClass);
      this.put(unit, unitClass);
    }
    this.map.appendAtom(folded.length, source, sourceLength);
  }

  private emit(unit: number, unitClass: UnitClass, source: number, sourceLength: number): void {
    if (this.separatorStart >= 0) this.settleSeparator(unitClass);
    this.put(unit, unitClass);
    this.map.append(1, source, sourceLength);
  }

  private put(unit: number, unitClass: UnitClass): void {
    if (this.length === this.units.length) this.grow();
    this.units[this.length++] = unit;
    this.lastClass = unitClass;
  }

  private separate(start: number, end: number, unitClass: UnitClass): void {
    if (this.separatorStart < 0) {
      this.separatorStart = start;
      this.separatorHasHyphen = false;
    }
    this.separatorEnd = end;
    if (unitClass === UnitClass.Hyphen) this.separatorHasHyphen = true;
  }

  /** Decides what becomes of the separator between the last unit and one of class `next`. */
  private settleSeparator(next: UnitClass): void {
    const start = this.separatorStart;
    if (start < 0) return;
    this.separatorStart = -1;
    if (this.length === 0) return;
    const last = this.lastClass;
    if (joins(last, next, this.separatorHasHyphen)) {
      if (this.length === this.joined.length) this.grow();
      this.joined[this.length] = 1;
      return;
    }
    const bothDigits = last === UnitClass.Digit && next === UnitClass.Digit;
    // A hyphen between digits stays visible: it may be a range.
    this.put(bothDigits && this.separatorHasHyphen ? Code.Hyphen : Code.Space, UnitClass.White);
    this.map.append(1, start, this.separatorEnd - start);
  }

  private grow(): void {
    const units = new Uint16Array(this.units.length * 2);
    units.set(this.units);
    this.units = units;
    const joined = new Uint8Array(this.joined.length * 2);
    joined.set(this.joined);
    this.joined = joined;
  }
}

function joins(last: UnitClass, next: UnitClass, hyphen: boolean): boolean {
  if (last === UnitClass.Letter && next === UnitClass.Digit) return true;
  if (last === UnitClass.Digit && next === UnitClass.Letter) return true;
  const ideographs = (last === UnitClass.Ideograph ? 1 : 0) + (next === UnitClass.Ideograph ? 1 : 0);
  return hyphen ? ideographs === 1 && last !== UnitClass.Other && next !== UnitClass.Other : ideographs > 0;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isMark(codePoint: number): boolean {
  return /\p{M}/u.test(String.fromCodePoint(codePoint));
}

const foldedCharacters = new Map<number, string>();

/** Folds one character that no combining mark follows. Kept, since a memo uses few different ones. */
function foldCharacter(codePoint: number): string {
  let folded = foldedCharacters.get(codePoint);
  if (folded === undefined) {
    folded = foldCharacters(String.fromCodePoint(codePoint));
    foldedCharacters.set(codePoint, folded);
  }
  return folded;
}

/** Folds a character with the marks that belong to it. */
function foldCharacters(characters: string): string {
  const visible = characters.replace(ignorable, '');
  if (isAppended(visible)) return visible.normalize('NFC');
  const folded = visible
    // The mapping makes two primes of one double prime.
    .replace(/\u2033/gu, '"')
    .normalize('NFKC')
    .toLowerCase()
    // `İ` lowers to `i` and a dot above, which no term has.
    .replace(/\u0307/gu, '')
    .replace(/[\u2018-\u201B\u02BC\u2032]/gu, "'")
    .replace(/[\u201C-\u201F]/gu, '"');
  return folded === '' ? characters : folded.length === 1 ? simplify(folded) : folded;
}

const ignorable = /[\u200B-\u200F\u2060-\u2064]|\uFEFF|\u00AD|[\uFE00-\uFE0F]|[\u180B-\u180D]/gu;
