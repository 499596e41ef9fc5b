import type { Block } from '../memo/memo.js';
import type { Match } from '../matching/pattern.js';
import type { Folded } from '../text/folding.js';

/*
 * What stands beside a table cell for its reader: the other cells of its row, and the header of its column. "Claims history | 2.1
 * million" says what it counts in another cell.
 */

/** What stands beside a block. */
export interface Company<B extends SearchedBlock> {
  /** Whether a pattern is found there. */
  readonly has: (pattern: number) => boolean;
  /** The cells of the row, the block itself among them; nothing beside a block that is no cell. */
  readonly row: readonly B[];
  /** What heads the column and the row of a cell of the row, folded. */
  readonly labelsOf: (cell: B) => readonly string[];
}

/** A block with what was found in it. */
export interface SearchedBlock {
  readonly block: Block;
  readonly folded: Folded;
  readonly matches: readonly Match[];
}

/**
 * The blocks in the order given, each with its company. Holds no more than one row and one header at a time.
 * @param blocks those of one memo, in the order of the source
 */
export function* withCompany<B extends SearchedBlock>(blocks: Iterable<B>): Generator<readonly [B, Company<B>]> {
  let header: Header = new Map();
  let lastRow = Infinity;
  for (const row of rowsOf(blocks)) {
    const number = row[0]?.block.cell?.row ?? Infinity;
    // Another table, or none.
    if (number <= lastRow) header = new Map();
    lastRow = number;
    yield* inRow(row, header);
    if (number === 0) header = headerOf(row);
  }
}

/** What was found in the header of each column, and what it says. */
type Header = ReadonlyMap<number, { readonly patterns: ReadonlySet<number>; readonly label: string }>;

function headerOf(row: readonly SearchedBlock[]): Header {
  return new Map(
    row.map((one) => [one.block.cell?.column ?? 0, { patterns: patternsOf(one.matches), label: labelOf(one) }]),
  );
}

/** A label is short; of anything longer the beginning is enough. */
function labelOf({ folded }: SearchedBlock): string {
  return String.fromCharCode(...folded.units.subarray(0, Math.min(folded.length, 60)));
}

/** Cells of one row together, other blocks one by one. */
function* rowsOf<B extends SearchedBlock>(blocks: Iterable<B>): Generator<B[]> {
  let row: B[] = [];
  for (const one of blocks) {
    const last = row.at(-1)?.block.cell;
    const { cell } = one.block;
    const isSameRow = last !== undefined && cell?.row === last.row && cell.column > last.column;
    if (row.length > 0 && !isSameRow) {
      yield row;
      row = [];
    }
    row.push(one);
  }
  if (row.length > 0) yield row;
}

function* inRow<B extends SearchedBlock>(row: readonly B[], header: Header): Generator<readonly [B, Company<B>]> {
  const found = row.map(({ matches }) => patternsOf(matches));
  /** By pattern, in how many cells of the row it was found. */
  const cells = new Map<number, number>();
  for (const patterns of found) for (const pattern of patterns) cells.set(pattern, (cells.get(pattern) ?? 0) + 1);
  const labelsOf = (one: B): string[] => {
    const above = header.get(one.block.cell?.column ?? -1)?.label;
    const first = row[0];
    return [...(above === undefined ? [] : [above]), ...(first === undefined || first === one ? [] : [labelOf(first)])];
  };
  for (const [index, one] of row.entries()) {
    const { cell } = one.block;
    if (cell === undefined) {
      yield [one, { has: () => false, row: [], labelsOf: () => [] }];
      continue;
    }
    const own = found[index];
    const above = header.get(cell.column);
    const has = (pattern: number): boolean =>
      (cells.get(pattern) ?? 0) > (own?.has(pattern) === true ? 1 : 0) || above?.patterns.has(pattern) === true;
    yield [one, { has, row, labelsOf }];
  }
}

function patternsOf(matches: readonly Match[]): ReadonlySet<number> {
  return new Set(matches.map(({ pattern }) => pattern));
}
