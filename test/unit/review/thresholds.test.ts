import { expect } from 'chai';
import { verdictText } from '../../../src/output/thresholdText.js';
import type { MemoFormat } from '../../../src/memo/memo.js';
import { review } from '../../../src/review/review.js';
import type { Rule, Threshold } from '../../../src/rules/pack.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';
import { emptyKnowledge } from './knowledge.js';

function rule(
  id: string,
  terms: string[],
  thresholds: Omit<Threshold, 'authority' | 'meaning'>[],
  more: Partial<Rule> = {},
): Rule {
  return {
    id,
    level: 'caution',
    terms: { en: terms },
    title: { en: id, zh: id },
    message: { en: 'A message.', zh: '说明。' },
    advice: { en: 'Advice.', zh: '建议。' },
    thresholds: thresholds.map((one) => ({ ...one, meaning: { en: 'line', zh: '界线' }, authority: 'a' })),
    authorities: ['a'],
    examples: { hit: {}, miss: {} },
    ...more,
  };
}

const ruleset = compileRuleset(emptyKnowledge, [
  {
    topic: 'x',
    rules: [
      rule(
        'x/health',
        ['patient record', 'patient', '<number> ...3 patient', '患者'],
        [{ measure: 'people', comparison: '>', at: 10_000, level: 'critical' }],
      ),
      rule(
        'x/stake',
        ['<percent> of the votes', 'stake', 'equity'],
        [
          { measure: 'percent', comparison: '>=', at: 25, level: 'critical' },
          { measure: 'percent', comparison: '>=', at: 50 },
        ],
      ),
      rule(
        'x/tpp',
        ['TPP', 'accelerator card'],
        [
          { measure: 'tpp', comparison: '>=', at: 1600, level: 'caution' },
          { measure: 'tpp', comparison: '>=', at: 4800, level: 'critical' },
        ],
        { level: 'note' },
      ),
      rule('x/fee', ['filing fee'], [{ measure: 'money', comparison: '>', at: 1000, unit: 'USD', level: 'critical' }]),
    ],
  },
]);

/** Each finding with its level and what its value says. */
function judged(text: string, format: MemoFormat = 'markdown'): string[] {
  return review(text, format, ruleset).findings.map((finding) => {
    const { quantity } = finding;
    const verdicts = quantity?.verdicts.map((verdict) => verdictText(quantity, verdict, 'en')) ?? [];
    return [`${finding.level} ${finding.text}`, ...verdicts].join(' | ');
  });
}

describe('Thresholds', () => {
  it('raise a finding whose value passes them and settle one whose value does not', () => {
    expect(judged('Data on 21,600 patients.')).to.deep.equal([
      'critical 21,600 patients | 21,600 patients: above 10,000 (line)',
    ]);
    expect(judged('Data on 9,999 patients.')).to.deep.equal([
      'note 9,999 patients | 9,999 patients: not above 10,000 (line)',
    ]);
    expect(judged('Data on patients.')).to.deep.equal(['caution patients']);
  });

  it('say so when the value may lie on either side', () => {
    expect(judged('Data on at least 8,000 patients.')).to.deep.equal([
      'caution 8,000 patients | 8,000 patients: may lie on either side of 10,000 (line)',
    ]);
  });

  it('take the gravest of those that are met', () => {
    expect(judged('The TPP is 4,790.')[0]).to.match(/^caution TPP \| TPP is 4,790: at or above 1,600/u);
    expect(judged('The TPP is 4,800.')[0]).to.match(/^critical TPP/u);
    expect(judged('The TPP is 310.')[0]).to.match(/^note TPP/u);
  });

  it('do not judge the number that only names them', () => {
    expect(judged('A stake near the 25% threshold.')).to.deep.equal([
      'caution stake | 25%: states the line of 25% itself (line) | 25%: below 50% (line)',
    ]);
  });

  it('take the value in the same clause, or the only one of the sentence', () => {
    expect(judged('Growth was 60%, and the stake is 24.9%.')[0]).to.match(/^note stake \| 24\.9%: below 25%/u);
    expect(judged('We take a stake, as agreed, of 26%.')[0]).to.match(/^critical stake/u);
    expect(judged('We take a stake, margins of 60%, growth of 70%.')).to.deep.equal(['caution stake']);
    expect(judged('We take a stake. Margins are 60%.')).to.deep.equal(['caution stake']);
  });

  it('read the row and the header of a table', () => {
    const table = '| Data | People |\n|---|---|\n| patient records | 12,400 |\n| patient records | 80 |\n';
    expect(judged(table)).to.deep.equal([
      'critical patient records | 12,400: above 10,000 (line)',
      'note patient records | 80: not above 10,000 (line)',
    ]);
    expect(judged('| TPP | 4,900 |\n|---|---|\n| x | y |\n')[0]).to.match(/^note TPP \| 4,900: at or above 1,600/u);
  });

  it('compare money in its own currency only', () => {
    expect(judged('A filing fee of US$2,000 is due.')[0]).to.match(
      /^critical filing fee \| US\$2,000: above 1,000 USD/u,
    );
    expect(judged('A filing fee of RMB 2,000 is due.')).to.deep.equal(['caution filing fee']);
  });

  it('leave what is denied at a mention', () => {
    expect(judged('We hold no stake of 26%.')[0]).to.match(/^mention stake \| 26%: at or above 25%/u);
  });

  it('work in Chinese', () => {
    expect(judged('含一万二千名患者的影像。')[0]).to.match(/^critical 患者 \| 一万二千名患者: above 10,000/u);
  });
});
