import { expect } from 'chai';
import { findNegation } from '../../../src/matching/negation.js';
import { Sentences } from '../../../src/matching/sentences.js';
import { fold } from '../../../src/text/folding.js';
import { expectLinear, timed } from '../linear.js';
import { placeMarked } from './marked.js';

/** The words that deny the term in braces, or nothing. */
function denial(marked: string): string | undefined {
  const { text, folded, term } = placeMarked(marked);
  const cue = findNegation(folded, new Sentences(folded), term);
  if (cue === undefined) return undefined;
  const span = folded.map.spanOf(cue.start, cue.end);
  return text.slice(span.start, span.end);
}

const denied = [
  'No {model weights} are transferred.',
  'no {CFIUS} nexus',
  'The target holds no {sensitive personal data}.',
  'We do not use {H100} cards.',
  'The company does not export {advanced chips} to China.',
  "The target doesn't have {board seats} to give.",
  'It has never shipped {H100} units abroad.',
  'The deal comes without {board observer} rights.',
  'Neither {H100} nor {H200} cards are used.',
  'Neither H100 nor {H200} cards are used.',
  'The fleet, excluding {H100}s, is leased.',
  'All assets except for {model weights} are sold.',
  'The target is not on the {Entity List}.',
  'None of its {training data} leaves the country.',
  'The portfolio is free of {export-controlled} items.',
  'There is an absence of {government contracts}.',
  'The investor lacks {board seats} and vetoes.',
  'No chips, software, {model weights} or data leave the US.',
  'We receive no {board seat}, observer seat or veto.',
  'We receive no board seat, {observer seat} or veto.',
  '{Model weights} are not transferred.',
  '{Model weights} will not be exported.',
  '{CFIUS}: not applicable',
  '{Deemed export}: n/a',
  '{HBM} is not used in the device.',
  '{Board seat}: none',
  '{CFIUS}: no equity, so not relevant.',
  '{Genomic data} is excluded from the licence.',
  'The seller has no {H100} inventory left.',
  'The buyer will not obtain access to {material nonpublic technical information}.',
  'Nothing in the plan involves {model weights}.',
  'Not a {TID US business}.',
  'non-{CFIUS} matter',
  'We get no {board seat}, veto or observer.',
  'No chips, no {HBM}, no tools.',
  'Nobody in the Chengdu office sees {customer records}.',
  'The loan falls outside the scope of {CFIUS}.',
  '本次交易不涉及{敏感个人数据}。',
  '引擎不碰{用户个人资料}。',
  '他们没采过{指纹}。',
  '实验室並無{基因資料}。',
  '呢间公司冇{董事席位}。',
  '实验室未接触过也不保留{患者数据}。',
  '工程师不带{图纸}回来。',
  '股东丙在{特别指定国民名单}中查无此人。',
  '{4E091} 不致触发。',
  '模型{参数文件}不随案移转。',
  '标的公司不持有{模型权重}。',
  '未使用{H100}芯片',
  '房东不在{实体清单}上',
  '未被列入{实体清单}',
  '本次投资不委派{董事}，也不享有否决权。',
  '本次投资不委派董事，也不享有{否决权}。',
  '投资人无{董事席位}',
  '公司没有{政府合同}。',
  '除{模型权重}外，其余资产均转让。',
  '交易标的不包括{训练数据}、模型权重和源代码。',
  '交易标的不包括训练数据、{模型权重}和源代码。',
  '{模型权重}不转让',
  '{CFIUS}：不适用',
  '{敏感个人数据}：无',
  '公司从未向境外提供{模型权重}。',
  '不存在{外国政府权益}',
  '并未取得{董事席位}',
  '不涉及 {CFIUS}',
  '未获得任何{知情权}',
];

