import { expect } from 'chai';
import { review } from '../../../src/review/review.js';
import { builtinKnowledge, builtinRuleset } from '../../../src/rules/builtin.js';
import type { RulePack } from '../../../src/rules/pack.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';

const texts = builtinKnowledge().packs.flatMap((pack) =>
  pack.rules.flatMap(({ examples }) => [...(examples.hit.en ?? []), ...(examples.miss.zh ?? [])]),
);
const own: RulePack = {
  topic: 'house-rules',
  rules: [
    {
      id: 'house-rules/golden-share',
      level: 'critical',
      terms: { en: ['golden widget'] },
      near: [{ words: ['left-handed'] }],
      title: { en: 'Widget', zh: '部件' },
      message: { en: 'A message.', zh: '说明。' },
      advice: { en: 'Advice.', zh: '建议。' },
      authorities: ['none'],
      examples: { hit: {}, miss: {} },
    },
  ],
};

describe('The built-in ruleset', () => {
  it('finds what packs find that are compiled now', () => {
    const stored = builtinRuleset();
    const fresh = compileRuleset(builtinKnowledge());
    for (const text of texts) {
      expect(review(text, 'plaintext', stored), text).to.deep.equal(review(text, 'plaintext', fresh));
    }
    expect(texts.length).to.be.greaterThan(20);
  });

  it('works with packs of a team beside it', () => {
    const ruleset = builtinRuleset([own]);
    const { findings } = review('A left-handed golden widget, and an H100. A golden widget.', 'plaintext', ruleset);
    expect(findings.map(({ rule, topic, regime }) => `${rule} ${topic} ${regime}`)).to.deep.equal([
      'house-rules/golden-share house-rules custom',
      'advanced-chips/datacentre-gpu advanced-chips export-controls',
    ]);
    expect(ruleset.rule('house-rules/golden-share')?.section).to.equal('summary');
  });

  it('lets a rule of a team replace the built-in one with its id', () => {
    const rule = { ...own.rules[0]!, id: 'advanced-chips/datacentre-gpu', near: [] };
    const ruleset = builtinRuleset([{ topic: 'advanced-chips', rules: [rule] }]);
    const { findings } = review('A golden widget and an H100.', 'plaintext', ruleset);
    expect(findings.map((finding) => finding.text)).to.deep.equal(['golden widget']);
    expect(ruleset.rules.filter((entry) => entry.rule.id === rule.id)).to.have.length(1);
  });

  it('leaves out the topics that are switched off', () => {
    const ruleset = builtinRuleset([], { without: ['advanced-chips'] });
    expect(review('An H100.', 'plaintext', ruleset).findings).to.deep.equal([]);
    expect(ruleset.rule('advanced-chips/datacentre-gpu')).to.equal(undefined);
    expect(ruleset.knows('advanced-chips')).to.equal(true);
  });
});
