import { Matcher } from '../matching/matcher.js';
import { Sentences } from '../matching/sentences.js';
import { fold } from '../text/folding.js';
import { overlaps, type Span } from '../text/span.js';
import { Coverage } from './coverage.js';
import type { Knowledge } from './knowledge.js';
import { compileTerm } from './notation.js';
import type { Localized, Rule, RulePack } from './pack.js';

/** A fault of the data: which rule, and what. */
export interface LintProblem {
  readonly rule: string;
  readonly message: Localized;
}

/** What the review finds in a text: rule ids, texts and places (source offsets), graver than `mention` or not. */
export type FindRules = (text: string) => readonly { readonly rule: string; readonly text: string; readonly span: Span }[];

/** What the data must have to pass. */
export interface LintOptions {
  /** Hit and miss examples that every rule needs in each language in which it has terms. */
  readonly examples: number;
  /** Only the packs of these topics; all when left out. */
  readonly topics?: readonly string[];
}

/** What a lint gives: the problems of the data, and how its examples went. */
export interface LintResult {
  readonly problems: readonly LintProblem[];
  readonly examples: { readonly passed: number; readonly failed: number };
}

const languages = ['en', 'zh'] as const;

/**
 * Runs the examples of all rules and lints the data: terms that can never match or that no example exercises, terms with two
 * owners, missing examples, ids, sections and authorities that do not exist.
 * @param find what the review finds in an example, read as plain text
 */
export function lintRules(knowledge: Knowledge, find: FindRules, options: LintOptions = { examples: 1 }): LintResult {
  const linter = new Linter(knowledge, find, options);
  for (const pack of knowledge.packs) linter.pack(pack);
  return linter.result();
}

class Linter {
  private readonly problems: LintProblem[] = [];
  private passed = 0;
  private failed = 0;
  private readonly owners = new Map<string, string>();
  private readonly ids = new Set<string>();
  private readonly sections: ReadonlySet<string>;

  constructor(
    private readonly knowledge: Knowledge,
    private readonly find: FindRules,
    private readonly options: LintOptions,
  ) {
    this.sections = new Set(knowledge.sections.map((section) => section.id));
  }

  result(): LintResult {
    return { problems: this.problems, examples: { passed: this.passed, failed: this.failed } };
  }

  pack(pack: RulePack): void {
    const chosen = this.options.topics?.includes(pack.topic) ?? true;
    const authorities = { ...this.knowledge.authorities, ...pack.authorities };
    for (const rule of pack.rules) {
      const report: Report = (en, zh) => {
        if (chosen) this.problems.push({ rule: rule.id, message: { en, zh } });
      };
      this.identity(rule, pack, report);
      for (const id of rule.authorities) {
        if (authorities[id] === undefined) report(`Authority "${id}" does not exist.`, `依据“${id}”不存在。`);
      }
      for (const { authority } of rule.thresholds ?? []) {
        if (authorities[authority] === undefined) {
          report(`Authority "${authority}" of a threshold does not exist.`, `阈值的依据“${authority}”不存在。`);
        }
      }
      this.owner(rule, report);
      if (!chosen) continue;
      lintReach(rule, report);
      for (const language of languages) this.countExamples(rule, language, report);
      this.runExamples(rule, report);
      this.replacement(rule, report);
    }
  }

  private identity(rule: Rule, pack: RulePack, report: Report): void {
    if (this.ids.has(rule.id)) report('Another rule has this id.', '该编号已被另一条规则使用。');
    this.ids.add(rule.id);
    if (!rule.id.startsWith(`${pack.topic}/`)) {
      report(`The id must begin with "${pack.topic}/".`, `编号必须以“${pack.topic}/”开头。`);
    }
    if (rule.section !== undefined && this.sections.size > 0 && !this.sections.has(rule.section)) {
      report(`Section "${rule.section}" does not exist.`, `章节“${rule.section}”不存在。`);
    }
  }

