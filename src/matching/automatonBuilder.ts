import type { AutomatonTables } from './automaton.js';

/** A state while the automaton is built: its transitions, and what ends in it. */
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

/** Lays the transitions of all states one after the other. */
function pack(unordered: readonly State[]): AutomatonTables {
  const units = unitsByFrequency(unordered);
  const classes = new Uint16Array(0x10000);
  units.forEach((unit, index) => (classes[unit] = index + 1));
  const states = inOrderOfVisit(unordered, classes);
  const first = new Int32Array(states.length + 1);
  states.forEach((state, number) => (first[number + 1] = (first[number] ?? 0) + state.units.length));
  return {
    units,
    first,
    label: Uint16Array.from(states.flatMap((state) => state.units.map((unit) => classes[unit] ?? 0))),
    target: Int32Array.from(states.flatMap((state) => state.targets)),
    output: Int32Array.from(states, (state) => state.output),
  };
}

/**
 * Numbers the states anew as a walk in depth first meets them, by class, and puts their transitions into that order:
 * most transitions then lead to the next number, which `tablesFile` stores in next to nothing.
 */
function inOrderOfVisit(states: readonly State[], classes: Uint16Array): State[] {
  const numbers = new Int32Array(states.length).fill(-1);
  const ordered: State[] = [];
  const path: { readonly targets: readonly number[]; next: number }[] = [];
  const visit = (number: number): void => {
    const { units, targets, output } = states[number] ?? newState();
    const order = [...units.keys()].sort((a, b) => (classes[units[a] ?? 0] ?? 0) - (classes[units[b] ?? 0] ?? 0));
    numbers[number] = ordered.length;
    const inOrder = order.map((index) => targets[index] ?? 0);
    ordered.push({ units: order.map((index) => units[index] ?? 0), targets: inOrder, output });
    path.push({ targets: inOrder, next: 0 });
  };
  visit(0);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const target = top.targets[top.next++];
    if (target === undefined) path.pop();
    else if (numbers[target] === -1) visit(target);
  }
  return ordered.map(({ units, targets, output }) => ({
    units,
    targets: targets.map((target) => numbers[target] ?? 0),
    output,
  }));
}

/** Frequent units get small classes, which store in a byte. */
function unitsByFrequency(states: readonly State[]): Uint16Array {
  const frequency = new Map<number, number>();
  for (const state of states) {
    for (const unit of state.units) frequency.set(unit, (frequency.get(unit) ?? 0) + 1);
  }
  return Uint16Array.from([...frequency].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([unit]) => unit));
}
