import { expect } from 'chai';
import { guidanceFolders, guidanceLink, guidancePath, readGuidancePath } from '../../../src/editor/guidanceAddress.js';
import { guidanceText } from '../../../src/editor/guidanceText.js';
import { childrenOf, countAtLeast, countBySection, firstLine, parentOf } from '../../../src/editor/reportOutline.js';
import { sectionText } from '../../../src/editor/sectionText.js';
import { builtinKnowledge } from '../../../src/rules/builtin.js';
import { chinese, chipRule, english, entryOf, findingOf, knowledge, sections, statute } from './fixtures.js';

const suppressed = { reason: 'seen', directive: { start: 0, end: 1 } };

describe('the outline of the report', () => {
  it('nests sections by their numbers, in order', () => {
    const ids = (parent?: string): string[] => childrenOf(sections, parent).map(({ id }) => id);
    expect(ids()).to.deep.equal(['summary', '3', '4']);
    expect(ids('3')).to.deep.equal(['3.1', '3.2']);
    expect(ids('4')).to.deep.equal([]);
    expect([parentOf('3.2'), parentOf('3'), parentOf('summary')]).to.deep.equal(['3', undefined, undefined]);
  });

  it('shows a section whose parent is missing at the top', () => {
    const orphans = sections.filter(({ id }) => id !== '3');
    expect(childrenOf(orphans, undefined).map(({ id }) => id)).to.deep.equal(['summary', '3.1', '3.2', '4']);
  });

  it('has every section of the built-in report exactly once', () => {
    const all = builtinKnowledge().sections;
    const walk = (parent?: string): string[] => childrenOf(all, parent).flatMap(({ id }) => [id, ...walk(id)]);
    expect(walk()).to.deep.equal(all.map(({ id }) => id));
    expect(all.length).to.equal(20);
  });

  it('counts findings in their section and in what it is part of', () => {
    const counts = countBySection([
      findingOf({ level: 'note' }),
      findingOf({ level: 'critical', section: '3.1' }),
      findingOf({ level: 'mention', suppressed }),
      findingOf({ section: 'summary', topic: 'suppression' }),
    ]);
    expect(counts.get('3.2')).to.deep.equal({ open: 1, suppressed: 1, gravest: 'note' });
    expect(counts.get('3.1')).to.deep.equal({ open: 1, suppressed: 0, gravest: 'critical' });
    expect(counts.get('3')).to.deep.equal({ open: 2, suppressed: 1, gravest: 'critical' });
    expect([...counts.keys()]).to.have.members(['3', '3.1', '3.2']);
  });

  it('counts what is at least as grave as a level and not suppressed', () => {
    const findings = [findingOf(), findingOf({ level: 'note' }), findingOf({ level: 'critical', suppressed })];
    expect([countAtLeast(findings, 'caution'), countAtLeast(findings, 'mention')]).to.deep.equal([1, 2]);
  });

  it('takes the first line of prose of a digest', () => {
    expect(firstLine('# Title\n\n> **Bold** and [a link](https://x.test) `code`\n\nMore.')).to.equal(
      'Bold and a link code',
    );
    expect(firstLine('<!-- c -->\r\n\r\n- first\r\n- second')).to.equal('first');
    expect(firstLine('')).to.equal('');
  });
});

describe('a row of the report', () => {
  const [, , , exportControls] = sections;
  if (exportControls === undefined) throw new Error('The fixture has section 3.2.');
  const section = { ...exportControls, guidance: { en: '# T\n\nThe first line.', zh: '第一行。' } };

  it('says nothing of findings where there are none', () => {
    const text = sectionText(section, undefined, english);
    expect(text.label).to.equal('3.2 Export controls');
    expect(text.description).to.equal('The first line.');
    expect(text.accessibilityLabel).to.equal('3.2 Export controls, no findings, Page 12 of the report, 1 footnote');
    expect(text.tooltip).to.not.include('finding');
  });

  it('says how many there are and how grave, to the ear too', () => {
    const text = sectionText(section, { open: 2, suppressed: 1, gravest: 'caution' }, english);
    expect(text.accessibilityLabel).to.match(/^3\.2 Export controls, 2 findings, /u);
    expect(text.tooltip).to.include('2 findings in the memo, the gravest: Caution');
    expect(sectionText(section, { open: 1, suppressed: 0, gravest: 'note' }, english).accessibilityLabel).to.include(
      ', 1 finding,',
    );
  });

  it('says that all are suppressed', () => {
    expect(sectionText(section, { open: 0, suppressed: 3 }, english).accessibilityLabel).to.include(', 3 suppressed,');
  });

  it('speaks Chinese', () => {
    const text = sectionText(section, { open: 2, suppressed: 0, gravest: 'critical' }, chinese);
    expect(text.accessibilityLabel).to.equal('3.2 出口管制、2 条提示、报告第 12 页，1 个脚注');
    expect(text.description).to.equal('第一行。');
  });
});

