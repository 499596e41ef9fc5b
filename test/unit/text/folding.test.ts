import { expect } from 'chai';
import fc from 'fast-check';
import { fold, foldString, type Folded } from '../../../src/text/folding.js';
import { classOf, UnitClass } from '../../../src/text/units.js';
import { expectLinear, timed } from '../linear.js';

function unitsOf({ units, length }: Folded): string {
  return Array.from(units.subarray(0, length), (unit) => String.fromCharCode(unit)).join('');
}

/** Texts of every kind: whole characters, any units, and those that memos and troublemakers are made of. */
const piece = fc.constantFrom(
  ...[
    'H100',
    'Ｈ１００',
    'h',
    '1',
    ' ',
    '  ',
    '-',
    '\u2011',
    '–',
    '—',
    '\n',
    '\r\n',
    '\t',
    '\u3000',
    '模型',
    '权重',
    '，',
  ],
  ...[
    'e\u0301',
    'é',
    '\u0301',
    '\u0327\u0301',
    'ﬁ',
    '①',
    '™',
    '²',
    '½',
    '㎏',
    'ｶﾞ',
    '한',
    '\u1112\u1161\u11AB',
    '🚀',
    '👩‍🔬',
    '𝐇𝟏',
    '𠀀',
  ],
  ...[
    '\uD83D',
    '\uDE80',
    '\u00AD',
    '\u200B',
    '\u200D',
    '\uFE0F',
    '\uFEFF',
    '\uFFFC',
    '“',
    '’',
    '…',
    '_',
    'İ',
    'ß',
    'ſ',
    'Å',
    '\0',
    '.',
  ],
);
const anyText = fc.oneof(
  fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 24 }).map((units) => String.fromCharCode(...units)),
);

