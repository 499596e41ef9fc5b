import { expect } from 'chai';
import fc from 'fast-check';
import { memoFormat, memoSchemes } from '../../../src/editor/documents.js';
import { delayUntilReview } from '../../../src/editor/pace.js';
import { isOf, type ReviewState } from '../../../src/editor/reviewState.js';
import { describeState } from '../../../src/editor/statusText.js';
import { thresholdText } from '../../../src/output/thresholdText.js';
import type { Finding } from '../../../src/review/finding.js';
import type { Threshold } from '../../../src/rules/pack.js';
import { chinese, english, findingOf } from './fixtures.js';

const reviewed = (findings: readonly Finding[]): ReviewState => ({
  kind: 'reviewed',
  version: 3,
  review: { findings, headings: [] },
});
const refusal = { reason: 'too-large', limit: 1000, actual: 1234567, offset: 1000 } as const;
const suppressed = { reason: 'seen', directive: { start: 0, end: 1 } };

describe('what is said of a review', () => {
  const states: readonly ReviewState[] = [
    { kind: 'off' },
    { kind: 'running' },
    { kind: 'failed', version: 3 },
    { kind: 'skipped', version: 3, refusal },
    { kind: 'skipped', version: 3, refusal: { ...refusal, reason: 'too-deep' } },
    reviewed([]),
    reviewed([findingOf({ suppressed })]),
    reviewed([findingOf({ level: 'note' })]),
    reviewed([findingOf(), findingOf()]),
  ];

  it('is different for every state, in both languages', () => {
    for (const words of [english, chinese]) {
      const said = states.map((state) => {
        const { text, detail } = describeState(state, words);
        return `${text} ${detail}`;
      });
      expect(new Set(said).size).to.equal(states.length);
    }
  });

  it('reads clean for a finished review without findings only', () => {
    const clean = describeState(reviewed([]), english).text;
    expect(states.filter((state) => describeState(state, english).text === clean)).to.deep.equal([reviewed([])]);
  });

  it('names the limit that a document passes, and the setting that moves it', () => {
    const { detail } = describeState({ kind: 'skipped', version: 1, refusal }, english);
    expect(detail).to.include('1,234,567').and.to.include('1,000').and.to.include('dealLens.maxLength');
  });

  it('counts what is open and what is suppressed apart', () => {
    const state = reviewed([findingOf(), findingOf({ level: 'note' }), findingOf({ level: 'mention', suppressed })]);
    expect(describeState(state, english)).to.deep.equal({
      text: '2 findings',
      detail: '1 of them caution or critical; 1 more suppressed',
    });
  });

  it('holds for the version that it was made from only', () => {
    expect(states.map((state) => isOf(state, 3))).to.deep.equal([
      true,
      false,
      true,
      true,
      true,
      true,
      true,
      true,
      true,
    ]);
    expect(states.map((state) => isOf(state, 4))).to.deep.equal([true, ...Array<boolean>(8).fill(false)]);
  });
});

describe('which documents are memos', () => {
  const format = (scheme: string, languageId: string, folders: readonly string[] = []) =>
    memoFormat({ languageId, uri: { scheme } }, new Set(folders));

  it('are Markdown and plain text, where people keep documents', () => {
    for (const scheme of ['file', 'untitled', 'vscode-vfs', 'vscode-remote', 'vscode-test-web']) {
      expect(format(scheme, 'markdown')).to.equal('markdown');
      expect(format(scheme, 'plaintext')).to.equal('plaintext');
      expect(format(scheme, 'typescript')).to.equal(undefined);
      expect(format(scheme, 'constructor')).to.equal(undefined);
    }
  });

  it('are those of a virtual workspace too, but never what a tool shows', () => {
    expect(format('sharepoint', 'markdown')).to.equal(undefined);
    expect(format('sharepoint', 'markdown', ['sharepoint'])).to.equal('markdown');
    for (const scheme of ['git', 'output', 'comment', 'deal-lens-guidance', 'vscode-scm', 'vscode-chat-code-block']) {
      expect(format(scheme, 'markdown', [scheme]), scheme).to.equal(undefined);
      expect(memoSchemes(new Set([scheme])), scheme).to.not.include(scheme);
    }
    expect(memoSchemes(new Set(['sharepoint']))).to.include('sharepoint');
  });
});

describe('the pace of reviews', () => {
  it('waits for a pause, longer where reviews cost more, and never for ever', () => {
    expect(delayUntilReview(0, 0)).to.equal(120);
    expect(delayUntilReview(100, 0)).to.equal(400);
    expect(delayUntilReview(10_000, 0)).to.equal(1500);
    expect(delayUntilReview(10_000, 2900)).to.equal(100);
    expect(delayUntilReview(0, 60_000)).to.equal(0);
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), (cost, waited) => {
        const delay = delayUntilReview(cost, waited);
        expect(delay).to.be.within(0, 1500);
        expect(waited + delay <= 3000 || delay === 0).to.equal(true);
      }),
    );
  });
});

describe('thresholds in words', () => {
  const said = (at: number, more: Partial<Threshold> = {}): string =>
    thresholdText(
      { measure: 'tpp', comparison: '>=', at, meaning: { en: 'line', zh: '界线' }, authority: 'a', ...more },
      'en',
    );

  it('write numbers as people do', () => {
    expect(said(4800)).to.equal('Total processing performance ≥ 4,800: line');
    expect(said(5.92)).to.include('≥ 5.92:');
    expect(said(1e26, { measure: 'operations', comparison: '>' })).to.equal('Training operations > 10²⁶: line');
    expect(said(3e25)).to.include('≥ 3 × 10²⁵:');
  });

  it('write units with the number', () => {
    expect(said(6500, { measure: 'memory-bandwidth', unit: 'GB/s', comparison: '<' })).to.equal(
      'Memory bandwidth < 6,500 GB/s: line',
    );
    expect(said(25, { measure: 'percent' })).to.equal('Share ≥ 25%: line');
    expect(said(16, { measure: 'nanometres', comparison: '<=' })).to.equal('Process node ≤ 16 nm: line');
  });

  it('speak Chinese', () => {
    const threshold: Threshold = {
      measure: 'people',
      comparison: '>',
      at: 10000,
      meaning: { en: 'line', zh: '批量门槛' },
      authority: 'a',
    };
    expect(thresholdText(threshold, 'zh')).to.equal('数据涉及人数 > 10,000：批量门槛');
  });
});
