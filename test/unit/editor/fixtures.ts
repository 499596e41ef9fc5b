import { readFileSync } from 'node:fs';
import { fill, type Language, type Words } from '../../../src/editor/wordForms.js';
import type { Finding } from '../../../src/review/finding.js';
import type { Knowledge, Section } from '../../../src/rules/knowledge.js';
import type { Authority, Rule } from '../../../src/rules/pack.js';
import type { RuleEntry } from '../../../src/rules/ruleset.js';

const chineseBundle = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8')) as Record<string, string>;

function wordsOf(language: Language, bundle: Readonly<Record<string, string>>): Words {
  return { language, t: (message, ...values) => fill(bundle[message] ?? message, values) };
}

/** The words of the product as they ship, without VS Code. */
export const english = wordsOf('en', {});
export const chinese = wordsOf('zh', chineseBundle);

export const sections: readonly Section[] = [
  section('summary', 'Summary', '摘要'),
  { ...section('3', 'Government', '政府'), page: 11 },
  { ...section('3.1', 'Legislation', '立法'), page: 11, footnotes: 4 },
  { ...section('3.2', 'Export controls', '出口管制'), page: 12, footnotes: 1 },
  { ...section('4', 'Demand (two segments)', '需求'), page: 15 },
];

function section(id: string, en: string, zh: string): Section {
  return { id, title: { en, zh }, footnotes: 0, guidance: { en: '', zh: '' } };
}

export const statute: Authority = {
  citation: { en: '15 CFR § 742.6(a)', zh: '《出口管理条例》742.6(a)' },
  url: 'https://www.ecfr.gov/current/title-15/section-742.6',
  status: 'in-force',
  checked: '2026-11-23',
  confidence: 'official',
};

export const chipRule: Rule = {
  id: 'chips/accelerator',
  level: 'critical',
  terms: { en: ['H100'] },
  title: { en: 'Accelerator', zh: '加速器' },
  message: { en: 'This accelerator needs a licence.', zh: '该加速器须取得许可证。' },
  advice: { en: 'Get the ECCN in writing.', zh: '索取书面编码。' },
  authorities: ['statute'],
  examples: { hit: {}, miss: {} },
};

export const weightRule: Rule = { ...chipRule, id: 'weights/weight', level: 'note', terms: { en: ['model weight'] } };

export const knowledge: Knowledge = {
  edition: 'test',
  reportTitle: { en: 'The report', zh: '报告' },
  regimes: [{ id: 'controls', label: { en: 'Controls', zh: '管制' } }],
  topics: [
    { id: 'chips', regime: 'controls', label: { en: 'Chips', zh: '芯片' }, section: '3.2' },
    { id: 'weights', regime: 'controls', label: { en: 'Weights', zh: '权重' }, section: '3.1' },
  ],
  sections,
  authorities: { statute },
  packs: [
    { topic: 'chips', rules: [chipRule] },
    { topic: 'weights', rules: [weightRule] },
  ],
};

/** The entry of a rule of the topic of chips. */
export function entryOf(rule: Rule, authorities: readonly Authority[] = [statute]): RuleEntry {
  const [topic] = knowledge.topics;
  if (topic === undefined) throw new Error('The fixture has a topic.');
  return { rule, topic, section: '3.2', authorities };
}

/** A finding of the rule on chips at the start of a memo. */
export function findingOf(more: Partial<Finding> = {}): Finding {
  return {
    span: { start: 0, end: 4 },
    text: 'H100',
    rule: chipRule.id,
    topic: 'chips',
    regime: 'controls',
    level: 'critical',
    negated: false,
    section: '3.2',
    ...more,
  };
}
