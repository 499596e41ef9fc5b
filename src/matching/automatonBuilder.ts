import type { AutomatonTables } from './automaton.js';

/** A state while the automaton is built: its transitions in order of their units, and what ends in it. */
interface State {
  readonly units: number[];
  readonly targets: number[];
  output: number;
}

/**
 * Builds the tables of the smallest automaton that accepts the given words.
 * @param words folded, not empty, each once, with what ends where it ends: small numbers from 0
 * @throws RangeError on an empty or repeated word: what belongs to one word must be one output
 */
export function buildAutomaton(words: Iterable<readonly [word: string, output: number]>): AutomatonTables {
  const builder = new Minimizer();
  let last = '';
  for (const [word, output] of [...words].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (word === '') throw new RangeError('An automaton cannot find the empty word.');
    if (word === last) throw new RangeError(`The word "${word}" was given twice.`);
    builder.add(word, output + 1);
    last = word;
  }
  return pack(builder.finish());
}

/**
 * Daciuk, Mihov, Watson & Watson 2000, for sorted words: what lies behind the last common prefix can no longer change, so it is
 * replaced by an equal state that exists, if there is one.
 */
class Minimizer {
  /** Finished states; each refers to finished ones only. */
  private readonly states: State[] = [];
  private readonly known = new Map<string, number>();
  /** The states along the last word: nothing after them is finished. */
  private readonly path: State[] = [newState()];
  private last = '';

  add(word: string, output: number): void {
    let common = 0;
    while (common < word.length && word.charCodeAt(common) === this.last.charCodeAt(common)) common++;
    this.finishBehind(common);
    for (let at = common; at < word.length; at++) {
      this.path[at]?.units.push(word.charCodeAt(at));
      this.path.push(newState());
    }
    const end = this.path[word.length];
    if (end !== undefined) end.output = output;
    this.last = word;
  }

  /** All states, the start first. */
  finish(): State[] {
    this.finishBehind(0);
    const start = this.path[0] ?? newState();
    return [start, ...this.states];
  }

  private finishBehind(depth: number): void {
    while (this.path.length > depth + 1) {
      const state = this.path.pop();
      if (state !== undefined) this.path[this.path.length - 1]?.targets.push(this.finished(state));
    }
  }

  /** The number of a finished state, which counts from 1: 0 is the start. */
  private finished(state: State): number {
    const key = `${state.output}:${state.units.join()}:${state.targets.join()}`;
    let number = this.known.get(key);
    if (number === undefined) {
      number = this.states.push(state);
      this.known.set(key, number);
    }
    return number;
  }
}

function newState(): State {
  return { units: [], targets: [], output: 0 };
}

/** Lays the transitions of all states into one table, the largest states first, each at the first place where it fits. */
function pack(states: readonly State[]): AutomatonTables {
  const units = unitsByFrequency(states);
  const classes = new Map([...units].map((unit, index) => [unit, index + 1]));
  const base = new Int32Array(states.length);
  const table = new TransitionTable();
  const order = [...states.keys()].sort((a, b) => (states[b]?.units.length ?? 0) - (states[a]?.units.length ?? 0));
  for (const number of order) {
    const state = states[number];
    if (state === undefined || state.units.length === 0) continue;
    const wanted = state.units.map((unit) => classes.get(unit) ?? 0);
    base[number] = table.place(number, wanted, state.targets);
  }
  return { units, base, ...table.cut(units.length), output: Int32Array.from(states, (state) => state.output) };
}

/** Frequent units get small classes, which packs the table tighter. */
function unitsByFrequency(states: readonly State[]): Uint16Array {
  const frequency = new Map<number, number>();
  for (const state of states) {
    for (const unit of state.units) frequency.set(unit, (frequency.get(unit) ?? 0) + 1);
  }
  return Uint16Array.from([...frequency].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([unit]) => unit));
}

const free = -1;

/** After so many places that did not fit, a search is not begun there again: what is left there is for single transitions. */
const patience = 100;

class TransitionTable {
  private owner: Int32Array = new Int32Array(4096).fill(free);
  private target: Int32Array = new Int32Array(4096);
  private firstFree = 1;
  private searchFrom = 0;
  private end = 0;

  /** Finds a base at which all classes of a state are free, takes their slots, and gives it. */
  place(state: number, classes: readonly number[], targets: readonly number[]): number {
    let largest = 0;
    for (const unitClass of classes) if (unitClass > largest) largest = unitClass;
    const base = classes.length === 1 ? this.baseForOne(largest) : this.baseForAll(classes, largest);
    for (let index = 0; index < classes.length; index++) {
      const slot = base + (classes[index] ?? 0);
      this.owner[slot] = state;
      this.target[slot] = targets[index] ?? 0;
    }
    this.end = Math.max(this.end, base + largest + 1);
    return base;
  }

  private baseForAll(classes: readonly number[], largest: number): number {
    let base = this.searchFrom;
    for (let tries = 0; ; tries++, base++) {
      this.ensure(base + largest);
      if (this.fits(base, classes)) {
        if (tries > patience) this.searchFrom = base;
        return base;
      }
    }
  }

  private fits(base: number, classes: readonly number[]): boolean {
    for (const unitClass of classes) if (this.owner[base + unitClass] !== free) return false;
    return true;
  }

  private baseForOne(unitClass: number): number {
    while (this.owner[this.firstFree] !== free) this.ensure(++this.firstFree);
    let slot = Math.max(this.firstFree, unitClass);
    while (this.owner[slot] !== free) this.ensure(++slot);
    return slot - unitClass;
  }

  /** The tables, with room for `classCount` classes behind the last transition. */
  cut(classCount: number): { owner: Int32Array; target: Int32Array } {
    const length = this.end + classCount + 1;
    const owner = new Int32Array(length).fill(free);
    const target = new Int32Array(length);
    owner.set(this.owner.subarray(0, Math.min(this.end, length)));
    target.set(this.target.subarray(0, Math.min(this.end, length)));
    return { owner, target };
  }

  private ensure(slot: number): void {
    const { length } = this.owner;
    if (slot < length) return;
    let size = length;
    while (size <= slot) size *= 2;
    const owner = new Int32Array(size).fill(free);
    owner.set(this.owner);
    this.owner = owner;
    const target = new Int32Array(size);
    target.set(this.target);
    this.target = target;
  }
}
