import { expect } from 'chai';
import fc from 'fast-check';
import { Places } from '../../../src/review/places.js';

describe('Places', () => {
  const span = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }))
    .map(([start, length]) => ({ start, end: start + length }));

  it('answer as looking at all of them does', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), span, fc.integer({ min: 0, max: 20 }), (spans, term, offset) => {
        const places = new Places(spans);
        const ended = spans.filter(({ end }) => end <= offset);
        expect(places.lastBefore(offset)?.end).to.equal(
          ended.length === 0 ? undefined : Math.max(...ended.map((one) => one.end)),
        );
        const ahead = spans.filter(({ start }) => start >= offset);
        expect(places.firstAfter(offset)?.start).to.equal(
          ahead.length === 0 ? undefined : Math.min(...ahead.map((one) => one.start)),
        );
        const surrounded = spans.some(
          ({ start, end }) => start <= term.start && end >= term.end && end - start > term.end - term.start,
        );
        expect(places.surround(term)).to.equal(surrounded);
      }),
      { numRuns: 3000 },
    );
  });
});
