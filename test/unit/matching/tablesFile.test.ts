import { expect } from 'chai';
import fc from 'fast-check';
import { buildAutomaton } from '../../../src/matching/automatonBuilder.js';
import { decodeTables, encodeTables } from '../../../src/matching/tablesFile.js';

describe('Stored tables', () => {
  it('are the same when they are read again', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1 }), { maxLength: 60 }), (words) => {
        const tables = buildAutomaton(words.map((word, index) => [word, index % 7]));
        const bytes = encodeTables(tables);
        // Bytes of a bundle may lie anywhere in their buffer.
        const shifted = new Uint8Array(bytes.length + 3);
        shifted.set(bytes, 3);
        expect(decodeTables(shifted.subarray(3))).to.deep.equal(tables);
      }),
    );
  });

  it('hold an automaton with more states than two bytes can number', () => {
    let seed = 1;
    const letter = (): string => {
      seed = (seed * 48_271) % 2_147_483_647;
      return String.fromCharCode(97 + (seed % 26));
    };
    const words = new Set(Array.from({ length: 12_000 }, () => Array.from({ length: 12 }, letter).join('')));
    const tables = buildAutomaton([...words].map((word, index) => [word, index]));
    expect(tables.output.length).to.be.above(0x10000);
    const bytes = encodeTables(tables);
    expect(decodeTables(bytes)).to.deep.equal(tables);
    expect(bytes.length).to.be.below(tables.target.length * 6);
  });

  it('are refused when their states are numbered in another order', () => {
    const tables = buildAutomaton([['a', 0]]);
    expect(tables.target).to.deep.equal(Int32Array.of(1));
    expect(() => encodeTables({ ...tables, output: new Int32Array(3), target: Int32Array.of(2) })).to.throw(RangeError);
  });
});
