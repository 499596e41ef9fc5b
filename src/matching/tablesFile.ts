import type { AutomatonTables } from './automaton.js';

/*
 * The tables of an automaton as bytes. States are numbered as a walk in depth first meets them (automatonBuilder), so a
 * transition is its class and a zero if it leads to the next new state, or else how far back its target lies. A quarter of the size
 * of the bare tables, which ship with the product.
 *
 * Numbers are written seven bits to a byte, least significant first, the high bit saying that more follow. Kinds of numbers
 * stand together: they are alike, and what packs the bundle packs them better so.
 */

const streams = ['degrees', 'outputs', 'classes', 'targets'] as const;

/**
 * The bytes of some tables.
 * @throws RangeError on tables whose states are not numbered as `buildAutomaton` does
 */
export function encodeTables(tables: AutomatonTables): Uint8Array {
  const { units, first, label, target, output } = tables;
  const parts = { degrees: [], outputs: [], classes: [], targets: [] } as Record<Stream, number[]>;
  const enter = (state: number): void => {
    write(parts.degrees, (first[state + 1] ?? 0) - (first[state] ?? 0));
    write(parts.outputs, output[state] ?? 0);
  };
  walk((state, index, seen) => {
    const at = (first[state] ?? 0) + index;
    const to = target[at];
    if (to === undefined || at >= (first[state + 1] ?? 0)) return undefined;
    if (to > seen) throw new RangeError('The states of the automaton are not in the order of a walk.');
    // Ascending within a state: the steps are smaller than the classes.
    write(parts.classes, (label[at] ?? 0) - (index === 0 ? 0 : (label[at - 1] ?? 0)));
    write(parts.targets, seen - to);
    return to;
  }, enter);
  const bytes: number[] = [];
  write(bytes, units.length);
  for (const unit of units) write(bytes, unit);
  write(bytes, output.length);
  write(bytes, target.length);
  for (const stream of streams) write(bytes, parts[stream].length);
  return Uint8Array.from([bytes, ...streams.map((stream) => parts[stream])].flat());
}

/** The tables that `encodeTables` made bytes of. */
export function decodeTables(bytes: Uint8Array): AutomatonTables {
  const header = new Reader(bytes, 0);
  const units = new Uint16Array(header.next());
  for (let index = 0; index < units.length; index++) units[index] = header.next();
  const states = header.next();
  const transitions = header.next();
  const lengths = streams.map(() => header.next());
  let start = header.position;
  const [degrees, outputs, classes, targets] = lengths.map((length) => {
    const reader = new Reader(bytes, start);
    start += length;
    return reader;
  }) as [Reader, Reader, Reader, Reader];

  const first = new Int32Array(states + 1);
  const label = new Uint16Array(transitions);
  const target = new Int32Array(transitions);
  const output = new Int32Array(states);
  walk(
    (state, index, seen) => {
      const at = (first[state] as number) + index;
      if (at === first[state + 1]) return undefined;
      label[at] = classes.next() + (index === 0 ? 0 : (label[at - 1] as number));
      target[at] = seen - targets.next();
      return target[at];
    },
    // States are met in the order of their numbers.
    (state) => {
      first[state + 1] = (first[state] as number) + degrees.next();
      output[state] = outputs.next();
    },
  );
  return { units, first, label, target, output };
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
