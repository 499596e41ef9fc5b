/*
 * One automaton for all words of all packs (Aho & Corasick 1975): a trie whose states also know the longest proper
 * suffix that is a state, so that one pass over a text finds every occurrence of every word, in time linear in the text
 * however many words there are. The trie is stored as a double array (Aoe 1989): the child of state s by unit class c, if
 * it has one, is slot t = base[s] + c with check[t] === s. Slots are states. Units that occur in no word share class 0,
 * which leads back to the root at once; most units of a memo do.
 */

/** Occurrences found by a scan: pairs of word index and end offset (exclusive), in order of end offset. */
export class Hits {
  private pairs = new Int32Array(256);
  /** Number of occurrences. */
  count = 0;

  clear(): void {
    this.count = 0;
  }

  add(word: number, end: number): void {
    if (this.count * 2 === this.pairs.length) {
      const larger = new Int32Array(this.pairs.length * 2);
      larger.set(this.pairs);
      this.pairs = larger;
    }
    this.pairs[this.count * 2] = word;
    this.pairs[this.count * 2 + 1] = end;
    this.count++;
  }

  wordAt(index: number): number {
    return this.pairs[index * 2] ?? -1;
  }

  endAt(index: number): number {
    return this.pairs[index * 2 + 1] ?? -1;
  }
}

const root = 1;

/** Finds all occurrences of a fixed set of words; made by `buildAutomaton`. */
export class Automaton {
  constructor(
    private readonly classes: Uint16Array,
    private readonly base: Int32Array,
    private readonly check: Int32Array,
    private readonly fail: Int32Array,
    /** The word that ends in a state, or -1. */
    private readonly word: Int32Array,
    /** The nearest state on the suffix chain, the state itself included, in which a word ends; 0 for none. */
    private readonly emit: Int32Array,
  ) {}

  /** Adds every occurrence of every word in the first `length` units to `hits`. Overlapping and nested ones too. */
  scan(units: Uint16Array, length: number, hits: Hits): void {
    const { classes, base, check, fail, word, emit } = this;
    let state = root;
    for (let index = 0; index < length; index++) {
      const unitClass = classes[units[index] as number] as number;
      if (unitClass === 0) {
        state = root;
        continue;
      }
      for (;;) {
        const target = (base[state] as number) + unitClass;
        if (check[target] === state) {
          state = target;
          break;
        }
        if (state === root) break;
        state = fail[state] as number;
      }
      for (let end = emit[state] as number; end !== 0; end = emit[fail[end] as number] as number) {
        hits.add(word[end] as number, index + 1);
      }
    }
  }

  /** Bytes held by the tables. */
  get size(): number {
    return (
      this.classes.byteLength +
      this.base.byteLength +
      this.check.byteLength +
      this.fail.byteLength +
      this.word.byteLength +
      this.emit.byteLength
    );
  }
}

interface TrieNode {
  readonly children: Map<number, TrieNode>;
  word: number;
  slot: number;
}

/**
 * Builds the automaton of distinct, non-empty words (folded text).
 * @throws RangeError on an empty or repeated word: two owners of one word must be told apart by the caller.
 */
export function buildAutomaton(words: readonly string[]): Automaton {
  const classes = classesOf(words);
  const trie = trieOf(words, classes);
  return new DoubleArrayBuilder(classes, trie).build();
}

/** Frequent units get small classes, which packs the double array tighter. */
function classesOf(words: readonly string[]): Uint16Array {
  const frequency = new Map<number, number>();
  for (const word of words) {
    for (let index = 0; index < word.length; index++) {
      const unit = word.charCodeAt(index);
      frequency.set(unit, (frequency.get(unit) ?? 0) + 1);
    }
  }
  const classes = new Uint16Array(0x10000);
  [...frequency].sort((a, b) => b[1] - a[1]).forEach(([unit], index) => (classes[unit] = index + 1));
  return classes;
}

