import { expect } from 'chai';
import fc from 'fast-check';
import { readNumber, readShare } from '../../../../src/matching/quantities/value.js';

const numbers: readonly (readonly [written: string, value: number])[] = [
  ['7,400', 7400],
  ['1,200,000', 1_200_000],
  ['1 200 000', 1_200_000],
  ['1\u00A0200\u00A0000', 1_200_000],
  ["1'200'000", 1_200_000],
  ['1.200.000', 1_200_000],
  ['12,5', 12.5],
  ['1.2 million', 1_200_000],
  ['1.2m', 1_200_000],
  ['3k', 3000],
  ['2 bn', 2e9],
  ['1.2×10^26', 1.2e26],
  ['1.2 x 10²⁶', 1.2e26],
  ['10²⁶', 1e26],
  ['10^25', 1e25],
  ['2.5e25', 2.5e25],
  ['1e-6', 1e-6],
  ['１２０，０００', 120_000],
  ['120万', 1_200_000],
  ['120 萬', 1_200_000],
  ['1.3億', 1.3e8],
  ['3百万', 3e6],
  ['1亿2000万', 1.2e8],
  ['一百二十万', 1_200_000],
  ['两千三百', 2300],
  ['一万零五十', 10_050],
  ['一万亿', 1e12],
  ['一百二十点五万', 1_205_000],
  ['十二', 12],
  ['二〇二六', 2026],
  ['一百二', 120],
  ['十万', 100_000],
  ['twenty-five', 25],
  ['two hundred and ten thousand', 210_000],
  ['one million', 1e6],
];

const shares: readonly (readonly [written: string, value: number])[] = [
  ['24.9%', 24.9],
  ['２４．９％', 24.9],
  ['24.9 per cent', 24.9],
  ['twenty-five percent', 25],
  ['百分之二十四点九', 24.9],
  ['百分之六十', 60],
  ['百分之25', 25],
  ['四分之一', 25],
  ['三分之二', 200 / 3],
  ['三成七', 37],
  ['二成半', 25],
  ['一成', 10],
  ['a quarter', 25],
  ['two thirds', 200 / 3],
  ['one-third', 100 / 3],
  ['half', 50],
];

const numerals = Array.from('零一二三四五六七八九');
const places = ['千', '百', '十', ''];

/** The numeral of a whole number below 10^12, as it is read aloud. */
function numeral(value: number): string {
  if (value >= 1e8) return join(value, 1e8, '亿');
  if (value >= 1e4) return join(value, 1e4, '万');
  const written = String(value).padStart(4, '0');
  const spoken = Array.from(written).map((digit, at) =>
    digit === '0' ? '零' : (numerals[Number(digit)] ?? '') + (places[at] ?? ''),
  );
  return spoken
    .join('')
    .replace(/^零+|零+$/gu, '')
    .replace(/零+/gu, '零');
}

function join(value: number, unit: number, name: string): string {
  const rest = value % unit;
  const gap = rest > 0 && rest < unit / 10 ? '零' : '';
  return `${numeral(Math.floor(value / unit))}${name}${gap}${rest === 0 ? '' : numeral(rest)}`;
}

describe('The value of a number', () => {
  for (const [written, value] of numbers) it(`is read: ${written}`, () => expect(readNumber(written)).to.equal(value));
  for (const written of ['', 'x', '1.2.3', '1 million x', '百分之', '三三百', 'and', '12,34,5']) {
    it(`is nothing: ${written}`, () => expect(readNumber(written)).to.equal(undefined));
  }

  it('survives any form of writing it', () => {
    const value = fc.integer({ min: 1, max: 999_999_999_999 });
    fc.assert(
      fc.property(value, (number) => {
        const grouped = number.toLocaleString('en-US');
        const forms = [
          String(number),
          grouped,
          grouped.replaceAll(',', '\u00A0'),
          grouped.replaceAll(',', '，'),
          grouped.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
          numeral(number),
          numeral(number).replaceAll('万', '萬').replaceAll('亿', '億'),
          `${number / 1e4}万`,
          `${number / 1e6} million`,
          `${number / 1e9}bn`,
          number.toExponential().replace('e+', '×10^'),
          number.toExponential().replace('e+', 'e'),
        ];
        for (const form of forms) {
          const read = readNumber(form);
          expect(read, form).to.be.a('number');
          // A factor of ten thousand has no exact binary fraction behind it.
          expect(Math.abs((read ?? 0) / number - 1), form).to.be.below(1e-12);
        }
      }),
    );
  });
});

describe('The value of a share', () => {
  for (const [written, value] of shares) it(`is read: ${written}`, () => expect(readShare(written)).to.equal(value));
  for (const written of ['25', 'third party', 'a half day', '万分之', '%']) {
    it(`is nothing: ${written}`, () => expect(readShare(written)).to.equal(undefined));
  }

  it('is exact to the decimal that was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_00 }), (hundredths) => {
        const value = hundredths / 100;
        for (const form of [`${value}%`, `${value} per cent`, `百分之${value}`, `${value}％`])
          expect(readShare(form), form).to.equal(value);
      }),
    );
  });
});
