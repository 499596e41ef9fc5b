import { expect } from 'chai';
import { findNumbers } from '../../../src/matching/numbers.js';
import { fold } from '../../../src/text/folding.js';
import { expectLinear, timed } from '../linear.js';

function numbers(text: string): string[] {
  const folded = fold(text);
  return findNumbers(folded).map(({ kind, start, end }) => {
    const span = folded.map.spanOf(start, end);
    return `${kind} ${text.slice(span.start, span.end)}`;
  });
}

describe('Numbers', () => {
  const cases: readonly (readonly [text: string, ...found: string[]])[] = [
    ['1.2 million patients', 'number 1.2 million'],
    ['120万人', 'number 120万'],
    ['7,400 and 4800', 'number 7,400', 'number 4800'],
    ['3×10^25 operations', 'number 3×10^25'],
    ['3 x 10²⁵ operations', 'number 3 x 10²⁵'],
    ['6 x 10^23 FLOPs', 'number 6 x 10^23'],
    ['10^26 and 1e26', 'number 10^26', 'number 1e26'],
    ['24.9% and ２５％', 'percent 24.9%', 'percent ２５％'],
    ['24.9 percent, 24 per cent', 'percent 24.9 percent', 'percent 24 per cent'],
    ['百分之二十五', 'percent 百分之二十五'],
    ['百分之25', 'percent 百分之25'],
    ['10-20 %', 'percent 10-20 %'],
    ['10%-20%', 'percent 10%', 'percent 20%'],
    ['三成七，二成半，占二成。', 'percent 三成七', 'percent 二成半', 'percent 二成'],
    ['一成不变；三成员；完成', 'number 一', 'number 三'],
    ['四分之一股权', 'percent 四分之一'],
    [
      'two thirds of the votes, ten percent, Twenty-five per cent',
      'percent two thirds',
      'percent ten percent',
      'percent Twenty-five per cent',
    ],
    ['one third party, the third quarter, often percent'],
    ['约三百万条', 'number 三百万'],
    ['2 bn or 3k', 'number 2 bn', 'number 3k'],
    ['H100 and x86'],
    ['H 100', 'number 100'],
    ['no numbers here'],
  ];
  for (const [text, ...found] of cases) it(`of ${text}`, () => expect(numbers(text)).to.deep.equal(found));

  it('are found in linear time', () => {
    for (const text of ['1', '1,', '1.', '1 ', '1e', '1^', '百', '百分之', '1 to ', '1x10', '% ', '一点'])
      expectLinear(
        (size) => {
          const folded = fold(text.repeat(size));
          return timed(() => findNumbers(folded));
        },
        10_000,
        text,
      );
  });
});
