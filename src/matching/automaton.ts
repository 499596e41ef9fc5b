import type { Folded } from '../text/folding.js';
import { mayStart } from './boundaries.js';

/*
 * One automaton for all words of all packs: the smallest acyclic one (a DAWG) that accepts them, with an output at each state
 * in which words end. It is walked from every place where a word may start; a walk ends where no word goes on, mostly after
 * a unit or two, and never runs longer than the longest word, so that the time is linear in the text. Unlike a trie with suffix
 * links (Aho & Corasick 1975) it shares the ends of words as well as their beginnings: `(export|re-export) licen(c|s)e` costs few
 * states although it stands for many words. The transitions of a state stand together, in order of their unit classes: few
 * states have many. Only the start has one for nearly every class, so it has a table of its own. Units that occur in no word share
 * class 0.
 */

/** The tables of an automaton, as plain numbers that can be stored. State 0 is the start, and nothing leads back to it. */
export interface AutomatonTables {
  /** The units that occur in words: that of class c stands at index c - 1. */
  readonly units: Uint16Array;
  /** By state, its first transition; one more at the end. */
  readonly first: Int32Array;
  /** By transition, its unit class; ascending within a state. */
  readonly label: Uint16Array;
  /** By transition, the state it leads to. */
  readonly target: Int32Array;
  /** By state, what ends there, counted from 1; 0 for nothing. */
  readonly output: Int32Array;
}

/** Occurrences found by a scan: output and place, in order of start, then end. */
export class Hits {
  private numbers = new Int32Array(384);
  /** Number of occurrences. */
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(output: number, start: number, end: number): void {
    const at = this.count * 3;
    if (at === this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[at] = output;
    this.numbers[at + 1] = start;
    this.numbers[at + 2] = end;
    this.count++;
  }

  outputAt(index: number): number {
    return this.numbers[index * 3] ?? -1;
  }

  startAt(index: number): number {
    return this.numbers[index * 3 + 1] ?? -1;
  }

  endAt(index: number): number {
    return this.numbers[index * 3 + 2] ?? -1;
  }
}

/** Up to so many transitions are looked through one by one. */
const few = 8;

/** Finds all occurrences of a fixed set of words, at the places where a word may start. */
export class Automaton {
  private readonly classes = new Uint16Array(0x10000);
  /** By unit class, the state to which the start leads; 0 for none. */
  private readonly begin: Int32Array;

  constructor(private readonly tables: AutomatonTables) {
    const { units, first, label, target } = tables;
    units.forEach((unit, index) => (this.classes[unit] = index + 1));
    this.begin = new Int32Array(units.length + 1);
    for (let at = 0; at < (first[1] ?? 0); at++) this.begin[label[at] ?? 0] = target[at] ?? 0;
  }

  /**
   * Adds every occurrence of every word to `hits`, overlapping and nested ones too. Whether a word may end there is for the
   * caller to judge.
   */
  scan(folded: Folded, hits: Hits): void {
    const { units, length } = folded;
    const { classes, begin } = this;
    const { output } = this.tables;
    for (let start = 0; start < length; start++) {
      let state = begin[classes[units[start] as number] as number] as number;
      if (state === 0 || !mayStart(folded, start)) continue;
      for (let at = start + 1; state !== 0; at++) {
        const found = output[state] as number;
        if (found !== 0) hits.add(found - 1, start, at);
        if (at === length) break;
        state = this.next(state, classes[units[at] as number] as number);
      }
    }
  }

  /** The state that follows a state by a unit class; 0 for none. */
  private next(state: number, unitClass: number): number {
    if (unitClass === 0) return 0;
    const { first, label, target } = this.tables;
    let low = first[state] as number;
    let high = first[state + 1] as number;
    while (high - low > few) {
      const middle = (low + high) >> 1;
      if ((label[middle] as number) <= unitClass) low = middle;
      else high = middle;
    }
    for (; low < high; low++) {
      if (label[low] === unitClass) return target[low] as number;
    }
    return 0;
  }

  /** Bytes held by the tables. */
  get size(): number {
    const { units, first, label, target, output } = this.tables;
    return [this.classes, this.begin, units, first, label, target, output].reduce(
      (sum, table) => sum + table.byteLength,
      0,
    );
  }
}
