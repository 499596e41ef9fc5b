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

  it('hold numbers of every width', () => {
    const numbers = Int32Array.of(-1, 0, 254, 255, 65_534, 65_535, 16_777_214, 16_777_215, 2_147_483_646);
    for (let end = 1; end <= numbers.length; end++) {
      const owner = numbers.slice(0, end);
      const counted = owner.map((value) => Math.max(0, value));
      const tables = { units: Uint16Array.of(65, 0x6743), base: counted, owner, target: counted, output: counted };
      expect(decodeTables(encodeTables(tables))).to.deep.equal(tables);
    }
  });
});