/** Sentences that have words of denial and deny nothing, or deny what the law says: these must not be lowered. */
const affirmed = [
  'The target holds {model weights}.',
  'We regard a {CFIUS} notice as optional.',
  'A {CFIUS} filing is not mandatory.',
  'A {CFIUS} filing is not required.',
  'No {CFIUS} filing is required.',
  'We do not need a {CFIUS} filing.',
  'There is no need to file with {CFIUS}.',
  'No licence is needed for the {H100}.',
  'The {H200} is no longer controlled.',
  '{H100} exports are not restricted any more.',
  '{H20} chips are not subject to a licence requirement.',
  'The {AI Diffusion Rule} is not in force.',
  'Counsel says {model weights} are not controlled.',
  'Not only {H100} but also B200 cards are used.',
  'No later than closing, the {CFIUS} notice is filed.',
  'It owns no fewer than 512 {H100} cards.',
  'It is not clear whether {CFIUS} has jurisdiction.',
  'We cannot rule out a {CFIUS} review.',
  'There is no doubt that {CFIUS} will ask.',
  'The price is not final, but {model weights} are included.',
  'The deal has no debt; {model weights} are pledged.',
  'No debt. {Model weights} are pledged.',
  'The answer is no. {Model weights} are pledged.',
  'There is no escrow because {model weights} are hosted in Shanghai.',
  'Without {CFIUS} approval the deal cannot close.',
  'The deal cannot close without {CFIUS} clearance.',
  'Closing shall not occur unless {CFIUS} clears it.',
  'Do not forget the {CFIUS} notice.',
  'Failure to file with {CFIUS} is not an option.',
  'The company did not disclose the {H100} order.',
  'We have not yet filed with {CFIUS}.',
  'We have not verified whether {H100} cards are used.',
  'We were not told where the {H100} cards are.',
  'The seller has not removed the {model weights}.',
  'It is not unlikely that {CFIUS} reviews the deal.',
  'No one but the investor gets a {board seat}.',
  'No customer other than the {Department of Defense} is material.',
  'Nobody disputes that {H100} cards were shipped.',
  'The vendor shipped {H100} cards and did not file.',
  '{H100} cards were shipped, which is not in the contract.',
  'Notable: {H100} cards.',
  'We note {H100} cards in the north rack.',
  'The {board seat} is not his only right.',
  'The {model weights} are not small.',
  'A non-exclusive licence covers {21,600 patients}.',
  'The agreement carries no {end-use} undertaking.',
  '{Deemed-export} log: none kept.',
  'The {guardrails} were never discussed with us.',
  'The {AI Diffusion Rule} was never enforced.',
  'It comes with no vote, {veto} on a sale to any strategic.',
  "They said it passed. It didn't. {Automated decisions} are made.",
  'There is no classification for the {source code}.',
  '属{视同出口}，未见许可证。',
  'Anything under ten percent sits outside {CFIUS}.',
  '标的公司持有{模型权重}。',
  '{ＧＢ２００} 目前没有一般性的许可要求。',
  '哪怕没有一颗{美国零件}，也受管辖。',
  '持股不足{25%}。',
  '未公开的{源代码}在服务器上。',
  '我们认为无需向 {CFIUS} 申报。',
  '不需要 {CFIUS} 申报。',
  '{H200} 不再受管制。',
  '{H100} 不受出口管制。',
  '不排除 {CFIUS} 审查的可能。',
  '无法排除{模型权重}外泄。',
  '不仅持有{模型权重}，还持有源代码。',
  '未经 {CFIUS} 批准不得交割。',
  '不得不申报 {CFIUS}。',
  '若无 {CFIUS} 批准，交易不能交割。',
  '尚未向 {CFIUS} 申报。',
  '是否涉及{敏感个人数据}尚不清楚。',
  '公司未披露{H100}采购。',
  '{H100} 两张，自用，不出口。',
  '对方先问是不是 {TID} 业务。',
  '设备上存的不是照片，是{人脸特征}。',
  '价格未定，但{模型权重}已包括在内。',
  '没有债务。{模型权重}已质押。',
  '无论{模型权重}存于何处，均须申报。',
  '无人机搭载{H100}芯片。',
  '不少于 512 张{H100}。',
  '{董事席位}不止一席。',
];

describe('Negation', () => {
  for (const text of denied) it(`is read in: ${text}`, () => expect(denial(text)).to.be.a('string'));
  for (const text of affirmed) it(`is not read in: ${text}`, () => expect(denial(text)).to.equal(undefined));

  it('gives the words that deny', () => {
    expect(denial('We do not use {H100} cards.')).to.equal('not');
    expect(denial('本次交易不涉及{敏感个人数据}。')).to.equal('不涉及');
  });

  it('costs the same wherever in a long text it is asked about', () => {
    for (const text of ['no h100 ', 'not excluding, ', '不涉及', 'h100 is ', '无', 'is not '])
      expectLinear(
        (size) => {
          const folded = fold(text.repeat(size));
          const sentences = new Sentences(folded);
          return timed(() => {
            for (let at = 4; at + 4 < folded.length; at += 4)
              findNegation(folded, sentences, { start: at, end: at + 4 });
          });
        },
        250,
        text,
      );
  });
});
