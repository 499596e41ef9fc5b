const free = -1;

/** After so many places that did not fit, a search is not begun there again: what is left there is for single transitions. */
const patience = 100;

/**
 * The row-displaced table of an automaton's transitions while it is filled: state s goes on by unit class c through slot
 * base[s] + c.
 */
export class TransitionTable {
  private owner: Int32Array = new Int32Array(4096).fill(free);
  private target: Int32Array = new Int32Array(4096);
  private firstFree = 1;
  private searchFrom = 0;
  private end = 0;

  /** Finds a base at which all classes of a state are free, takes their slots, and gives it. */
  place(state: number, classes: readonly number[], targets: readonly number[]): number {
    if (classes.length === 1) return this.placeOne(state, classes[0] ?? 0, targets[0] ?? 0);
    let largest = 0;
    for (const unitClass of classes) if (unitClass > largest) largest = unitClass;
    const base = this.baseForAll(classes, largest);
    for (let index = 0; index < classes.length; index++) {
      this.take(state, base + (classes[index] ?? 0), targets[index] ?? 0);
    }
    return base;
  }

  /** Takes the first free slot for a state with a single transition, and gives its base. */
  placeOne(state: number, unitClass: number, target: number): number {
    const base = this.baseForOne(unitClass);
    this.take(state, base + unitClass, target);
    return base;
  }

  /** Takes one slot, which must be free. */
  take(state: number, slot: number, target: number): void {
    this.ensure(slot);
    this.owner[slot] = state;
    this.target[slot] = target;
    if (slot >= this.end) this.end = slot + 1;
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
