import { expect } from 'chai';
import { findQuantities } from '../../../../src/matching/quantities/quantities.js';
import { fold } from '../../../../src/text/folding.js';
import { expectLinear, timed } from '../../linear.js';

/** Every quantity as `measure: interval`, with the words it was read from. */
function read(text: string): string[] {
  const folded = fold(text);
  return findQuantities(folded).map(({ measure, interval, start, end, currency, certainty }) => {
    const { low, high, lowOpen, highOpen } = interval;
    const span = folded.map.spanOf(start, end);
    const value = low === high ? String(low) : `${lowOpen ? '(' : '['}${low}, ${high}${highOpen ? ')' : ']'}`;
    const more = [currency, certainty === 'inferred' ? 'inferred' : undefined]
      .filter((one) => one !== undefined)
      .join(' ');
    return `${measure}${more === '' ? '' : ` ${more}`}: ${value} <${text.slice(span.start, span.end)}>`;
  });
}

const cases: Readonly<Record<string, readonly string[]>> = {
  'Data on 21,600 de-identified patients.': ['people: 21600 <21,600 de-identified patients>'],
  'more than 1.2 million US persons': ['people: (1200000, Infinity] <1.2 million US persons>'],
  'up to 999,999 people': ['people: [0, 999999] <999,999 people>'],
  约120万名患者: ['people: 1200000 <120万名患者>'],
  '120多万用户': ['people: (1200000, Infinity] <120多万用户>'],
  一百二十万会员: ['people: 1200000 <一百二十万会员>'],
  不足１０万人: ['people: [0, 100000) <１０万人>'],
  '8.6 万条车主手机号': ['people: 86000 <8.6 万条车主>'],
  '24.9% of the votes': ['percent: 24.9 <24.9%>'],
  '10–15% or so': ['percent: [10, 15] <10–15%>'],
  'less than 10 per cent': ['percent: [0, 10) <10 per cent>'],
  持股比例不低于百分之二十五: ['percent: [25, Infinity] <百分之二十五>'],
  占四分之一: ['percent: 25 <四分之一>'],
  '49%以上': ['percent: [49, Infinity] <49%>'],
  'a TPP of 4,790 and PD 5.9': ['tpp: 4790 <TPP of 4,790>', 'performance-density: 5.9 <PD 5.9>'],
  '总处理性能约为 4,800': ['tpp: 4800 <总处理性能约为 4,800>'],
  '6.5 TB/s of bandwidth': ['memory-bandwidth: 6500 <6.5 TB/s>'],
  '2.9 GB/s/mm²': ['memory-bandwidth-density: 2.9 <2.9 GB/s/mm²>'],
  '2.9 GB/s per mm²': ['memory-bandwidth-density: 2.9 <2.9 GB/s per mm²>'],
  'trained with 1.2×10^26 FLOP': ['operations: 1.2e+26 <1.2×10^26 FLOP>'],
  '训练量约 3×10^25 次运算': ['operations: 3e+25 <3×10^25 次运算>'],
  'the run took 2e25': ['operations inferred: 2e+25 <2e25>'],
  '34 PFLOPS at double precision': ['operations-per-second: 34000000000000000 <34 PFLOPS>'],
  '512 rented A100s': ['accelerators: 512 <512 rented A100s>'],
  '64 张 H200': ['accelerators: 64 <64 张 H200>'],
  '7 nm and 128 layers': ['nanometres: 7 <7 nm>', 'layers: 128 <128 layers>'],
  'US$26.6 million': ['money USD: 26600000 <US$26.6 million>'],
  'more than $5 million': ['money USD: (5000000, Infinity] <$5 million>'],
  '1.85 亿美元': ['money USD: 185000000 <1.85 亿美元>'],
  '30 days before closing': ['days: 30 <30 days>'],
  三十日内: ['days: 30 <三十日内>'],
  '0.8 英里': ['metres: 1287.4752 <0.8 英里>'],
  '2.3 million phones': ['devices: 2300000 <2.3 million phones>'],
  'Part 800 and Room 12': [],
  'H100 in 2024': [],
};

describe('Quantities', () => {
  for (const [text, expected] of Object.entries(cases)) {
    it(`are read in: ${text}`, () => expect(read(text)).to.deep.equal(expected));
  }

  it('are found in linear time', () => {
    for (const text of ['1 ', '12 a b c ', '10% ', '百', '5 to ', '1,', 'over 3 people ', '三万']) {
      expectLinear(
        (size) => {
          const folded = fold(text.repeat(size));
          return timed(() => findQuantities(folded));
        },
        500,
        text,
      );
    }
  });
});
