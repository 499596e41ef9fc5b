import { expect } from 'chai';
import {
  asFindingReference,
  findingsAt,
  findReferenced,
  isAboutSuppression,
  neighbour,
} from '../../../src/editor/findings.js';
import { levelName, levelSentence, problemText, sectionLabel, termOf } from '../../../src/editor/findingText.js';
import { levels } from '../../../src/rules/level.js';
import { chinese, chipRule, english, findingOf, sections } from './fixtures.js';

const at = (start: number, more = {}) => findingOf({ span: { start, end: start + 4 }, ...more });
const suppressed = { reason: '', directive: { start: 0, end: 1 } };

describe('findings of a memo', () => {
  const findings = [at(10), at(20, { suppressed }), at(30), at(40)];

  it('are at a place that touches them', () => {
    const starts = (start: number, end = start): number[] =>
      findingsAt(findings, { start, end }).map(({ span }) => span.start);
    expect(starts(9)).to.deep.equal([]);
    expect(starts(10)).to.deep.equal([10]);
    expect(starts(14)).to.deep.equal([10]);
    expect(starts(15)).to.deep.equal([]);
    expect(starts(12, 31)).to.deep.equal([10, 20, 30]);
  });

  it('follow one another, round the end, and without those that are suppressed', () => {
    const next = (offset: number): number | undefined => neighbour(findings, offset, 'next')?.span.start;
    const previous = (offset: number): number | undefined => neighbour(findings, offset, 'previous')?.span.start;
    expect([next(0), next(10), next(30), next(40)]).to.deep.equal([10, 30, 40, 10]);
    expect([previous(99), previous(40), previous(30), previous(10)]).to.deep.equal([40, 30, 10, 40]);
    expect(neighbour([], 0, 'next')).to.equal(undefined);
    expect(neighbour([at(1, { suppressed })], 0, 'previous')).to.equal(undefined);
  });

  it('are found again after the text has moved, the nearest of the rule', () => {
    const found = (start: number, rule = chipRule.id): number | undefined =>
      findReferenced(findings, { uri: '', rule, start })?.span.start;
    expect([found(10), found(13), found(26), found(99)]).to.deep.equal([10, 10, 30, 40]);
    expect(found(10, 'another/rule')).to.equal(undefined);
  });

  it('are referred to by plain values, whatever a caller gives', () => {
    const reference = { uri: 'untitled:a', rule: 'x/y', start: 3 };
    expect(asFindingReference({ ...reference, more: 1 })).to.deep.equal(reference);
    for (const wrong of [undefined, null, 'x', 3, [], {}, { ...reference, start: '3' }, { ...reference, uri: 1 }]) {
      expect(asFindingReference(wrong), JSON.stringify(wrong)).to.equal(undefined);
    }
  });

  it('are told from those about suppressions', () => {
    expect(isAboutSuppression(at(1))).to.equal(false);
    expect(isAboutSuppression(at(1, { topic: 'suppression' }))).to.equal(true);
  });
});

describe('the words for a finding', () => {
  it('put the term first, on one line, cut by characters', () => {
    expect(termOf(at(0, { text: 'model\n  weights ' }))).to.equal('model weights');
    const cut = termOf(at(0, { text: '😀'.repeat(100) }));
    expect(Array.from(cut)).to.have.length(80);
    expect(cut.endsWith('😀…')).to.equal(true);
    expect(problemText(at(0), chipRule.message, english)).to.equal('H100: This accelerator needs a licence.');
    expect(problemText(at(0), chipRule.message, chinese)).to.equal('H100：该加速器须取得许可证。');
  });

  it('name every level in both languages, each otherwise', () => {
    for (const words of [english, chinese]) {
      expect(new Set(levels.map((level) => levelName(level, words))).size).to.equal(levels.length);
      for (const level of levels) {
        expect(levelSentence(level, words).startsWith(levelName(level, words)), level).to.equal(true);
      }
    }
  });

  it('name a section by number and title, and by title where it has no number', () => {
    expect(sections.map((section) => sectionLabel(section, english))).to.deep.equal([
      'Summary',
      '3 Government',
      '3.1 Legislation',
      '3.2 Export controls',
      '4 Demand (two segments)',
    ]);
  });
});