describe('Folding', () => {
  const same: readonly (readonly [name: string, ...spellings: string[]])[] = [
    ['case', 'CFIUS', 'cfius', 'Cfius'],
    ['width', 'H100', 'Ｈ１００', 'ｈ１００'],
    ['half-width kana', 'ガ', 'ｶﾞ', 'カ\u3099'],
    [
      'hyphen, space or none between letters and digits',
      'H100',
      'H-100',
      'H 100',
      'H\u2011100',
      'h\u00A0100',
      'H – 100',
      'H\n100',
      'H-\n100',
    ],
    ['the same the other way round', '3A090', '3 A 090', '3A-090', '3-a-090'],
    [
      'hyphen or space between words',
      'dual use',
      'dual-use',
      'dual\u2010use',
      'dual\u2011use',
      'dual\n  use',
      'dual -use',
      'dual\u3000use',
    ],
    ['a soft hyphen', 'semiconductor', 'semi\u00ADconductor'],
    ['zero-width characters', 'weights', 'wei\u200Bghts', 'wei\u2060ghts', '\uFEFFweights'],
    ['a wrap between Chinese characters', '模型权重', '模型\n权重', '模型 \r\n 权重', '模型\u3000权重'],
    ['a space between Chinese and Latin', '使用H100芯片', '使用 H100 芯片', '使用-H100-芯片'],
    ['typographic quotes', `"a" 'b'`, '“a” ‘b’', '„a‟ ‚b‛', '＂a＂ ＇b＇', '″a″ ′b′'],
    ['ligatures', 'traffic', 'traﬃc', 'traﬀic'],
    ['composed and decomposed marks', 'café', 'cafe\u0301', 'CAFÉ', 'cafe\u200D\u0301'],
    ['marks in either order', 'a\u0323\u0302', 'a\u0302\u0323', 'ậ'],
    ['Hangul', '한국', '\u1112\u1161\u11AB\u1100\u116E\u11A8'],
    ['letterlike signs', 'kÅ', 'K\u212B', '\u212AÅ'],
    ['Turkish capital I', 'i', 'İ', 'I\u0307'],
    ['mathematical letters', 'h100', '𝐇𝟏𝟎𝟎', '𝙷𝟷𝟶𝟶'],
    ['compatibility ideographs', '車', '\uF902'],
    ['emoji with or without a variation selector', '✈ a', '✈\uFE0F a'],
  ];
  for (const [name, first, ...others] of same) {
    it(`takes away ${name}`, () => {
      for (const other of others) expect(foldString(other), JSON.stringify(other)).to.equal(foldString(first ?? ''));
    });
  }

  const different: readonly (readonly [name: string, one: string, other: string])[] = [
    ['words that a space parts', 'dual use', 'dualuse'],
    ['an em dash and a space', 'chips—tools', 'chips tools'],
    ['a range and a number', '10-20', '1020'],
    ['a range and two numbers', '10-20', '10 20'],
    ['two numbers and one', '10 20', '1020'],
    ['an object between words', 'model\uFFFCweights', 'model weights'],
    ['a list of Chinese words and one word', '中-美', '中美'],
    ['an exponent and its digits', '10²⁵', '1025'],
    ['a fraction and its digits', '2½', '21⁄2'],
  ];
  for (const [name, one, other] of different) {
    it(`tells apart ${name}`, () => expect(foldString(one)).not.to.equal(foldString(other)));
  }

  it('keeps what is written behind a word out of it', () => {
    for (const mark of '¹²³⁴ªº™℠①⑳❶ⁿᵃ®†*') {
      const folded = foldString(`H100${mark}`);
      expect(folded.startsWith('h100'), mark).to.equal(true);
      expect(classOf(folded.charCodeAt(4)), mark).to.equal(UnitClass.Other);
    }
  });

  it('drops separators at both ends', () => {
    expect(foldString(' \t-model weights-\n ')).to.equal('model weights');
    expect(foldString(' - ')).to.equal('');
    expect(foldString('')).to.equal('');
  });

  it('says where a separator was dropped', () => {
    const folded = fold('H-100 芯 片');
    expect(unitsOf(folded)).to.equal('h100芯片');
    expect(Array.from(folded.joined.subarray(0, folded.length))).to.deep.equal([0, 1, 0, 0, 1, 1]);
  });

  it('is the same for every canonical form of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldString(text.normalize('NFD'))).to.equal(foldString(text.normalize('NFC')));
      }),
      { numRuns: 10_000 },
    );
  });

  it('leads every unit back to what it was made from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text);
        const all = unitsOf(folded);
        expect(folded.map.length).to.equal(folded.length);
        let last = { start: 0, end: 0 };
        for (let index = 0; index < folded.length; index++) {
          const span = folded.map.spanOf(index, index + 1);
          const source = text.slice(span.start, span.end);
          expect(span.end).to.be.above(span.start).and.at.most(text.length);
          // Each unit has a source of its own, behind that of the one before, or shares it with the units of one character.
          expect(span.start >= last.end || (span.start === last.start && span.end === last.end)).to.equal(true);
          expect(splitsPair(text, span.start) || splitsPair(text, span.end), JSON.stringify(text)).to.equal(false);
          const unit = all[index] ?? '';
          // Separators fold to nothing when they stand alone.
          if (foldString(source) === '') expect(unit).to.match(/^[ -]$/u);
          else expect(foldString(source)).to.include(unit);
          last = span;
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives spans whose source folds to what was asked for', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text);
        if (folded.length === 0) return;
        const start = Math.min(a % folded.length, b % folded.length);
        const end = Math.max(a % folded.length, b % folded.length) + 1;
        const span = folded.map.spanOf(start, end);
        const wanted = unitsOf(folded).slice(start, end).trim();
        expect(foldString(text.slice(span.start, span.end))).to.include(wanted.replace(/^-+|-+$/gu, ''));
      }),
      { numRuns: 10_000 },
    );
  });

  it('folds a text with a term in it to a text with the folded term in it', () => {
    const term = fc.constantFrom('H100', 'model weights', '模型权重', 'dual-use', '3A090', 'TID US business');
    fc.assert(
      fc.property(anyText, term, anyText, (before, planted, after) => {
        // A mark behind the term would belong to its last letter.
        const text = `${before}. ${planted}. ${after}`;
        const folded = fold(text);
        const at = unitsOf(folded).indexOf(foldString(planted));
        expect(at).to.be.at.least(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes linear time', () => {
    for (const text of ['model weights ', 'Ｈ－', 'e\u0301', '\u0301', '𝐇', '\u00AD', ' - \n', '模型'])
      expectLinear((size) => timed(() => fold(text.repeat(size))), 10_000, JSON.stringify(text));
  });

  it('folds a term of any length', () => {
    expect(foldString('Ab'.repeat(300_000))).to.have.length(600_000);
  });

  it('takes traditional Chinese characters for simplified ones, at the same places', () => {
    expect(foldString('模型權重與實體清單')).to.equal('模型权重与实体清单');
    expect(foldString('模型权重与实体清单')).to.equal('模型权重与实体清单');
    const folded = fold('Ｈ１００ 權重');
    expect(folded.map.spanOf(folded.length - 2, folded.length)).to.deep.equal({ start: 5, end: 7 });
  });
});

/** Whether an offset lies between the halves of a surrogate pair. */
function splitsPair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}
