import type { AutomatonTables } from './automaton.js';
import { joinStreams, NumberReader, NumberWriter, splitStreams } from './numbersFile.js';

/*
 * The tables of an automaton as bytes. States are numbered as a walk in depth first meets them (automatonBuilder), so a
 * transition is its class and a zero if it leads to the next new state, or else how far back its target lies. A quarter of the size
 * of the bare tables, which ship with the product.
 */

/**
 * The bytes of some tables.
 * @throws RangeError on tables whose states are not numbered as `buildAutomaton` does
 */
export function encodeTables(tables: AutomatonTables): Uint8Array {
  const { units, first, label, target, output } = tables;
  const [degrees, outputs, classes, targets] = [0, 1, 2, 3].map(() => new NumberWriter()) as Streams<NumberWriter>;
  const enter = (state: number): void => {
    degrees.write((first[state + 1] ?? 0) - (first[state] ?? 0));
    outputs.write(output[state] ?? 0);
  };
  walk((state, index, seen) => {
    const at = (first[state] ?? 0) + index;
    const to = target[at];
    if (to === undefined || at >= (first[state + 1] ?? 0)) return undefined;
    if (to > seen) throw new RangeError('The states of the automaton are not in the order of a walk.');
    // Ascending within a state: the steps are smaller than the classes.
    classes.write((label[at] ?? 0) - (index === 0 ? 0 : (label[at - 1] ?? 0)));
    targets.write(seen - to);
    return to;
  }, enter);
  const head = new NumberWriter();
  head.write(units.length);
  for (const unit of units) head.write(unit);
  head.write(output.length);
  head.write(target.length);
  return Uint8Array.from([...head.bytes, ...joinStreams([degrees, outputs, classes, targets])]);
}

/** The tables that `encodeTables` made bytes of. */
export function decodeTables(bytes: Uint8Array): AutomatonTables {
  const header = new NumberReader(bytes);
  const units = new Uint16Array(header.next());
  for (let index = 0; index < units.length; index++) units[index] = header.next();
  const states = header.next();
  const transitions = header.next();
  const [degrees, outputs, classes, targets] = splitStreams(bytes, header, 4) as Streams<NumberReader>;

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

type Streams<T> = [degrees: T, outputs: T, classes: T, targets: T];

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
