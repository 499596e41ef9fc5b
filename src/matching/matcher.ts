import type { Folded } from '../text/folding.js';
import { Automaton, Hits } from './automaton.js';
import { boundedEnd, gluedEnd } from './boundaries.js';
import { compilePatterns, type CompiledPatterns, type Use } from './compile.js';
import { findNumbers } from './numbers.js';
import type { Match, TermPattern } from './pattern.js';
import { isWithin, type Sentences } from './sentences.js';
import { Slot, type Place } from './slot.js';

/**
 * Finds all patterns in folded texts. One scan of the automaton gives the words; patterns of several parts advance part
 * by part as their words come by, each time joining the nearest place reached before. The time is linear in the text for
 * whatever patterns were given.
 */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly hits = new Hits();
  private readonly slots: Slots;
  private readonly table: StepTable;
  /** Whether a number alone may be a match, in a text without any word of the automaton. */
  private readonly takesNumbers: boolean;

  constructor(private readonly compiled: CompiledPatterns) {
    this.automaton = new Automaton(compiled.tables);
    this.table = new StepTable(compiled);
    this.slots = new Slots(this.table.slot.reduce((most, slot) => Math.max(most, slot + 1), 0));
    const ofNumbers = Object.values(compiled.stepsOfNumber).flat();
    this.takesNumbers = ofNumbers.some((number) => {
      const step = compiled.steps[number];
      return step !== undefined && step.after === undefined && step.patterns.length > 0;
    });
  }

  /** Compiles patterns and makes their matcher. */
  static of(patterns: readonly TermPattern[]): Matcher {
    return new Matcher(compilePatterns(patterns));
  }

  /**
   * All occurrences of all patterns; overlapping ones too. Of a pattern of several parts that fits one last part in several
   * ways, the one is given whose parts stand nearest to one another, then the longest.
   */
  find(folded: Folded, sentences: () => Sentences): Match[] {
    const { hits } = this;
    hits.clear();
    this.automaton.scan(folded, hits);
    return hits.count === 0 && !this.takesNumbers
      ? []
      : new Search(this.compiled, this.table, this.slots, folded, sentences).run(hits);
  }
}

/** The steps as arrays: a search asks for them at every word that it meets. */
class StepTable {
  /** By step, where the parts before it are remembered; -1 for a first part. */
  readonly after: Int32Array;
  /** By step, the longest gap to the part before, in words. */
  readonly gap: Uint8Array;
  /** By step, where the part itself is remembered; -1 when no part follows. */
  readonly slot: Int32Array;

  constructor({ steps }: CompiledPatterns) {
    this.after = Int32Array.from(steps, ({ after }) => after ?? -1);
    this.gap = Uint8Array.from(steps, ({ gap }) => gap ?? 0);
    this.slot = Int32Array.from(steps, ({ slot }) => slot ?? -1);
  }
}

/** The slots of one search after the other. */
class Slots {
  private readonly all: Slot[];
  /** By slot, whether the search has used it. */
  private readonly isUsed: Uint8Array;
  private readonly used: number[] = [];

  constructor(count: number) {
    this.all = Array.from({ length: count }, () => new Slot());
    this.isUsed = new Uint8Array(count);
  }

  has(number: number): boolean {
    return this.isUsed[number] === 1;
  }

  get(number: number): Slot | undefined {
    return this.has(number) ? this.all[number] : undefined;
  }

  add(number: number, place: Place, now: number): void {
    this.all[number]?.add(place, now);
    if (this.has(number)) return;
    this.isUsed[number] = 1;
    this.used.push(number);
  }

  clear(): void {
    for (const number of this.used) {
      this.all[number]?.clear();
      this.isUsed[number] = 0;
    }
    this.used.length = 0;
  }
}

/** One search: how far each pattern of several parts has come. Parts come in the order of their starts. */
class Search {
  private readonly matches: Match[] = [];

  constructor(
    private readonly compiled: CompiledPatterns,
    private readonly table: StepTable,
    private readonly slots: Slots,
    private readonly folded: Folded,
    private readonly sentences: () => Sentences,
  ) {}

  run(hits: Hits): Match[] {
    const { folded } = this;
    const { steps, uses, stepsOfNumber } = this.compiled;
    const numbers = findNumbers(folded);
    let next = 0;
    const takeNumbersBefore = (offset: number): void => {
      for (let number = numbers[next]; number !== undefined && number.start < offset; number = numbers[++next]) {
        for (const step of stepsOfNumber[number.kind]) this.advance(step, number.start, number.end);
      }
    };
    for (let index = 0; index < hits.count; index++) {
      const start = hits.startAt(index);
      const usesOfWord = uses[hits.outputAt(index)] ?? [];
      takeNumbersBefore(start);
      const end = boundedEnd(folded, start, hits.endAt(index));
      if (end >= 0) {
        this.take(usesOfWord, start, end);
        continue;
      }
      const glued = gluedEnd(folded, start, hits.endAt(index));
      if (glued >= 0) {
        const afterNumber = usesOfWord.filter(({ step }) => steps[step]?.afterNumber === true);
        this.take(afterNumber, start, glued);
      }
    }
    takeNumbersBefore(folded.length + 1);
    this.slots.clear();
    return this.matches;
  }

  private take(uses: readonly Use[], start: number, end: number): void {
    const { after } = this.table;
    for (const { step, exact } of uses) {
      const before = after[step] as number;
      // Most words of later parts come where no part before them has been.
      if (before >= 0 && !this.slots.has(before)) continue;
      if (exact === undefined || isWrittenExactly(this.folded, start, end, exact)) this.advance(step, start, end);
    }
  }

  private advance(step: number, start: number, end: number): void {
    const { after, gap: gaps, slot: slotOf } = this.table;
    let place: Place = { start, end };
    const slotBefore = after[step] as number;
    if (slotBefore >= 0) {
      const before = this.slots.get(slotBefore)?.nearest(start);
      if (before === undefined || !joins(this.folded, this.sentences, before.end, start, gaps[step] as number)) return;
      const gap = start - before.end > 1 ? { start: before.end, end: start } : before.gap;
      place = { start: before.start, end, ...(gap === undefined ? {} : { gap }) };
    }
    for (const pattern of this.compiled.steps[step]?.patterns ?? []) this.matches.push({ pattern, ...place });
    const slot = slotOf[step] as number;
    if (slot >= 0) this.slots.add(slot, place, start);
  }
}

/** Whether a part may follow one that ends at `end`: with at most a space between them, or a gap of so many words within the sentence. */
function joins(folded: Folded, sentences: () => Sentences, end: number, start: number, gap: number): boolean {
  if (end === start) return true;
  if (start - end === 1 && folded.units[end] === 0x20) return true;
  return gap > 0 && isWithin(folded, sentences(), end, start, gap);
}

function isWrittenExactly(folded: Folded, start: number, end: number, exact: string): boolean {
  const { start: from, end: to } = folded.map.spanOf(start, end);
  return plain(folded.text.slice(from, to)).startsWith(plain(exact));
}

/** A text as written, but for width, normal form and separators. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF\u2010-\u2013\u2212-]+/gu, '');
}
