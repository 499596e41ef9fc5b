import { expect } from 'chai';
import { findHearsay } from '../../../src/matching/hearsay.js';
import { Sentences } from '../../../src/matching/sentences.js';
import { fold } from '../../../src/text/folding.js';
import { expectLinear, timed } from '../linear.js';
import { placeMarked } from './marked.js';

/** What the text does with the term in braces, and by which words. */
function hearsay(marked: string): string | undefined {
  const { text, folded, term } = placeMarked(marked);
  const cue = findHearsay(folded, new Sentences(folded), term);
  if (cue === undefined) return undefined;
  const span = folded.map.spanOf(cue.start, cue.end);
  return `${cue.kind}: ${text.slice(span.start, span.end)}`;
}

const supposed = [
  'Had we taken a {board seat}, the committee would have asked.',
  'Were they to export {model weights}, a licence would be needed.',
  'Had the fund bought a {25% interest}, a declaration would have been due.',
  'If the target had shipped {H100} units, it would have needed a licence.',
  'A {CFIUS} filing would have been mandatory if the stake had reached 25%.',
  'Suppose the buyer leases {H200} cards abroad.',
  'Hypothetically, a {veto} over the budget would change this.',
  'Take, for the sake of argument, a {board observer}.',
  'The {Entity List} case is purely hypothetical.',
  '假设买方取得{董事席位}，则须申报。',
  '倘若当时出口了{H100}，就会违规。',
  '如果当初持股{25%}，结论会不同。',
  '打个比方，{模型权重}就像配方。',
  '采购{H200}只是假设。',
];

const quoted = [
  'The term "{model weights}" is not defined in the rule.',
  'The word “{chip}” appears nine times.',
  'Counsel struck the phrase "any {sensitive personal data} whatsoever" from clause 4.',
  '“{模型权重}”一词没有定义。',
  '合同里写着「{源代码}」字样。',
  '术语“{视同出口}”来自英文。',
];

const stated = [
  'If the fund takes a {board seat}, a declaration is mandatory.',
  'The target had the {model weights} exported in May.',
  'The fund is supposed to get a {board seat}.',
  'If the buyer holds {25%}, counsel files.',
  'The terms give the fund a {board seat}.',
  'Side letter: "{board observer} for two years".',
  'A set called "{base commuters}" covers gates.',
  'In other words, "{model weights}" leave the country.',
  'The deck says "{CFIUS} is voluntary".',
  '主要假设：{H100} 用量每月 64 张。',
  '财务假设见附表，{H100} 折旧五年。',
  '如果基金取得{董事席位}，须申报。',
  '对方说“{扩散规则}没了”。',
  '所谓“{视同出口}”，是指在境内向外籍人员披露技术。',
];

describe('Hearsay', () => {
  for (const text of supposed) it(`supposes: ${text}`, () => expect(hearsay(text)).to.match(/^supposed: ./u));
  for (const text of quoted) it(`quotes: ${text}`, () => expect(hearsay(text)).to.match(/^quoted: ./u));
  for (const text of stated) it(`states: ${text}`, () => expect(hearsay(text)).to.equal(undefined));

  it('gives the words that show it', () => {
    expect(hearsay('Had we taken a {board seat}, they would have asked.')).to.equal('supposed: Had we taken ');
    expect(hearsay('“{模型权重}”一词没有定义。')).to.equal('quoted: ”一词');
  });

  it('costs the same wherever in a long text it is asked about', () => {
    for (const text of ['if h100 ', 'would have ', 'the word "h100 ', '假设', '“', 'suppose ']) {
      expectLinear(
        (size) => {
          const folded = fold(text.repeat(size));
          const sentences = new Sentences(folded);
          return timed(() => {
            for (let at = 4; at + 4 < folded.length; at += 4)
              findHearsay(folded, sentences, { start: at, end: at + 4 });
          });
        },
        250,
        text,
      );
    }
  });
});
