import { expect } from 'chai';
import fc from 'fast-check';
import { displayWidth, graphemes, printable } from '../../../src/output/displayWidth.js';

describe('Display width', () => {
  const widths: readonly (readonly [text: string, width: number])[] = [
    ['', 0],
    ['chip', 4],
    ['模型权重', 8],
    ['使用H100芯片', 12],
    ['Ｈ１００', 8],
    ['ｶﾞ', 2],
    ['ｶ', 1],
    ['한국', 4],
    ['cafe\u0301', 4],
    ['a\u200Bb', 2],
    ['🚀', 2],
    ['👩‍🔬', 2],
    ['🇨🇳', 2],
    ['❤\uFE0F', 2],
    ['“”…—', 4],
    ['，。（）', 8],
    ['é', 1],
  ];
  for (const [text, width] of widths) {
    it(`of ${JSON.stringify(text)} is ${width}`, () => expect(displayWidth(text)).to.equal(width));
  }

  it('is the sum of the characters, which are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const all = [...graphemes(text)];
        expect(all.map((one) => one.text).join('')).to.equal(text);
        expect(all.reduce((sum, one) => sum + one.width, 0)).to.equal(displayWidth(text));
        for (const { text: part, offset } of all) expect(text.startsWith(part, offset)).to.equal(true);
      }),
    );
  });
});

describe('Printable text', () => {
  it('has nothing in it that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text);
        expect(shown).to.have.length(text.length);
        expect(shown).not.to.match(/\p{Cc}|[\u202A-\u202E\u2066-\u2069\u2028\u2029]/u);
      }),
    );
    expect(printable('a\u001B[2Jb\u202Ec')).to.equal('a\uFFFD[2Jb\uFFFDc');
  });
});
