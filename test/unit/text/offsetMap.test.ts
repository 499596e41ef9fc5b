import { expect } from 'chai';
import fc from 'fast-check';
import { OffsetMap } from '../../../src/text/offsetMap.js';

/** A piece of a derived text: so many units from so many units of source, with some source left out before them. */
interface Run {
  readonly skipped: number;
  readonly length: number;
  readonly sourceLength: number;
  readonly atom: boolean;
}

const run: fc.Arbitrary<Run> = fc.record({
  skipped: fc.nat({ max: 3 }),
  length: fc.nat({ max: 4 }),
  sourceLength: fc.integer({ min: 1, max: 4 }),
  atom: fc.boolean(),
});

describe('OffsetMap', () => {
  it('gives the smallest span that a range was made from', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 12 }), (runs) => {
        const builder = OffsetMap.builder();
        /** By derived unit, the source it stands for. */
        const expected: { start: number; end: number }[] = [];
        let source = 0;
        for (const { skipped, length, sourceLength, atom } of runs) {
          source += skipped;
          if (atom) builder.appendAtom(length, source, sourceLength);
          else builder.append(length, source, sourceLength);
          for (let unit = 0; unit < length; unit++) {
            const alone = !atom && length === sourceLength;
            expected.push(
              alone ? { start: source + unit, end: source + unit + 1 } : { start: source, end: source + sourceLength },
            );
          }
          source += sourceLength;
        }
        const map = builder.build();
        expect(map.length).to.equal(expected.length);
        for (let start = 0; start < expected.length; start++) {
          for (let end = start + 1; end <= expected.length; end++) {
            expect(map.spanOf(start, end)).to.deep.equal({
              start: expected[start]?.start,
              end: expected[end - 1]?.end,
            });
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('maps a text onto itself', () => {
    expect(OffsetMap.identity(7, 3).spanOf(1, 3)).to.deep.equal({ start: 8, end: 10 });
  });
});
