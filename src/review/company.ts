import type { Block } from '../memo/memo.js';
import type { Match } from '../matching/pattern.js';

/*
 * What stands beside a table cell for its reader: the other cells of its row, and the header of its column. "Claims history | 2.1
 * million" says what it counts in another cell.
 */

/** Whether a pattern is found beside a block. */
export type Company = (pattern: number) => boolean;

/** Of a block that is no cell. */
const noCompany: Company = () => false;

/** A block with what was found in it. */
export interface SearchedBlock {
  readonly block: Block;
  readonly matches: readonly Match[];
}

/**
 * The blocks in the order given, each with its company. Holds no more than one row and one header at a time.
 * @param blocks those of one memo, in the order of the source
 */
export function* withCompany<B extends SearchedBlock>(blocks: Iterable<B>): Generator<readonly [B, Company]> {
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

/** What was found in the header of each column. */
type Header = ReadonlyMap<number, ReadonlySet<number>>;

function headerOf(row: readonly SearchedBlock[]): Header {
  return new Map(row.map(({ block, matches }) => [block.cell?.column ?? 0, patternsOf(matches)]));
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

function* inRow<B extends SearchedBlock>(row: readonly B[], header: Header): Generator<readonly [B, Company]> {
  const found = row.map(({ matches }) => patternsOf(matches));
  /** By pattern, in how many cells of the row it was found. */
  const cells = new Map<number, number>();
  for (const patterns of found) for (const pattern of patterns) cells.set(pattern, (cells.get(pattern) ?? 0) + 1);
  for (const [index, one] of row.entries()) {
    const { cell } = one.block;
    const own = found[index];
    const above = header.get(cell?.column ?? -1);
    const company: Company = (pattern) =>
      (cells.get(pattern) ?? 0) > (own?.has(pattern) === true ? 1 : 0) || above?.has(pattern) === true;
    yield [one, cell === undefined ? noCompany : company];
  }
}

function patternsOf(matches: readonly Match[]): ReadonlySet<number> {
  return new Set(matches.map(({ pattern }) => pattern));
}
