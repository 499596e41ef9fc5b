import { expect } from 'chai';
import fc from 'fast-check';
import { displayWidth } from '../../../src/output/displayWidth.js';
import { excerpt } from '../../../src/output/excerpt.js';
import { Lines } from '../../../src/text/lines.js';
import { expectLinear, timed } from '../linear.js';

function excerptOf(text: string, term: string, width = 60): ReturnType<typeof excerpt> {
  const start = text.indexOf(term);
  return excerpt(new Lines(text), { start, end: start + term.length }, width);
}

/** The part of a shown line that is underlined, by terminal columns. */
function underlined({ text, underlineStart, underlineLength }: ReturnType<typeof excerpt>[number]): string {
  let column = 0;
  let part = '';
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (column >= underlineStart && column < underlineStart + underlineLength) part += segment;
    column += displayWidth(segment);
  }
  return part;
}

describe('An excerpt', () => {
  it('is the line with the columns of the term', () => {
    expect(excerptOf('One.\nWe buy zorbium here.\nTwo.', 'zorbium')).to.deep.equal([
      { number: 2, text: 'We buy zorbium here.', underlineStart: 7, underlineLength: 7 },
    ]);
  });

  it('counts wide characters, emoji and tabs as terminals do', () => {
    expect(excerptOf('本公司采购佐博矿。', '佐博矿')).to.deep.include.members([
      { number: 1, text: '本公司采购佐博矿。', underlineStart: 10, underlineLength: 6 },
    ]);
    expect(excerptOf('🚀 e\u0301 zorbium', 'zorbium')[0]).to.deep.include({ underlineStart: 5, underlineLength: 7 });
    expect(excerptOf('a\tb\tzorbium', 'zorbium')[0]).to.deep.equal({
      number: 1,
      text: 'a   b   zorbium',
      underlineStart: 8,
      underlineLength: 7,
    });
  });

  it('shows every line of a term that is wrapped, without the white space at its ends', () => {
    expect(excerptOf('We buy quux  \n   flimsy here', 'quux  \n   flimsy')).to.deep.equal([
      { number: 1, text: 'We buy quux  ', underlineStart: 7, underlineLength: 4 },
      { number: 2, text: '   flimsy here', underlineStart: 3, underlineLength: 6 },
    ]);
  });

  it('leaves out the middle of a term over many lines', () => {
    const shown = excerptOf('a\nb\nc\nd\ne\nf\ng', 'a\nb\nc\nd\ne\nf\ng');
    expect(shown.map(({ number, text }) => [number, text])).to.deep.equal([
      [1, 'a'],
      [2, 'b'],
      [undefined, '…'],
      [6, 'f'],
      [7, 'g'],
    ]);
  });

  it('always fits, and underlines the term', () => {
    const filler = fc.string({ unit: fc.constantFrom('a', ' ', '权', '🚀', 'e\u0301', '\t', 'Ｈ'), maxLength: 120 });
    fc.assert(
      fc.property(filler, filler, fc.integer({ min: 20, max: 80 }), (before, after, width) => {
        const text = `${before}zorbium${after}`;
        const [line] = excerptOf(text, 'zorbium', width);
        expect(line).not.to.equal(undefined);
        if (line === undefined) return;
        expect(underlined(line)).to.equal('zorbium');
        expect(displayWidth(line.text)).to.be.at.most(width);
      }),
      { numRuns: 1000 },
    );
  });

  it('of a very long line costs no more than of a short one', () => {
    const times = (size: number): number => {
      const text = `${'权重 '.repeat(size)}zorbium${'权重 '.repeat(size)}`;
      const lines = new Lines(text);
      const start = text.indexOf('zorbium');
      return timed(() => excerpt(lines, { start, end: start + 7 }, 80));
    };
    expectLinear(times, 20_000);
    expect(Math.min(times(400_000), times(400_000))).to.be.below(50);
  });
});
