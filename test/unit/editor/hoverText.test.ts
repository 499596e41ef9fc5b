import { expect } from 'chai';
import { hoverText, type HoverSubject } from '../../../src/editor/hoverText.js';
import { chinese, chipRule, english, entryOf, findingOf, sections, statute } from './fixtures.js';

const reference = { uri: 'untitled:memo.md', rule: chipRule.id, start: 0 };

function subject(more: Partial<HoverSubject> = {}): HoverSubject {
  return {
    finding: findingOf(),
    entry: entryOf(chipRule),
    section: sections[3],
    reference,
    messageShown: true,
    ...more,
  };
}

function lines(card: string): string[] {
  return card.split('\n').filter((line) => line !== '');
}

function lowered(kind: 'denied' | 'supposed' | 'quoted'): HoverSubject['finding'] {
  return findingOf({ level: 'mention', negated: kind === 'denied', lowered: { kind, by: { start: 0, end: 1 } } });
}

describe('the card of a finding', () => {
  it('tells term, topic, level, advice, what can be done, and the law with its status', () => {
    const card = hoverText(subject(), english);
    expect(lines(card)).to.have.length(5);
    expect(lines(card)[0]).to.equal('**H100** — Chips\\');
    expect(lines(card)[1]).to.equal('Critical: a filing, licence or prohibition may be triggered.');
    expect(lines(card)[2]).to.equal('**Next:** Get the ECCN in writing.');
    expect(lines(card)[3]).to.match(
      /^\[Open guidance: 3\.2 Export controls\]\(command:dealLens\.openGuidance\?[^)]*\) · \[[^\]]*\]\(command:dealLens\.revealSection\?[^)]*\) · \[[^\]]*\]\(command:dealLens\.suppressInBlock\?[^)]*\)$/u,
    );
    expect(lines(card)[4]).to.equal(
      '[15 CFR § 742.6\\(a\\)](https://www.ecfr.gov/current/title-15/section-742.6) — in force, checked 2026\\-11\\-23',
    );
  });

  it('says why it matters where the editor does not say so itself', () => {
    expect(hoverText(subject(), english)).to.not.include('This accelerator needs a licence.');
    expect(hoverText(subject({ messageShown: false }), english)).to.include('This accelerator needs a licence.');
  });

  it('speaks Chinese', () => {
    const card = hoverText(subject({ messageShown: false }), chinese);
    expect(lines(card)[0]).to.equal('**H100** — 芯片\\');
    for (const part of ['重大', '该加速器须取得许可证。', '**下一步**：索取书面编码。', '出口管制', '现行有效']) {
      expect(card).to.include(part);
    }
    expect(card.replace(/\([^)]*\)|H100|CFR/gu, '')).to.not.match(/[a-z]{4}/u);
  });

  it('says when an authority is not official, not in force, or one of many', () => {
    const hearsay = { ...statute, status: 'suspended', confidence: 'secondary' } as const;
    const memory = { ...statute, status: 'rescinded', confidence: 'memory' } as const;
    const card = hoverText(
      subject({ entry: entryOf(chipRule, [hearsay, memory, statute, statute, statute]) }),
      english,
    );
    expect(card).to.include('suspended, checked 2026\\-11\\-23; from a secondary source');
    expect(card).to.include('rescinded, checked 2026\\-11\\-23; not verified');
    expect(card).to.match(/\\\(2 more in the guidance\\\)$/u);
    expect(lines(card)).to.have.length(7);
  });

  it('gives thresholds room, and never more than the card has', () => {
    const meaning = { en: 'licence line', zh: '许可线' };
    const thresholds = ([4800, 1600, 1e26] as const).map(
      (at) => ({ measure: 'tpp', comparison: '>=', at, meaning, authority: 'statute' }) as const,
    );
    const entry = entryOf({ ...chipRule, thresholds }, [statute, statute, statute]);
    const card = hoverText(subject({ entry, messageShown: false }), english);
    expect(card).to.include('Total processing performance ≥ 4,800: licence line');
    expect(card).to.include('≥ 1,600');
    expect(lines(card).length).to.be.at.most(8);
    expect(card).to.include('\\(2 more in the guidance\\)');
  });

  it('says that the memo denies it, in the words of the memo, as text', () => {
    const card = hoverText(subject({ finding: lowered('denied'), cue: '**no** <b>' }), english);
    expect(card).to.include('The memo denies it \\(“\\*\\*no\\*\\* \\<b\\>”\\), so it counts as a mention.');
  });

  it('says that the memo only supposes it, or quotes it as a word', () => {
    const supposed = hoverText(subject({ finding: lowered('supposed'), cue: 'Had\nwe' }), english);
    expect(supposed).to.include('The memo only supposes it \\(“Had we”\\), so it counts as a mention.');
    const quoted = hoverText(subject({ finding: lowered('quoted'), cue: 'the term' }), english);
    expect(quoted).to.include('The memo quotes it as a word \\(“the term”\\), so it counts as a mention.');
  });

  it('says why a finding is suppressed, and does not offer it again', () => {
    const suppressed = { reason: 'licence on file', directive: { start: 0, end: 1 } };
    const card = hoverText(subject({ finding: findingOf({ level: 'mention', suppressed }) }), english);
    expect(card).to.include('Suppressed: licence on file');
    expect(card).to.not.include('suppressInBlock');
  });

  it('shows a long term cut, on one line, as text', () => {
    const card = hoverText(subject({ finding: findingOf({ text: `[x](y)\n${'long '.repeat(40)}` }) }), english);
    expect(lines(card)[0]).to.match(/^\*\*\\\[x\\\]\\\(y\\\) long .*…\*\* — Chips\\$/u);
    expect((lines(card)[0] ?? '').length).to.be.lessThan(110);
  });

  it('leads nowhere for a finding about a suppression', () => {
    const card = hoverText(subject({ finding: findingOf({ topic: 'suppression' }) }), english);
    expect(card).to.not.include('command:');
  });
});