function trieOf(words: readonly string[], classes: Uint16Array): TrieNode {
  const top: TrieNode = { children: new Map(), word: -1, slot: root };
  words.forEach((word, index) => {
    if (word === '') throw new RangeError('An automaton cannot find the empty word.');
    let node = top;
    for (let at = 0; at < word.length; at++) {
      const unitClass = classes[word.charCodeAt(at)] ?? 0;
      let child = node.children.get(unitClass);
      if (child === undefined) {
        child = { children: new Map(), word: -1, slot: 0 };
        node.children.set(unitClass, child);
      }
      node = child;
    }
    if (node.word >= 0) throw new RangeError(`The word "${word}" was given twice.`);
    node.word = index;
  });
  return top;
}

class DoubleArrayBuilder {
  private base: Int32Array = new Int32Array(1024);
  private check: Int32Array = new Int32Array(1024);
  private fail: Int32Array = new Int32Array(1024);
  private word: Int32Array = new Int32Array(1024).fill(-1);
  private emit: Int32Array = new Int32Array(1024);
  private firstFree = root + 1;
  private last = root;

  constructor(
    private readonly classes: Uint16Array,
    private readonly trie: TrieNode,
  ) {}

  build(): Automaton {
    const queue: TrieNode[] = [this.trie];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] as TrieNode;
      this.place(node);
      for (const [unitClass, child] of node.children) {
        this.link(node.slot, unitClass, child);
        queue.push(child);
      }
    }
    // Room for every class behind the last state, so that a scan needs no bounds check.
    const size = this.last + 1 + this.classes.reduce((most, one) => Math.max(most, one), 0) + 1;
    const cut = (table: Int32Array): Int32Array => {
      const exact = new Int32Array(size);
      exact.set(table.subarray(0, Math.min(size, table.length)));
      return exact;
    };
    return new Automaton(this.classes, cut(this.base), cut(this.check), cut(this.fail), cut(this.word), cut(this.emit));
  }

  /** Finds a base at which all children of the node fit, and takes their slots. */
  private place(node: TrieNode): void {
    if (node.children.size === 0) return;
    const wanted = [...node.children.keys()].sort((a, b) => a - b);
    const smallest = wanted[0] ?? 0;
    const largest = wanted[wanted.length - 1] ?? 0;
    while ((this.check[this.firstFree] ?? 0) !== 0) this.firstFree++;
    let base = Math.max(1, this.firstFree - smallest);
    for (;;) {
      this.ensure(base + largest);
      if (wanted.every((unitClass) => base + unitClass > root && this.check[base + unitClass] === 0)) break;
      base++;
    }
    this.base[node.slot] = base;
    for (const [unitClass, child] of node.children) {
      child.slot = base + unitClass;
      this.check[child.slot] = node.slot;
      this.last = Math.max(this.last, child.slot);
    }
  }

  /** Sets the suffix link of a child; parents come first, so all shorter states are complete. */
  private link(parent: number, unitClass: number, child: TrieNode): void {
    const { slot } = child;
    let suffix = parent === root ? 0 : (this.fail[parent] ?? root);
    this.fail[slot] = root;
    while (suffix !== 0) {
      const target = (this.base[suffix] ?? 0) + unitClass;
      if (this.check[target] === suffix) {
        this.fail[slot] = target;
        break;
      }
      suffix = suffix === root ? 0 : (this.fail[suffix] ?? root);
    }
    this.word[slot] = child.word;
    this.emit[slot] = child.word >= 0 ? slot : (this.emit[this.fail[slot] ?? root] ?? 0);
  }

  private ensure(slot: number): void {
    if (slot < this.base.length) return;
    let size = this.base.length;
    while (size <= slot) size *= 2;
    const grow = (table: Int32Array, value: number): Int32Array => {
      const larger = new Int32Array(size).fill(value);
      larger.set(table);
      return larger;
    };
    this.base = grow(this.base, 0);
    this.check = grow(this.check, 0);
    this.fail = grow(this.fail, 0);
    this.word = grow(this.word, -1);
    this.emit = grow(this.emit, 0);
  }
}
