import type { AutomatonTables } from './automaton.js';
import { TransitionTable } from './transitionTable.js';

/*
 * The tables of an automaton as bytes. Stored is the automaton itself, from which the tables are laid out again: states are
 * numbered as a walk in depth first meets them (automatonBuilder), so a transition is its class and a zero if it leads to the
 * next new state, or else how far back its target lies. The places of states with several transitions are stored, because
 * finding them takes long; those of all others follow. A quarter of the size of the bare tables, which ship in every bundle.
 *
 * Numbers are written seven bits to a byte, least significant first, the high bit saying that more follow. Kinds of numbers
 * stand together: they are alike, and what packs the bundle packs them better so.
 */

const streams = ['degrees', 'outputs', 'bases', 'classes', 'targets'] as const;

/**
 * The bytes of some tables.
 * @throws RangeError on tables whose states are not numbered as `buildAutomaton` does
 */
export function encodeTables(tables: AutomatonTables): Uint8Array {
  const { units, base, output } = tables;
  const transitions = transitionsByState(tables);
  const parts = { degrees: [], outputs: [], bases: [], classes: [], targets: [] } as Record<Stream, number[]>;
  const enter = (state: number): void => {
    const own = transitions[state] ?? [];
    write(parts.degrees, own.length);
    write(parts.outputs, output[state] ?? 0);
    if (own.length > 1) write(parts.bases, base[state] ?? 0);
  };
  walk((state, index, seen) => {
    const transition = transitions[state]?.[index];
    if (transition === undefined) return undefined;
    write(parts.classes, transition.unitClass);
    write(parts.targets, seen - transition.target);
    if (transition.target > seen) throw new RangeError('The states of the automaton are not in the order of a walk.');
    return transition.target;
  }, enter);
  const bytes: number[] = [];
  write(bytes, units.length);
  for (const unit of units) write(bytes, unit);
  write(bytes, base.length);
  for (const stream of streams) write(bytes, parts[stream].length);
  return Uint8Array.from([bytes, ...streams.map((stream) => parts[stream])].flat());
}

/** The tables that `encodeTables` made bytes of. */
export function decodeTables(bytes: Uint8Array): AutomatonTables {
  const header = new Reader(bytes, 0);
  const units = new Uint16Array(header.next());
  for (let index = 0; index < units.length; index++) units[index] = header.next();
  const states = header.next();
  const lengths = streams.map(() => header.next());
  let at = header.position;
  const [degrees, outputs, bases, classes, targets] = lengths.map((length) => {
    const reader = new Reader(bytes, at);
    at += length;
    return reader;
  }) as [Reader, Reader, Reader, Reader, Reader];

  const base = new Int32Array(states);
  const output = new Int32Array(states);
  const degree = new Int32Array(states);
  const table = new TransitionTable();
  /** Of states with a single transition, which are placed when all others are: its class and where it leads. */
  const onlyClass = new Int32Array(states);
  const onlyTarget = new Int32Array(states);
  walk(
    (state, index, seen) => {
      const own = degree[state] as number;
      if (index === own) return undefined;
      const unitClass = classes.next();
      const target = seen - targets.next();
      if (own === 1) {
        onlyClass[state] = unitClass;
        onlyTarget[state] = target;
      } else table.take(state, (base[state] as number) + unitClass, target);
      return target;
    },
    (state) => {
      degree[state] = degrees.next();
      output[state] = outputs.next();
      if (degree[state] > 1) base[state] = bases.next();
    },
  );
  for (let state = 0; state < states; state++) {
    if (degree[state] !== 1) continue;
    base[state] = table.placeOne(state, onlyClass[state] as number, onlyTarget[state] as number);
  }
  return { units, base, ...table.cut(units.length), output };
}

type Stream = (typeof streams)[number];

/**
 * Walks an automaton in depth first.
 * @param step the target of a state's transition, by its index; `undefined` after the last. `seen` states were met so far, so
 * that a target with this number is a new one
 * @param enter is told of each state when it is met
 */
function walk(
  step: (state: number, index: number, seen: number) => number | undefined,
  enter: (state: number) => void,
): void {
  const path = [0];
  const next = [0];
  let seen = 1;
  enter(0);
  while (path.length > 0) {
    const depth = path.length - 1;
    const index = next[depth] as number;
    const target = step(path[depth] as number, index, seen);
    next[depth] = index + 1;
    if (target === undefined) {
      path.pop();
      next.pop();
    } else if (target === seen) {
      seen++;
      path.push(target);
      next.push(0);
      enter(target);
    }
  }
}

interface Transition {
  readonly unitClass: number;
  readonly target: number;
}

/** The transitions of each state, in order of their classes. */
function transitionsByState({ base, owner, target }: AutomatonTables): readonly Transition[][] {
  const transitions = Array.from(base, (): Transition[] => []);
  owner.forEach((state, slot) => {
    transitions[state]?.push({ unitClass: slot - (base[state] ?? 0), target: target[slot] ?? 0 });
  });
  return transitions;
}

function write(bytes: number[], number: number): void {
  let rest = number;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest & 0x7f) | 0x80);
  bytes.push(rest);
}

/** Reads numbers one after the other. */
class Reader {
  constructor(
    private readonly bytes: Uint8Array,
    public position: number,
  ) {}

  next(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.bytes[this.position++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }
}
