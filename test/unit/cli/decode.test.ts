import { expect } from 'chai';
import fc from 'fast-check';
import { decode, firstInvalidByte } from '../../../src/cli/decode.js';
import { expectLinear, timed } from '../linear.js';

/** Bytes that are UTF-8 here and there. */
const bytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 4 }).map((text) => [...new TextEncoder().encode(text)]),
      fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 2 }),
      fc.constantFrom(
        [0xc0, 0x80],
        [0xed, 0xa0, 0x80],
        [0xf4, 0x90, 0x80, 0x80],
        [0xe2, 0x82],
        [0xf0, 0x9f],
        [0xef, 0xbb, 0xbf],
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => Uint8Array.from(parts.flat()));

function isUtf8(part: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(part);
    return true;
  } catch {
    return false;
  }
}

describe('Decoding', () => {
  it('finds the first byte that begins no UTF-8 sequence', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const offset = firstInvalidByte(input);
        expect(offset < 0).to.equal(isUtf8(input));
        if (offset < 0) return;
        expect(isUtf8(input.subarray(0, offset))).to.equal(true);
        for (let length = 1; length <= 4 && offset + length <= input.length; length++) {
          expect(isUtf8(input.subarray(offset, offset + length))).to.equal(false);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('gives every text back as it was, its byte order mark too', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0')),
        fc.boolean(),
        (text, marked) => {
          const source = `${marked ? '\uFEFF' : ''}a${text}`;
          expect(decode(new TextEncoder().encode(source))).to.deep.equal({ text: source });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes linear time', () => {
    for (const piece of [[0x61], [0xe6, 0x9d, 0x83], [0xf0, 0x9f, 0x9a, 0x80]]) {
      expectLinear((size) => {
        const input = new Uint8Array(size * piece.length).map((_, index) => piece[index % piece.length] ?? 0);
        return timed(() => decode(input));
      }, 100_000);
    }
  });
});
