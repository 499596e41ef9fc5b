import type { Knowledge } from './knowledge.js';
import { compileTerm } from './notation.js';
import type { Localized, Rule } from './pack.js';

/** A fault of the data: which rule, and what. */
export interface LintProblem {
  readonly rule: string;
  readonly message: Localized;
}

/** Ids of the rules that find something in a text. */
export type FindRules = (text: string) => readonly { readonly rule: string; readonly text: string }[];

/**
 * Runs the examples of all rules and lints the data.
 * @param find what the review finds in an example, read as plain text, as rule id and matched text
 */
export function lintRules(
  knowledge: Knowledge,
  find: FindRules,
): { problems: LintProblem[]; examples: { passed: number; failed: number } } {
  const problems: LintProblem[] = [];
  const examples = { passed: 0, failed: 0 };
  const owners = new Map<string, string>();
  const ids = new Set<string>();
  const sections = new Set(knowledge.sections.map((section) => section.id));
  for (const pack of knowledge.packs) {
    const authorities = { ...knowledge.authorities, ...pack.authorities };
    for (const rule of pack.rules) {
      const report = (en: string, zh: string): number => problems.push({ rule: rule.id, message: { en, zh } });
      if (ids.has(rule.id)) report('Another rule has this id.', '该编号已被另一条规则使用。');
      ids.add(rule.id);
      if (!rule.id.startsWith(`${pack.topic}/`)) {
        report(`The id must begin with "${pack.topic}/".`, `编号必须以“${pack.topic}/”开头。`);
      }
      if (rule.section !== undefined && sections.size > 0 && !sections.has(rule.section)) {
        report(`Section "${rule.section}" does not exist.`, `章节“${rule.section}”不存在。`);
      }
      for (const id of rule.authorities) {
        if (authorities[id] === undefined) report(`Authority "${id}" does not exist.`, `依据“${id}”不存在。`);
      }
      lintTerms(rule, owners, report);
      runExamples(rule, find, examples, report);
    }
  }
  return { problems, examples };
}

type Report = (en: string, zh: string) => number;

/** Two rules own one term when they agree in every form: only the graver could ever speak. */
function lintTerms(rule: Rule, owners: Map<string, string>, report: Report): void {
  for (const language of ['en', 'zh'] as const) {
    for (const term of rule.terms[language] ?? []) {
      for (const { parts } of compileTerm(term)) {
        if (parts.length !== 1) continue;
        const part = parts[0];
        if (part?.type !== 'words') continue;
        for (const form of part.forms) {
          const owner = owners.get(form);
          if (owner !== undefined && owner !== rule.id) {
            report(`"${form}" also belongs to ${owner}.`, `“${form}”同时属于 ${owner}。`);
          }
          owners.set(form, rule.id);
        }
      }
    }
    const has = (rule.terms[language]?.length ?? 0) > 0;
    if (has && (rule.examples.hit[language]?.length ?? 0) === 0) {
      report(`There is no hit example in "${language}".`, `缺少“${language}”的命中示例。`);
    }
    if (has && (rule.examples.miss[language]?.length ?? 0) === 0) {
      report(`There is no miss example in "${language}".`, `缺少“${language}”的不命中示例。`);
    }
  }
}

function runExamples(rule: Rule, find: FindRules, examples: { passed: number; failed: number }, report: Report): void {
  for (const language of ['en', 'zh'] as const) {
    for (const text of rule.examples.hit[language] ?? []) {
      if (find(text).some((one) => one.rule === rule.id)) examples.passed++;
      else {
        examples.failed++;
        report(`Nothing is found in: ${text}`, `未命中：${text}`);
      }
    }
    for (const text of rule.examples.miss[language] ?? []) {
      const wrong = find(text).find((one) => one.rule === rule.id);
      if (wrong === undefined) examples.passed++;
      else {
        examples.failed++;
        report(`"${wrong.text}" is found in: ${text}`, `不应命中“${wrong.text}”：${text}`);
      }
    }
  }
}
