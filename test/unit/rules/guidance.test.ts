import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { builtinKnowledge } from '../../../src/rules/builtin.js';
import type { Section } from '../../../src/rules/knowledge.js';

type Language = 'en' | 'zh';

/** The country report lies beside a checkout, not in it: it may not be redistributed. Tests run from the root. */
const reportFile = '../shared/report/report.txt';

/** From here on, the same Chinese characters in a row count as copied. */
const longestCommonRun = 14;

/** Titles of laws that have to be called what they are called, also where the report does. */
const officialTitles = ['国家人工智能倡议法案', '澄清境外合法使用数据法案', '芯片与科学法案', '人工智能扩散规则', '外国公司问责法'];

const headings: Readonly<Record<Language, { readonly chapter: readonly string[]; readonly leaf: readonly string[] }>> = {
  en: {
    chapter: ['What it means for a deal', 'Changed since, or to be read with care'],
    leaf: ['What it establishes', 'What it means for a deal', 'Changed since, or to be read with care', 'Checklist'],
  },
  zh: {
    chapter: ['对交易意味着什么', '此后变化与存疑之处'],
    leaf: ['本节要点', '对交易意味着什么', '此后变化与存疑之处', '核对清单'],
  },
};

/** How long a digest is: English in words, Chinese in characters. */
const lengths: Readonly<Record<Language, { readonly chapter: [number, number]; readonly leaf: [number, number] }>> = {
  en: { chapter: [60, 125], leaf: [120, 350] },
  zh: { chapter: [100, 250], leaf: [250, 650] },
};

const languages: readonly Language[] = ['en', 'zh'];
const { sections } = builtinKnowledge();

function kind({ id }: Section): 'chapter' | 'leaf' {
  return sections.some((other) => other.id.startsWith(`${id}.`)) ? 'chapter' : 'leaf';
}

/** Calls `check` with each digest, and names the file in what it throws. */
function eachDigest(check: (digest: string, section: Section, language: Language) => void): void {
  for (const section of sections) {
    for (const language of languages) {
      try {
        check(section.guidance[language], section, language);
      } catch (error) {
        const file = `rules/guidance/${language === 'en' ? 'en' : 'zh-cn'}/${section.id}.md`;
        throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
      }
    }
  }
}

function linksOf(digest: string): { readonly label: string; readonly target: string }[] {
  return [...digest.matchAll(/\[([^\]]*)\]\(([^)]*)\)/gu)].map(([, label = '', target = '']) => ({ label, target }));
}

