import type { Folded } from '../text/folding.js';
import { mayStart } from './boundaries.js';

/*
 * One automaton for all words of all packs: the smallest acyclic one (a DAWG) that accepts them, with an output at each state
 * in which words end. It is walked from every place where a word may start; a walk ends where no word goes on, mostly after
 * a unit or two, and never runs longer than the longest word, so that the time is linear in the text. Unlike a trie with suffix
 * links (Aho & Corasick 1975) it shares the ends of words as well as their beginnings: `(export|re-export) licen(c|s)e` costs few
 * states although it stands for many words. Its transitions lie in one row-displaced table (Tarjan & Yao 1979): state s goes on by
 * unit class c if owner[base[s] + c] === s, namely to target[base[s] + c]. Units that occur in no word share class 0.
 */

/** The tables of an automaton, as plain numbers that can be stored. State 0 is the start. */
export interface AutomatonTables {
  /** The units that occur in words: that of class c stands at index c - 1. */
  readonly units: Uint16Array;
  readonly base: Int32Array;
  /** Has room for every class behind the last transition, so that a walk needs no bounds check. */
  readonly owner: Int32Array;
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

/** Finds all occurrences of a fixed set of words, at the places where a word may start. */
export class Automaton {
  private readonly classes = new Uint16Array(0x10000);

  constructor(private readonly tables: AutomatonTables) {
    tables.units.forEach((unit, index) => (this.classes[unit] = index + 1));
  }

  /**
   * Adds every occurrence of every word to `hits`, overlapping and nested ones too. Whether a word may end there is for the
   * caller to judge.
   */
  scan(folded: Folded, hits: Hits): void {
    const { units, length } = folded;
    const { classes } = this;
    const { base, owner, target, output } = this.tables;
    const first = base[0] as number;
    for (let start = 0; start < length; start++) {
      const firstSlot = first + (classes[units[start] as number] as number);
      if (owner[firstSlot] !== 0 || !mayStart(folded, start)) continue;
      let state = target[firstSlot] as number;
      for (let at = start + 1; ; at++) {
        const found = output[state] as number;
        if (found !== 0) hits.add(found - 1, start, at);
        if (at === length) break;
        const slot = (base[state] as number) + (classes[units[at] as number] as number);
        if (owner[slot] !== state) break;
        state = target[slot] as number;
      }
    }
  }

  /** Bytes held by the tables. */
  get size(): number {
    const { units, base, owner, target, output } = this.tables;
    return [this.classes, units, base, owner, target, output].reduce((sum, table) => sum + table.byteLength, 0);
  }
}
