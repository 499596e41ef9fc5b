import type { Knowledge, Topic } from '../rules/knowledge.js';
import type { Authority, Rule, RulePack, Threshold } from '../rules/pack.js';
import type { Language } from './language.js';

/** A page of the rules reference: path below the language's folder, and its Markdown. */
export interface ReferencePage {
  readonly path: string;
  readonly text: string;
}

interface ReferenceWords {
  readonly title: string;
  readonly intro: string;
  readonly levels: Readonly<Record<Rule['level'], string>>;
  readonly statuses: Readonly<Record<Authority['status'], string>>;
  readonly confidences: Readonly<Record<Authority['confidence'], string>>;
  readonly level: string;
  readonly section: string;
  readonly next: string;
  readonly checklist: string;
  readonly replacement: string;
  readonly thresholds: string;
  readonly authorities: string;
  readonly terms: string;
  readonly found: string;
  readonly notFound: string;
  readonly checked: string;
  readonly rules: (count: number) => string;
  readonly generated: string;
}

const words: Readonly<Record<Language, ReferenceWords>> = {
  en: {
    title: 'Rules reference',
    intro:
      'What Deal Lens looks for, topic by topic. It flags and cites; it does not decide, and it is not legal advice.',
    levels: { critical: 'critical', caution: 'caution', note: 'note', mention: 'mention' },
    statuses: {
      'in-force': 'in force',
      suspended: 'suspended',
      rescinded: 'rescinded',
      superseded: 'superseded',
      proposed: 'proposed',
    },
    confidences: {
      official: 'official text',
      secondary: 'secondary source',
      memory: 'from memory',
      unverified: 'unverified: confirm with counsel',
    },
    level: 'Level',
    section: 'Report',
    next: 'Next',
    checklist: 'Checklist',
    replacement: 'Say instead',
    thresholds: 'Thresholds',
    authorities: 'Authorities',
    terms: 'Terms',
    found: 'Found in',
    notFound: 'Not found in',
    checked: 'checked',
    rules: (count) => (count === 1 ? '1 rule' : `${count} rules`),
    generated: 'Made from the rule packs by `npm run docs`. Do not edit: edit `rules/`.',
  },
  zh: {
    title: '规则手册',
    intro: 'Deal Lens 按主题查找的内容。它只做标记并注明出处，不作判断，也不构成法律意见。',
    levels: { critical: '重大', caution: '注意', note: '提示', mention: '提及' },
    statuses: {
      'in-force': '现行有效',
      suspended: '暂停执行',
      rescinded: '已撤销',
      superseded: '已被取代',
      proposed: '拟议中',
    },
    confidences: {
      official: '官方文本',
      secondary: '二手来源',
      memory: '凭记忆',
      unverified: '未经核实，请向律师确认',
    },
    level: '级别',
    section: '报告章节',
    next: '下一步',
    checklist: '核对清单',
    replacement: '应改为',
    thresholds: '阈值',
    authorities: '依据',
    terms: '术语',
    found: '命中示例',
    notFound: '不命中示例',
    checked: '核对于',
    rules: (count) => `${count} 条规则`,
    generated: '由 `npm run docs` 根据规则包生成。请勿直接修改，应改动 `rules/`。',
  },
};

/** The rules reference in one language: an index (`README.md`) and a page a topic. */
export function rulesReference(knowledge: Knowledge, language: Language): ReferencePage[] {
  const say = words[language];
  const pages = knowledge.topics.flatMap((topic) => {
    const packs = knowledge.packs.filter((pack) => pack.topic === topic.id);
    return packs.length === 0 ? [] : [{ path: `${topic.id}.md`, text: topicPage(topic, packs, knowledge, language) }];
  });
  const index = knowledge.regimes.flatMap((regime) => [
    `## ${regime.label[language]}`,
    '',
    ...knowledge.topics.flatMap((topic) => {
      if (topic.regime !== regime.id) return [];
      const count = knowledge.packs
        .filter((pack) => pack.topic === topic.id)
        .reduce((sum, pack) => sum + pack.rules.length, 0);
      return count === 0 ? [] : [`- [${topic.label[language]}](${topic.id}.md) (\`${topic.id}\`): ${say.rules(count)}`];
    }),
    '',
  ]);
  const text = [`# ${say.title}`, '', say.intro, '', say.generated, '', ...index].join('\n');
  return [{ path: 'README.md', text: `${text.trimEnd()}\n` }, ...pages];
}

function topicPage(topic: Topic, packs: readonly RulePack[], knowledge: Knowledge, language: Language): string {
  const say = words[language];
  const parts = [`# ${topic.label[language]}`, '', say.generated];
  for (const pack of packs) {
    const authorities = { ...knowledge.authorities, ...pack.authorities };
    for (const rule of pack.rules) parts.push('', ...rulePart(rule, topic, authorities, knowledge, language));
  }
  return `${parts.join('\n')}\n`;
}

function rulePart(
  rule: Rule,
  topic: Topic,
  authorities: Readonly<Record<string, Authority>>,
  knowledge: Knowledge,
  language: Language,
): string[] {
  const say = words[language];
  const id = rule.section ?? topic.section;
  const section = knowledge.sections.find((one) => one.id === id);
  const lines = [
    `## ${rule.title[language]}`,
    '',
    `\`${rule.id}\` · ${say.level}: ${say.levels[rule.level]} · ${say.section}: ${id} ${section?.title[language] ?? ''}`.trimEnd(),
    '',
    rule.message[language],
    '',
    `**${say.next}:** ${rule.advice[language]}`,
  ];
  if (rule.replacement !== undefined) lines.push('', `**${say.replacement}:** ${rule.replacement[language]}`);
  const block = (title: string, items: readonly string[]): void => {
    if (items.length > 0) lines.push('', `**${title}**`, '', ...items.map((item) => `- ${item}`));
  };
  block(say.checklist, rule.checklist?.[language] ?? []);
  block(
    say.thresholds,
    (rule.thresholds ?? []).map((threshold) => thresholdLine(threshold, language)),
  );
  block(
    say.authorities,
    rule.authorities.flatMap((name) => {
      const authority = authorities[name];
      return authority === undefined ? [] : [authorityLine(authority, language)];
    }),
  );
  block(say.terms, [...(rule.terms.en ?? []), ...(rule.terms.zh ?? [])].map(code));
  block(say.found, examplesOf(rule.examples.hit));
  block(say.notFound, examplesOf(rule.examples.miss));
  return lines;
}

/** Examples stand as code, so that nothing in them is taken for markup. */
function examplesOf(examples: Rule['examples']['hit']): string[] {
  return [...(examples.en ?? []), ...(examples.zh ?? [])].map(code);
}

function thresholdLine({ measure, comparison, at, unit, meaning }: Threshold, language: Language): string {
  return `${code(`${measure} ${comparison} ${at}${unit === undefined ? '' : ` ${unit}`}`)}: ${meaning[language]}`;
}

function authorityLine(authority: Authority, language: Language): string {
  const say = words[language];
  const state = `${say.statuses[authority.status]}, ${say.checked} ${authority.checked}, ${say.confidences[authority.confidence]}`;
  const note = authority.note === undefined ? '' : `. ${authority.note[language]}`;
  return `[${authority.citation[language].replace(/[[\]]/gu, '\\$&')}](${authority.url}): ${state}${note}`;
}

function code(text: string): string {
  const fence = '`'.repeat(1 + Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length)));
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text.replace(/\s+/gu, ' ')}${space}${fence}`;
}
