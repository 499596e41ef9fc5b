import type { AutomatonTables } from './automaton.js';

/*
 * The tables of an automaton as bytes: for each table its length (four bytes), how many bytes each number has (one byte), and
 * the numbers themselves, little-endian, counted from the smallest that may stand there.
 */

const smallest = { units: 0, base: 0, owner: -1, target: 0, output: 0 } as const;
const names = ['units', 'base', 'owner', 'target', 'output'] as const;

/** The bytes of some tables. */
export function encodeTables(tables: AutomatonTables): Uint8Array {
  const parts = names.map((name) => encode(tables[name], smallest[name]));
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The tables that `encodeTables` made bytes of. */
export function decodeTables(bytes: Uint8Array): AutomatonTables {
  let at = 0;
  const next = (offset: number): Int32Array => {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at);
    const length = view.getUint32(0, true);
    const width = view.getUint8(4);
    const table = new Int32Array(length);
    let from = at + 5;
    for (let index = 0; index < length; index++, from += width) {
      let value = 0;
      for (let byte = width - 1; byte >= 0; byte--) value = value * 256 + (bytes[from + byte] ?? 0);
      table[index] = value + offset;
    }
    at = from;
    return table;
  };
  const units = Uint16Array.from(next(smallest.units));
  return {
    units,
    base: next(smallest.base),
    owner: next(smallest.owner),
    target: next(smallest.target),
    output: next(smallest.output),
  };
}

function encode(table: Uint16Array | Int32Array, offset: number): Uint8Array {
  let largest = 0;
  for (const value of table) largest = Math.max(largest, value - offset);
  const width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : largest < 0x1000000 ? 3 : 4;
  const bytes = new Uint8Array(5 + table.length * width);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, table.length, true);
  view.setUint8(4, width);
  let at = 5;
  for (const value of table) {
    let rest = value - offset;
    for (let byte = 0; byte < width; byte++, rest = Math.floor(rest / 256)) bytes[at++] = rest & 255;
  }
  return bytes;
}