/** What a reader sees: without the targets of links and the marks of lists, headings and emphasis. */
function shown(digest: string): string {
  return digest
    .replace(/\]\([^)]*\)/gu, ']')
    .replace(/^(?:###|-) /gmu, '')
    .replace(/[[\]*]/gu, '');
}

function lengthOf(digest: string, language: Language): number {
  const unit = language === 'en' ? /[\p{L}\p{N}](?:[\p{L}\p{N}.,'’^%$/-]*[\p{L}\p{N}%])?/gu : /\p{Script=Han}/gu;
  return shown(digest).match(unit)?.length ?? 0;
}

/**
 * The runs of Chinese characters longer than `longestCommonRun` that both texts have. Punctuation, digits, spaces and line
 * ends do not end a run, so that a sentence is found however it is set.
 */
function commonRuns(digest: string, report: string): string[] {
  const onlyHan = (text: string): string => text.replace(/\P{Script=Han}+/gu, '');
  const whole = onlyHan(report);
  const runs: string[] = [];
  // A title that must stay as it is parts the text before and after it.
  const parts = officialTitles.reduce(
    (texts, title) => texts.flatMap((text) => text.split(title)),
    [shown(digest)],
  );
  for (const part of parts.map(onlyHan)) {
    for (let start = 0; start + longestCommonRun < part.length; start++) {
      const run = part.slice(start, start + longestCommonRun + 1);
      if (whole.includes(run)) runs.push(run);
    }
  }
  return runs;
}

describe('The guidance of the report', () => {
  it('has a digest of every section in both languages, neither thin nor long', () => {
    expect(sections).to.have.length(20);
    eachDigest((digest, section, language) => {
      expect(lengthOf(digest, language)).to.be.within(...lengths[language][kind(section)]);
    });
  });

  it('begins with one short sentence, which lists show', () => {
    eachDigest((digest, _, language) => {
      const [first = '', second] = digest.split('\n');
      expect(first).to.match(language === 'en' ? /^[A-Z0-9].*\.$/u : /^[\p{L}\p{N}].*。$/u);
      expect(first).not.to.match(/[[\]*_`<>]/u);
      expect(first.length).to.be.at.most(language === 'en' ? 140 : 60);
      expect(second).to.equal('');
    });
  });

  it('has the same parts in the same order, all headings of the third level', () => {
    eachDigest((digest, section, language) => {
      const found = [...digest.matchAll(/^(#+) (.*)$/gmu)];
      expect(found.map(([, , title]) => title)).to.deep.equal(headings[language][kind(section)]);
      for (const [, marks] of found) expect(marks).to.equal('###');
      // A heading without text under it, HTML, or a heading in the underlined form.
      expect(digest).not.to.match(/^###[^\n]*\n+(?:###|$(?![\s\S]))/mu);
      expect(digest).not.to.match(/<\/?[a-z!]|^(?:=+|-{2,})$/imu);
    });
  });

  it('ends with a checklist of two to six items', () => {
    eachDigest((digest, section) => {
      if (kind(section) === 'chapter') return;
      const items = digest.slice(digest.lastIndexOf('### ')).split('\n').slice(2);
      expect(items.length).to.be.within(2, 6);
      for (const item of items) expect(item).to.match(/^- \S.*[.。?]$/u);
    });
  });

  it('links to secure addresses only, the same in both languages', () => {
    eachDigest((digest) => {
      for (const { label, target } of linksOf(digest)) {
        expect(label.trim()).not.to.equal('');
        expect(target).to.match(/^https:\/\/\S+$/u);
        expect(new URL(target).protocol).to.equal('https:');
      }
      // An address outside a link is one that nobody can read.
      expect(digest.replace(/\]\([^)]*\)/gu, '')).not.to.match(/https?:|www\./u);
    });
    for (const { id, guidance } of sections) {
      const targets = languages.map((language) => new Set(linksOf(guidance[language]).map(({ target }) => target)));
      expect([...(targets[0] ?? [])], id).to.have.members([...(targets[1] ?? [])]);
    }
  });

  it('does not mix the languages', () => {
    eachDigest((digest, _, language) => {
      const text = shown(digest);
      if (language === 'en') {
        expect(text).not.to.match(/[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u);
      } else {
        expect(text).not.to.match(/(?:\b[A-Za-z]+\b[ ,]+){3}[A-Za-z]+/u);
        expect(text).not.to.match(/\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u);
        expect(text).not.to.match(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
      }
    });
  });

  it('knows a copied sentence when it sees one', () => {
    const sentence = '这里有一句自己写下的话，长度刚好超过了允许的界限。';
    expect(commonRuns('另起一行，这里有一句自己\n写下的话，长度刚好超过。', sentence)).not.to.deep.equal([]);
    expect(commonRuns('这里有一句自己写下的话，说的是别的事。', sentence)).to.deep.equal([]);
    expect(commonRuns('依照《澄清境外合法使用数据法案》提供', '依照《澄清境外合法使用数据法案》提供')).to.deep.equal([]);
  });

  it('calls laws by exactly the titles that are excepted from the comparison', () => {
    for (const title of officialTitles) {
      expect(sections.some(({ guidance }) => guidance.zh.includes(title)), title).to.equal(true);
    }
  });

  if (existsSync(reportFile)) {
    it('has no sentence of the report', () => {
      const report = readFileSync(reportFile, 'utf8');
      expect(report.length).to.be.above(5_000);
      eachDigest((digest) => {
        expect(commonRuns(digest, report)).to.deep.equal([]);
      });
    });
  } else {
    before(() => {
      console.log(`      There is no copy of the report at ${reportFile}: the digests are not compared with it.`);
    });
  }
});
