import { expect } from 'chai';
import fc from 'fast-check';
import { Automaton, Hits } from '../../../src/matching/automaton.js';
import { buildAutomaton } from '../../../src/matching/automatonBuilder.js';
import { mayStart } from '../../../src/matching/boundaries.js';
import { fold, type Folded } from '../../../src/text/folding.js';
import { expectLinear, timed } from '../linear.js';

/** Occurrences by looking for every word at every place. */
function naive(words: readonly string[], folded: Folded): string[] {
  const text = String.fromCharCode(...folded.units.subarray(0, folded.length));
  const found: string[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!mayStart(folded, start)) continue;
    words.forEach((word, index) => {
      if (text.startsWith(word, start)) found.push(`${index}@${start}-${start + word.length}`);
    });
  }
  return found.sort();
}

function scanned(words: readonly string[], folded: Folded): string[] {
  const hits = new Hits();
  new Automaton(buildAutomaton(words.map((word, index) => [word, index]))).scan(folded, hits);
  const found: string[] = [];
  let last = [-1, -1];
  for (let index = 0; index < hits.count; index++) {
    const place = [hits.startAt(index), hits.endAt(index)];
    expect((place[0] ?? 0) - (last[0] ?? 0) || (place[1] ?? 0) - (last[1] ?? 0)).to.be.above(0);
    last = place;
    found.push(`${hits.outputAt(index)}@${place.join('-')}`);
  }
  return found.sort();
}

describe('Automaton', () => {
  for (const [name, letters] of [
    ['Latin letters', 'abc'],
    ['letters and spaces', 'ab '],
    ['Chinese characters', '权重股'],
    ['a mixture', 'a1 权-'],
  ] as const) {
    // Every letter is one unit.
    const text = fc.string({ unit: fc.constantFrom(...(letters.match(/./gu) ?? [])), maxLength: 60 });
    const word = fc.string({
      unit: fc.constantFrom(...(letters.match(/[^ -]/gu) ?? []), ' '),
      minLength: 1,
      maxLength: 6,
    });

    it(`finds what looking everywhere finds, in order of start and end: ${name}`, () => {
      fc.assert(
        fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), text, (words, source) => {
          const folded = fold(source);
          expect(scanned(words, folded)).to.deep.equal(naive(words, folded));
        }),
        { numRuns: 1000 },
      );
    });
  }

  it('finds words of any units, lone surrogates and the last unit of all too', () => {
    const folded: Folded = { ...fold('\uD800'), units: Uint16Array.of(0, 0xffff, 0xd800, 0xdc00, 0xffff), length: 5 };
    expect(
      scanned(['\0', '\uFFFF\uD800', '\uDC00\uFFFF', '\uFFFF'], { ...folded, joined: new Uint8Array(5) }),
    ).to.deep.equal(['0@0-1', '1@1-3', '2@3-5', '3@1-2', '3@4-5']);
  });

  it('is not built of an empty word, or of one word twice', () => {
    expect(() => buildAutomaton([['', 0]])).to.throw(RangeError, 'empty word');
    expect(() =>
      buildAutomaton([
        ['a', 0],
        ['a', 1],
      ]),
    ).to.throw(RangeError, '"a" was given twice');
  });

  it('finds nothing when there are no words', () => {
    expect(scanned([], fold('model weights'))).to.deep.equal([]);
  });

  it('shares ends as well as beginnings', () => {
    const beginnings = Array.from({ length: 40 }, (_, index) => String.fromCodePoint(0x4e00 + index));
    const ends = ['licence', 'license', 'licensing', 'control', 'controls'];
    const words = beginnings.flatMap((begin) => ends.map((end) => `${begin}export ${end}`));
    const shared = buildAutomaton(words.map((word) => [word, 0]));
    expect(shared.output.length).to.be.below(60);
  });

  it('takes time linear in the text, however the words overlap', () => {
    const words = Array.from({ length: 30 }, (_, index) => '权'.repeat(index + 1));
    const automaton = new Automaton(buildAutomaton(words.map((word, index) => [word, index])));
    const hits = new Hits();
    expectLinear((size) => {
      const folded = fold('权'.repeat(size));
      hits.clear();
      return timed(() => automaton.scan(folded, hits));
    }, 5_000);
  });
});