describe('guidance documents', () => {
  it('have an address that names section and language, and reads back', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const section of [...sections, ...builtinKnowledge().sections]) {
        const path = guidancePath(section, language);
        expect(path.startsWith(`/${guidanceFolders[language]}/${section.id} `), path).to.equal(true);
        expect(readGuidancePath(path), path).to.deep.equal({ section: section.id, language });
      }
    }
    for (const wrong of ['/en/3.2.md', '/de/3.2 x.md', '/en/3.2 x', '/en/a/3.2 x.md', '3.2 x.md', '/']) {
      expect(readGuidancePath(wrong), wrong).to.equal(undefined);
    }
  });

  it('name only characters that file systems and globs take', () => {
    const odd = { ...(sections[0] as (typeof sections)[number]), title: { en: 'A/B: "C"? *#1* <50%>|', zh: '甲' } };
    expect(guidancePath(odd, 'en')).to.equal('/en/summary A B C 1 50.md');
  });

  it('link to one another', () => {
    const [, , , , demand] = sections;
    if (demand === undefined) throw new Error('The fixture has section 4.');
    expect(guidanceLink(demand, 'en')).to.equal('../en/4%20Demand%20%28two%20segments%29.md');
  });

  it('tell what leads to the section, what to do, and the law', () => {
    const [, , , section] = sections;
    if (section === undefined) throw new Error('The fixture has section 3.2.');
    const digested = {
      ...section,
      guidance: { en: '# Own title\n\nOur digest.\n\n### What it means\n\n#### In detail', zh: '' },
    };
    const whole = { ...knowledge, sections: sections.map((one) => (one === section ? digested : one)) };
    const meaning = { en: 'licence line', zh: '许可线' };
    const rule = {
      ...chipRule,
      checklist: { en: ['ECCN on file', 'Owner named'] },
      thresholds: [{ measure: 'tpp' as const, comparison: '>=' as const, at: 4800, meaning, authority: 'statute' }],
    };
    const text = guidanceText(
      digested,
      [entryOf(rule, [{ ...statute, note: { en: 'A note.', zh: '注。' } }])],
      whole,
      english,
    );
    expect(text).to.match(/^# 3\.2 Export controls\n\n\*Our digest of a section on page 12 /u);
    expect(text).to.include('[中文](../zh-cn/3.2%20%E5%87%BA%E5%8F%A3%E7%AE%A1%E5%88%B6.md)');
    expect(text).to.include('\n\nOur digest.\n\n## What it means\n\n### In detail\n\n');
    expect(text).to.not.include('Own title');
    expect(text).to.include(
      '### Chips\n\n- **Accelerator.** This accelerator needs a licence.\\\n  Total processing performance ≥ 4,800: licence line\\\n  **Next:** Get the ECCN in writing.\n  - ECCN on file\n  - Owner named\n',
    );
    expect(text).to.include('section-742.6): in force, checked 2026-11-23. A note.');
    expect(text).to.include('Before: [3.1 Legislation](../en/3.1%20Legislation.md) · After: [4 Demand');
    expect(text).to.include('it does not decide, and it is no legal advice');
  });

  it('say that there is no digest rather than nothing, in both languages', () => {
    const [summary] = sections;
    if (summary === undefined) throw new Error('The fixture has a summary.');
    expect(guidanceText(summary, [], knowledge, english)).to.include('There is no digest of this section yet.');
    const text = guidanceText(summary, [], knowledge, chinese);
    expect(text).to.match(/^# 摘要\n/u);
    expect(text).to.include('本章节暂无摘要。');
    expect(text).to.include('[English](../en/summary%20Summary.md)');
  });
});
