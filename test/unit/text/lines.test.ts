import { expect } from 'chai';
import fc from 'fast-check';
import { Lines } from '../../../src/text/lines.js';

describe('Lines', () => {
  it('end with LF, CRLF or a lone CR, and an empty text has one', () => {
    const lines = new Lines('a\nbb\r\nccc\rd\r\n');
    expect(Array.from({ length: lines.count }, (_, line) => lines.lineText(line))).to.deep.equal([
      'a',
      'bb',
      'ccc',
      'd',
      '',
    ]);
    expect(new Lines('').count).to.equal(1);
    expect(new Lines('\r\r\n\n').count).to.equal(4);
    // Separators that only Unicode calls line ends are none to an editor.
    expect(new Lines('a\u2028b\u0085c\vd\fe').count).to.equal(1);
  });

  it('place offsets, those in a line ending at its end', () => {
    const lines = new Lines('ab\r\ncd');
    expect([0, 1, 2, 4, 6].map((offset) => lines.positionAt(offset))).to.deep.equal([
      { line: 0, column: 0 },
      { line: 0, column: 1 },
      { line: 0, column: 2 },
      { line: 1, column: 0 },
      { line: 1, column: 2 },
    ]);
    expect(lines.positionAt(-5)).to.deep.equal({ line: 0, column: 0 });
    expect(lines.positionAt(99)).to.deep.equal({ line: 1, column: 2 });
  });

  it('clamp positions to the text', () => {
    const lines = new Lines('ab\r\ncd');
    expect(lines.offsetAt({ line: 0, column: 99 })).to.equal(2);
    expect(lines.offsetAt({ line: 1, column: 99 })).to.equal(6);
    expect(lines.offsetAt({ line: 9, column: 0 })).to.equal(6);
    expect(lines.lineText(9)).to.equal('');
  });

  const text = fc
    .array(fc.constantFrom('a', '🚀', '\r', '\n', '\r\n', 'e\u0301', '\uFEFF', '\uD800', '权'), { maxLength: 40 })
    .map((pieces) => pieces.join(''));

  it('turn every offset into a position and back', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = new Lines(source);
        for (let offset = 0; offset <= source.length; offset++) {
          const insideEnding = source[offset - 1] === '\r' && source[offset] === '\n';
          const position = lines.positionAt(offset);
          expect(lines.offsetAt(position)).to.equal(insideEnding ? offset - 1 : offset);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are the text when they are put together again', () => {
    fc.assert(
      fc.property(text, (source) => {
        const lines = new Lines(source);
        const all = Array.from({ length: lines.count }, (_, line) => lines.lineText(line));
        expect(all).to.deep.equal(source.split(/\r\n|\r|\n/u));
      }),
      { numRuns: 2000 },
    );
  });
});
