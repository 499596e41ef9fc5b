import { expect } from 'chai';
import type { MemoFormat } from '../../../src/memo/memo.js';
import { review } from '../../../src/review/review.js';
import type { Rule } from '../../../src/rules/pack.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';
import { emptyKnowledge } from './knowledge.js';

function rule(id: string, term: string, conditions: Pick<Rule, 'near' | 'unless'>): Rule {
  return {
    id,
    level: 'caution',
    terms: { en: [term] },
    title: { en: id, zh: id },
    message: { en: 'A message.', zh: '说明。' },
    advice: { en: 'Advice.', zh: '建议。' },
    authorities: ['a'],
    examples: { hit: {}, miss: {} },
    ...conditions,
  };
}

const ruleset = compileRuleset(emptyKnowledge, [
  {
    topic: 'data',
    rules: [
      rule('data/people', '<number>...2 members', { near: [{ words: ['patient name', 'claims'] }] }),
      rule('data/count', '<number>', { near: [{ words: ['face', 'claims history'] }] }),
      rule('data/seat', 'chair', { near: [{ words: ['company'], after: 4 }] }),
      rule('data/record', 'record', { unless: [{ words: ['music'] }] }),
    ],
  },
]);

function found(text: string, format: MemoFormat = 'markdown'): string[] {
  return review(text, format, ruleset).findings.map((finding) => `${finding.rule.slice(5)}: ${finding.text}`);
}

describe('the sense of a term in a table', () => {
  it('takes the other cells of the row for what stands near', () => {
    const table =
      '| Set | Size |\n|---|---|\n| Claims, with names | 2.1 million members |\n| Car parks | 4,000 members |\n';
    expect(found(table)).to.deep.equal(['people: 2.1 million members']);
  });

  it('takes the header of the column, and of no other', () => {
    expect(found('| Site | Faces | Doors |\n|---|---|---|\n| Reno | 9,600 | 77 |\n')).to.deep.equal(['count: 9,600']);
  });

  it('lets neither the next row nor the next table decide', () => {
    expect(found('| a | b |\n|---|---|\n| claims | x |\n| y | 30 members |\n')).to.deep.equal([]);
    expect(found('| faces |\n|---|\n| none |\n\n|  |\n|---|\n| 77 |\n')).to.deep.equal([]);
    expect(found('| a | b |\n|---|---|\n| claims | |\n| | 30 members |\n')).to.deep.equal([]);
  });

  it('does not reach over the cell for words that must stand close by', () => {
    expect(found('| a | b |\n|---|---|\n| chair | company |\n')).to.deep.equal([]);
  });

  it('does not let other cells forbid a term', () => {
    expect(found('| a | b |\n|---|---|\n| record | music |\n')).to.deep.equal(['record: record']);
  });

  it('never counts a cell as its own company', () => {
    expect(found('| a |\n|---|\n| 12 faces of claims. Then 5 members |\n')).to.deep.equal(['count: 12']);
  });

  it('reads aligned columns of plain text as a table', () => {
    const text = 'Claims           2.1 million members\nCar parks        4,000 members\n';
    expect(found(text, 'plaintext')).to.deep.equal(['people: 2.1 million members']);
    expect(found('Claims\t30 members\r\nx\t40 members', 'plaintext')).to.deep.equal(['people: 30 members']);
  });
});
