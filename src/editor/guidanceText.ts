import type { Knowledge, Section } from '../rules/knowledge.js';
import type { Authority, Localized, Rule } from '../rules/pack.js';
import type { RuleEntry } from '../rules/ruleset.js';
import { authorityReservation, authorityStanding, inLanguage, sectionLabel } from './findingText.js';
import { guidanceLink } from './guidanceAddress.js';
import { escapeMarkdown, link } from './markdownText.js';
import { thresholdText } from '../output/thresholdText.js';
import type { Language, Words } from './wordForms.js';

/**
 * The guidance document of a section, in Markdown: our digest, the topics whose findings lead to it, and the authorities
 * that their rules rest on.
 *
 * @param entries the rules that lead to the section
 */
export function guidanceText(
  section: Section,
  entries: readonly RuleEntry[],
  knowledge: Knowledge,
  words: Words,
): string {
  const digest = inLanguage(section.guidance, words).trim();
  const parts = [
    `# ${sectionLabel(section, words)}`,
    `*${origin(section, knowledge, words)}* · ${otherLanguage(section, words)}`,
    digest === '' ? words.t('There is no digest of this section yet.') : asPart(digest),
    ...topicParts(entries, words),
    ...authorityParts(entries, words),
    '---',
    ...neighbours(section, knowledge, words),
    words.t('Deal Lens flags and cites; it does not decide, and it is no legal advice.'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function origin(section: Section, knowledge: Knowledge, words: Words): string {
  const title = inLanguage(knowledge.reportTitle, words);
  return section.page === undefined
    ? words.t('Our digest of a section of country report {0}, “{1}”', knowledge.edition, title)
    : words.t(
        'Our digest of a section on page {2} of country report {0}, “{1}”',
        knowledge.edition,
        title,
        section.page,
      );
}

const languageNames: Readonly<Record<Language, string>> = { en: 'English', zh: '中文' };

/** A link to the same guidance in the other language, in that language. */
function otherLanguage(section: Section, words: Words): string {
  const other = words.language === 'zh' ? 'en' : 'zh';
  return `[${languageNames[other]}](${guidanceLink(section, other)})`;
}

/** Links to the sections before and after. */
function neighbours(section: Section, { sections }: Knowledge, words: Words): string[] {
  const at = sections.indexOf(section);
  const before = sections[at - 1];
  const after = sections[at + 1];
  const to = (other: Section): string =>
    `[${escapeMarkdown(sectionLabel(other, words))}](${guidanceLink(other, words.language)})`;
  const links = [
    ...(before === undefined ? [] : [words.t('Before: {0}', to(before))]),
    ...(after === undefined ? [] : [words.t('After: {0}', to(after))]),
  ];
  return links.length === 0 ? [] : [links.join(' · ')];
}

/**
 * The digest as a part of the document, which has a title already: its own title goes, and its highest headings come to
 * stand right under the document's.
 */
function asPart(digest: string): string {
  const body = digest.replace(/^#\s[^\r\n]*(?:\r\n?|\n|$)\s*/u, '');
  const levels = [...body.matchAll(/^(#{2,6})\s/gmu)].map(([, marks = '']) => marks.length);
  const surplus = levels.length === 0 ? 0 : Math.min(...levels) - 2;
  return surplus === 0 ? body : body.replace(/^#{3,6}(?=\s)/gmu, (marks) => marks.slice(surplus));
}

/** What each rule that leads here says, and what to do next, by topic. */
function topicParts(entries: readonly RuleEntry[], words: Words): string[] {
  const topics = new Map(entries.map(({ topic }) => [topic.id, topic]));
  if (topics.size === 0) return [];
  const parts = [`## ${words.t('What leads here, and what to do')}`];
  for (const topic of topics.values()) {
    parts.push(`### ${escapeMarkdown(inLanguage(topic.label, words))}`);
    const rows = entries.filter((entry) => entry.topic.id === topic.id).map(({ rule }) => ruleRow(rule, words));
    parts.push(rows.join('\n'));
  }
  return parts;
}

function ruleRow({ title, message, advice, thresholds = [], checklist = {} }: Rule, words: Words): string {
  const shown = (text: Localized): string => escapeMarkdown(inLanguage(text, words));
  const lines = [
    words.t('- **{0}.** {1}', shown(title), shown(message)),
    ...thresholds.map((threshold) => escapeMarkdown(thresholdText(threshold, words.language))),
    words.t('**Next:** {0}', shown(advice)),
  ];
  const checks = (checklist[words.language] ?? []).map((check) => `  - ${escapeMarkdown(check)}`);
  return [lines.join('\\\n  '), ...checks].join('\n');
}

function authorityParts(entries: readonly RuleEntry[], words: Words): string[] {
  const authorities = new Map<string, Authority>();
  for (const entry of entries)
    for (const authority of entry.authorities) authorities.set(authority.url + authority.citation.en, authority);
  if (authorities.size === 0) return [];
  const rows = [...authorities.values()].map((authority) => {
    const reservation = authorityReservation(authority, words);
    const standing = authorityStanding(authority, words) + (reservation === '' ? '' : words.t('; {0}', reservation));
    const note = authority.note === undefined ? '' : ` ${escapeMarkdown(inLanguage(authority.note, words))}`;
    return words.t('- {0}: {1}.{2}', link(inLanguage(authority.citation, words), authority.url), standing, note);
  });
  return [`## ${words.t('Authorities')}`, rows.join('\n')];
}