  /** Two rules that own one form: only the graver could ever speak. */
  private owner(rule: Rule, report: Report): void {
    for (const term of termsOf(rule)) {
      for (const { parts } of compileTerm(term)) {
        const part = parts.length === 1 ? parts[0] : undefined;
        if (part?.type !== 'words' || part.wordClass !== undefined) continue;
        part.forms.forEach((folded, index) => {
          const form = part.exact === undefined ? folded : `=${part.exact[index] ?? folded}`;
          const owner = this.owners.get(form);
          if (owner !== undefined && owner !== rule.id) {
            report(`"${form}" also belongs to ${owner}.`, `“${form}”同时属于 ${owner}。`);
          }
          this.owners.set(form, rule.id);
        });
      }
    }
  }

  private countExamples(rule: Rule, language: (typeof languages)[number], report: Report): void {
    if ((rule.terms[language]?.length ?? 0) === 0) return;
    for (const kind of ['hit', 'miss'] as const) {
      const count = rule.examples[kind][language]?.length ?? 0;
      if (count >= this.options.examples) continue;
      report(
        `There are ${count} ${kind} examples in "${language}"; ${this.options.examples} are needed.`,
        `“${language}”的${kind === 'hit' ? '命中' : '不命中'}示例有 ${count} 个，至少需要 ${this.options.examples} 个。`,
      );
    }
  }

  private runExamples(rule: Rule, report: Report): void {
    const coverage = new Coverage(termsOf(rule));
    for (const language of languages) {
      for (const text of rule.examples.hit[language] ?? []) {
        const found = this.find(text).filter((one) => one.rule === rule.id);
        coverage.exercise(
          text,
          found.map((one) => one.span),
        );
        this.tally(found.length > 0, () => report(`Nothing is found in: ${text}`, `未命中：${text}`));
      }
      for (const text of rule.examples.miss[language] ?? []) {
        const wrong = this.find(text).find((one) => one.rule === rule.id);
        this.tally(wrong === undefined, () =>
          report(`"${wrong?.text ?? ''}" is found in: ${text}`, `不应命中“${wrong?.text ?? ''}”：${text}`),
        );
      }
    }
    for (const term of coverage.missing) report(`No hit example exercises the term "${term}".`, `没有命中示例用到术语“${term}”。`);
    for (const { term, form, text, span } of coverage.variants()) {
      const found = this.find(text).some((one) => one.rule === rule.id && overlaps(one.span, span));
      this.tally(found, () =>
        report(`The form "${form}" of "${term}" is not found in: ${text}`, `术语“${term}”的写法“${form}”未命中：${text}`),
      );
    }
  }

  /** A replacement that its rule finds again would never settle the matter. */
  private replacement({ id, replacement }: Rule, report: Report): void {
    for (const text of replacement === undefined ? [] : [replacement.en, replacement.zh]) {
      const again = this.find(`: ${text}.`).find((one) => one.rule === id);
      if (again === undefined) continue;
      report(`"${again.text}" is found again in the replacement: ${text}`, `替换文字中再次命中“${again.text}”：${text}`);
    }
  }

  private tally(passed: boolean, explain: () => void): void {
    if (passed) this.passed++;
    else {
      this.failed++;
      explain();
    }
  }
}

type Report = (en: string, zh: string) => void;

function termsOf(rule: Rule): string[] {
  return languages.flatMap((language) => rule.terms[language] ?? []);
}

/** A form that does not find its own text can never match: it breaks the rules of word boundaries. */
function lintReach(rule: Rule, report: Report): void {
  for (const term of termsOf(rule)) {
    const patterns = compileTerm(term).filter(({ parts }) => parts.length === 1);
    if (patterns.length === 0) continue;
    const matcher = Matcher.of(patterns);
    for (const { parts } of patterns) {
      const part = parts[0];
      if (part?.type !== 'words' || part.wordClass !== undefined) continue;
      for (const form of part.exact ?? part.forms) {
        const folded = fold(`; ${form} ;`);
        if (matcher.find(folded, () => new Sentences(folded)).length === 0) {
          report(`The form "${form}" of "${term}" can never match.`, `术语“${term}”的写法“${form}”永远不会匹配。`);
        }
      }
    }
  }
}
