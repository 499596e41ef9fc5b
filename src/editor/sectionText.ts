import type { Section } from '../rules/knowledge.js';
import type { Level } from '../rules/level.js';
import { inLanguage, levelName, sectionLabel } from './findingText.js';
import { escapeMarkdown } from './markdownText.js';
import { firstLine, type SectionCount } from './reportOutline.js';
import type { Words } from './wordForms.js';

/**
 * How a section of the report reads in a list, to the eye and to a screen reader. The number of findings stands at the end
 * of the row (`SectionDecorations`), and in words in the tooltip and the label for a screen reader.
 */
export interface SectionText {
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly accessibilityLabel: string;
}

/** @param count what the active memo's findings mean for the section and what is under it; absent without a memo */
export function sectionText(section: Section, count: SectionCount | undefined, words: Words): SectionText {
  const label = sectionLabel(section, words);
  const digest = firstLine(inLanguage(section.guidance, words));
  const found = count === undefined ? '' : countText(count, words);
  const place = placeText(section, words);
  const tooltip = [
    `**${escapeMarkdown(label)}**`,
    escapeMarkdown(place),
    escapeMarkdown(digest),
    escapeMarkdown(count?.gravest === undefined ? found : gravestText(count.gravest, found, words)),
  ];
  return {
    label,
    description: digest,
    tooltip: tooltip.filter((part) => part !== '').join('\n\n'),
    accessibilityLabel: [label, found === '' ? words.t('no findings') : found, place]
      .filter((part) => part !== '')
      .join(words.t(', ')),
  };
}

function countText({ open, suppressed }: SectionCount, words: Words): string {
  if (open > 0) return words.t(open === 1 ? '{0} finding' : '{0} findings', open);
  return suppressed === 0 ? '' : words.t('{0} suppressed', suppressed);
}

function gravestText(gravest: Level, found: string, words: Words): string {
  return words.t('{0} in the memo, the gravest: {1}', found, levelName(gravest, words));
}

function placeText({ page, footnotes }: Section, words: Words): string {
  if (page === undefined) return '';
  if (footnotes === 0) return words.t('Page {0} of the report', page);
  return words.t(
    footnotes === 1 ? 'Page {0} of the report, {1} footnote' : 'Page {0} of the report, {1} footnotes',
    page,
    footnotes,
  );
}
