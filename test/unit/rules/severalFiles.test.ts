import { expect } from 'chai';
import { rulesReference } from '../../../src/output/rulesReference.js';
import { review } from '../../../src/review/review.js';
import { assembleKnowledge } from '../../../src/rules/assemble.js';
import { lintRules } from '../../../src/rules/lint.js';
import { compileRuleset } from '../../../src/rules/ruleset.js';

const topics = `deals:
  label: { en: Deals, zh: 交易 }
  topics:
    harbour: { label: { en: Harbours, zh: 港口 }, section: "1" }
`;

const law = `law:
  citation: { en: "The law", zh: "法律" }
  url: https://example.org/
  status: in-force
  checked: 2026-11-25
  confidence: official
`;

/** A pack of the topic `harbour` with one rule, which finds `term`. */
function pack(slug: string, term: string): string {
  return `topic: harbour
rules:
  - id: harbour/${slug}
    level: note
    terms: { en: ["${term}"] }
    title: { en: "Title", zh: "标题" }
    message: { en: "A message.", zh: "说明。" }
    advice: { en: "Advice.", zh: "建议。" }
    authorities: [law]
    examples: { hit: { en: ["The ${term}."] }, miss: { en: ["Nothing."] } }
`;
}

const { knowledge, problems } = assembleKnowledge(
  [
    { path: 'topics.yaml', text: topics },
    { path: 'authorities/law.yaml', text: law },
    { path: 'harbour.yaml', text: pack('quay', 'long quay') },
    { path: 'any-name.yaml', text: pack('crane', 'tall crane') },
  ],
  { examples: true },
);

describe('A topic in several files', () => {
  it('has the rules of all of them', () => {
    expect(problems).to.deep.equal([]);
    const ruleset = compileRuleset(knowledge);
    const find = (text: string) => review(text, 'plaintext', ruleset).findings;
    expect(find('A tall crane on the long quay.').map(({ rule, topic }) => `${rule} ${topic}`)).to.deep.equal([
      'harbour/crane harbour',
      'harbour/quay harbour',
    ]);
    // Of each rule two examples, and the plural of its term in the first.
    expect(lintRules(knowledge, find, { examples: 1, topics: ['harbour'] })).to.deep.equal({
      problems: [],
      examples: { passed: 6, failed: 0 },
    });
  });

  it('is switched off as a whole', () => {
    const ruleset = compileRuleset(knowledge, [], { without: ['harbour'] });
    expect(review('A tall crane on the long quay.', 'plaintext', ruleset).findings).to.deep.equal([]);
  });

  it('is one page of the reference', () => {
    const pages = rulesReference(knowledge, 'en');
    expect(pages.map(({ path }) => path)).to.deep.equal(['README.md', 'harbour.md']);
    expect(pages[1]?.text).to.include('`harbour/quay`').and.to.include('`harbour/crane`');
  });
});
