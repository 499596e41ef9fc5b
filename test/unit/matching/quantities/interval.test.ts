import { expect } from 'chai';
import fc from 'fast-check';
import { exactly, meets, type Interval } from '../../../../src/matching/quantities/interval.js';

const comparisons = ['>', '>=', '<', '<='] as const;

function holds(value: number, comparison: (typeof comparisons)[number], at: number): boolean {
  return { '>': value > at, '>=': value >= at, '<': value < at, '<=': value <= at }[comparison];
}

describe('An interval', () => {
  it('meets a comparison as its one value does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom(...comparisons),
        (value, at, comparison) => {
          expect(meets(exactly(value), comparison, at)).to.equal(holds(value, comparison, at));
        },
      ),
    );
  });

  it('meets it, does not, or straddles it, as all, none or some of its values do', () => {
    const bound = fc.integer({ min: -3, max: 3 });
    const interval = fc
      .record({ low: bound, width: fc.integer({ min: 1, max: 4 }), lowOpen: fc.boolean(), highOpen: fc.boolean() })
      .map(({ low, width, lowOpen, highOpen }): Interval => ({
        low,
        high: low + width,
        ...(lowOpen ? { lowOpen } : {}),
        ...(highOpen ? { highOpen } : {}),
      }));
    fc.assert(
      fc.property(interval, bound, fc.constantFrom(...comparisons), (one, at, comparison) => {
        const { low, high, lowOpen, highOpen } = one;
        const values = [];
        for (let value = low * 4; value <= high * 4; value++) {
          if ((value === low * 4 && lowOpen === true) || (value === high * 4 && highOpen === true)) continue;
          values.push(value / 4);
        }
        const answers = new Set(values.map((value) => holds(value, comparison, at)));
        expect(meets(one, comparison, at)).to.equal(answers.size === 1 ? [...answers][0] : undefined);
      }),
    );
  });
});
