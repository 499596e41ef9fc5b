import { expect } from 'chai';
import fc from 'fast-check';
import { readPlaintext } from '../../../src/memo/plaintext.js';

function blocks(text: string): string[] {
  return readPlaintext(text).blocks.map(({ kind, prose, cell }) =>
    cell === undefined ? `${kind}: ${prose}` : `${cell.row}/${cell.column}: ${prose}`,
  );
}

describe('plain text', () => {
  it('reads a quoted message as if it stood alone', () => {
    expect(blocks('> The code is moved\n> to Suzhou.\n>\n> - a list\n>   of one\n')).to.deep.equal([
      'paragraph: The code is moved\nto Suzhou.',
      'paragraph: - a list\n  of one',
    ]);
    const [block] = readPlaintext('>> ab\r\n>> cd').blocks;
    expect(block?.map.spanOf(3, 5)).to.deep.equal({ start: 10, end: 12 });
  });

  it('keeps a sign before a number', () => {
    expect(blocks('> 10^25 operations')).to.deep.equal(['paragraph: > 10^25 operations']);
  });

  it('takes a numbered line that goes on for no heading', () => {
    expect(blocks('2.1 Consent over the\n    budget\n')).to.deep.equal(['paragraph: 2.1 Consent over the\n    budget']);
    expect(blocks('2.1 Consent\nText.\n')[0]).to.equal('heading: 2.1 Consent');
  });
});

describe('columns in plain text', () => {
  it('makes cells of lines that are held apart by wide gaps', () => {
    expect(blocks('Party        List      What to do\n深度求索　　　无命中\t同上\n')).to.deep.equal([
      '1/0: Party',
      '1/1: List',
      '1/2: What to do',
      '2/0: 深度求索',
      '2/1: 无命中',
      '2/2: 同上',
    ]);
  });

  it('takes the number of a clause for no column', () => {
    expect(blocks('4.2    consent over new debt and\n       over the budget\n')).to.deep.equal([
      'paragraph: 4.2    consent over new debt and\n       over the budget',
    ]);
    expect(blocks('-   a seat       yes\n')).to.deep.equal(['1/0: a seat', '1/1: yes']);
  });

  it('leaves a paragraph whole when one of its lines has no gap', () => {
    expect(blocks('The fund      holds\nno board seat.\n')).to.deep.equal([
      'paragraph: The fund      holds\nno board seat.',
    ]);
  });

  it('places every cell exactly', () => {
    const piece = fc.stringMatching(/^[a-z\u4e00-\u4e20]{1,6}(?: [a-z0-9,😀]{1,4}){0,2}$/u);
    const gap = fc.constantFrom('   ', '      ', '\t', ' \t ', '　　', '　　　 ');
    const row = fc
      .tuple(fc.array(piece, { minLength: 2, maxLength: 4 }), gap)
      .map(([pieces, white]) => ({ pieces, white }));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (rows, eol) => {
        const text = rows.map(({ pieces, white }) => pieces.join(white)).join(eol);
        const read = readPlaintext(text).blocks;
        expect(read.map(({ prose }) => prose)).to.deep.equal(rows.flatMap(({ pieces }) => pieces));
        for (const { prose, map, span } of read) {
          expect(map.spanOf(0, prose.length)).to.deep.equal(span);
          expect(text.slice(span.start, span.end)).to.equal(prose);
        }
      }),
    );
  });
});
