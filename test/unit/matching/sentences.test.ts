import { expect } from 'chai';
import { isWithin, Sentences } from '../../../src/matching/sentences.js';
import { fold } from '../../../src/text/folding.js';

function sentences(text: string): string[] {
  const folded = fold(text);
  const all = new Sentences(folded);
  const found: string[] = [];
  for (let start = 0; start < folded.length; start = all.endOf(start)) {
    expect(all.startOf(start)).to.equal(start);
    const span = folded.map.spanOf(start, all.endOf(start));
    found.push(text.slice(span.start, span.end).trim());
  }
  return found;
}

describe('Sentences', () => {
  const cases: readonly (readonly [name: string, ...found: string[]])[] = [
    ['full stops', 'We buy.', 'They sell.'],
    ['question and exclamation marks', 'Do we buy?', 'Yes!', 'Now.'],
    ['semicolons', 'We buy;', 'they sell.'],
    ['a stop before a closing quote', '“We buy.”', 'They sell.'],
    ['a stop before a closing parenthesis', '(We buy.)', 'They sell.'],
    ['"no" at the end', 'The answer is no.', 'Weights move.'],
    ['Chinese stops', '我们收购。', '他们出售！', '是吗？', '是；', '好。'],
    ['Chinese stops before a quote', '他说：“我们收购。”', '他们出售。'],
    ['a Chinese closing bracket', '（我们收购。）', '他们出售。'],
    ['a wrapped line', 'We\nbuy.', 'They\nsell.'],
  ];
  for (const [name, ...found] of cases) {
    it(`end at ${name}`, () =>
      expect(sentences(found.join(/[\u4E00-\u9FFF]/u.test(found[0] ?? '') ? '' : ' '))).to.deep.equal(found));
  }

  for (const text of [
    'The U.S. government and Acme Inc. agree on no. 5, sec. 4 and art. 3.',
    'See 15 C.F.R. part 744, e.g. sec. 744.23, i.e. the rule vs. its text.',
    'Version 3.2 of 3A090.a costs $1.5 million.',
    'Use example.org or a.b.c today.',
  ]) {
    it(`do not end within: ${text}`, () => expect(sentences(text)).to.deep.equal([text]));
  }
});

describe('A gap', () => {
  function within(text: string, words: number): boolean {
    const folded = fold(`a${text}b`);
    return isWithin(folded, new Sentences(folded), 1, folded.length - 1, words);
  }

  it('counts words, and two Chinese characters as one', () => {
    expect(within(' one two three ', 3)).to.equal(true);
    expect(within(' one two three four ', 3)).to.equal(false);
    expect(within('转移至境外', 3)).to.equal(true);
    expect(within('一二三四五六七', 3)).to.equal(false);
    expect(within(' one, (two) - "three" ', 3)).to.equal(true);
    expect(within(' ', 1)).to.equal(true);
  });

  it('does not reach over the end of a sentence', () => {
    expect(within(' one. Two ', 5)).to.equal(false);
    expect(within('一。二', 5)).to.equal(false);
  });
});
