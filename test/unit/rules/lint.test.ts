import { expect } from 'chai';
import { review } from '../../../src/review/review.js';
import { builtinKnowledge } from '../../../src/rules/builtin.js';
import type { Knowledge } from '../../../src/rules/knowledge.js';
import { lintRules } from '../../../src/rules/lint.js';
import type { Rule } from '../../../src/rules/pack.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';

const rule: Rule = {
  id: 'cfius/seat',
  level: 'caution',
  terms: { en: ['board (seat|observer)'], zh: ['董事席位'] },
  title: { en: 'Seat', zh: '席位' },
  message: { en: 'A message.', zh: '说明。' },
  advice: { en: 'Advice.', zh: '建议。' },
  authorities: ['a'],
  examples: { hit: { en: ['One board seat.'], zh: ['一个董事席位。'] }, miss: { en: ['A seat.'], zh: ['座位。'] } },
};

function lint(...rules: readonly Rule[]): string[] {
  const knowledge: Knowledge = {
    edition: 'test',
    reportTitle: { en: 'Report', zh: '报告' },
    regimes: [{ id: 'r', label: { en: 'R', zh: '规' } }],
    topics: [{ id: 'cfius', regime: 'r', label: { en: 'CFIUS', zh: '审查' }, section: '1' }],
    sections: [{ id: '1', title: { en: 'One', zh: '一' }, footnotes: 0, guidance: { en: '', zh: '' } }],
    authorities: {
      a: { citation: { en: 'A', zh: '甲' }, url: 'https://example.org', status: 'in-force', checked: '2026-11-23', confidence: 'official' },
    },
    packs: [{ topic: 'cfius', rules: [...rules] }],
  };
  const ruleset = compileRuleset(knowledge);
  return lintRules(knowledge, (text) => review(text, 'plaintext', ruleset).findings).problems.map(
    (problem) => `${problem.rule}: ${problem.message.en}`,
  );
}

describe('The lint of rule packs', () => {
  it('passes a pack that is right', () => {
    expect(lint(rule)).to.deep.equal([]);
  });

  it('finds a hit example without a hit and a miss example with one', () => {
    const problems = lint({ ...rule, examples: { hit: { en: ['One board seat.', 'Nothing.'], zh: ['一个董事席位。'] }, miss: { en: ['A board seat.'], zh: ['座位。'] } } });
    expect(problems).to.deep.equal(['cfius/seat: Nothing is found in: Nothing.', 'cfius/seat: "board seat" is found in: A board seat.']);
  });

  it('finds missing examples by language', () => {
    const problems = lint({ ...rule, examples: { hit: { en: ['One board seat.'] }, miss: { zh: ['座位。'] } } });
    expect(problems.filter((one) => one.includes('are needed'))).to.have.length(2);
    expect(problems.some((one) => one.includes('No hit example exercises the term "董事席位"'))).to.equal(true);
  });

  it('finds a term that no example exercises, even inside a longer one', () => {
    expect(lint({ ...rule, terms: { en: ['board (seat|observer)', 'seat'], zh: ['董事席位'] }, examples: { ...rule.examples, miss: { en: ['A chair.'], zh: ['座位。'] } } })).to.deep.equal([
      'cfius/seat: No hit example exercises the term "seat".',
    ]);
  });

  it('finds a form that another rule always takes', () => {
    const problems = lint(rule, { ...rule, id: 'cfius/longer', level: 'critical', terms: { en: ['one board observer'] }, examples: { hit: { en: ['One board observer.'] }, miss: { en: ['x'] } } });
    expect(problems).to.deep.equal(['cfius/seat: The form "board observer" of "board (seat|observer)" is not found in: One board observer.']);
  });

  it('finds two owners of one form', () => {
    const other = { ...rule, id: 'cfius/other', terms: { en: ['board seat'] }, examples: { hit: { en: ['board seat'] }, miss: { en: ['x'] } } };
    expect(lint(rule, other).some((one) => one.includes('also belongs to cfius/seat'))).to.equal(true);
  });

  it('finds a replacement that would be found again', () => {
    const replacement = { en: 'one chair, no board seat', zh: '一把椅子' };
    expect(lint({ ...rule, replacement })).to.deep.equal([
      'cfius/seat: "board seat" is found again in the replacement: one chair, no board seat',
    ]);
    expect(lint({ ...rule, replacement: { en: 'one chair', zh: '一把椅子' } })).to.deep.equal([]);
  });

  it('finds ids, sections and authorities that do not exist', () => {
    const problems = lint({ ...rule, section: '9', authorities: ['b'] }, { ...rule, terms: {}, examples: { hit: {}, miss: {} } }, { ...rule, id: 'other/x', terms: {}, examples: { hit: {}, miss: {} } });
    expect(problems).to.include.members([
      'cfius/seat: Section "9" does not exist.',
      'cfius/seat: Authority "b" does not exist.',
      'cfius/seat: Another rule has this id.',
      'other/x: The id must begin with "cfius/".',
    ]);
  });
});

describe('The built-in packs', () => {
  const knowledge = builtinKnowledge();

  it('pass the lint, with at least two examples of each kind and language', () => {
    const ruleset = compileRuleset(knowledge);
    const { problems, examples } = lintRules(knowledge, (text) => review(text, 'plaintext', ruleset).findings, { examples: 2 });
    expect(problems.map((one) => `${one.rule}: ${one.message.en}`)).to.deep.equal([]);
    expect(examples.failed).to.equal(0);
    expect(examples.passed).to.be.greaterThan(1000);
  });

  it('cover every topic', () => {
    const covered = new Set(knowledge.packs.map((pack) => pack.topic));
    expect(knowledge.topics.map((topic) => topic.id).filter((topic) => !covered.has(topic))).to.deep.equal([]);
  });

  it('say everything in both languages', () => {
    for (const { rules } of knowledge.packs) {
      for (const one of rules) {
        for (const text of [one.title, one.message, one.advice]) {
          expect(text.zh, one.id).to.match(/\p{Script=Han}/u);
          expect(text.en, one.id).to.not.match(/\p{Script=Han}/u);
        }
      }
    }
  });
});
