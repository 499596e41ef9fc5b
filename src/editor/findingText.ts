import type { Finding } from '../review/finding.js';
import type { Level } from '../rules/level.js';
import type { Authority, Localized } from '../rules/pack.js';
import { tellingVerdict, verdictText } from '../output/thresholdText.js';
import type { Words } from './wordForms.js';

const longestTerm = 80;

/** The term of a finding on one line, cut where it is too long to be read in a list. */
export function termOf(finding: Finding): string {
  const term = finding.text.replace(/\s+/gu, ' ').trim();
  const characters = Array.from(term);
  return characters.length <= longestTerm ? term : `${characters.slice(0, longestTerm - 1).join('')}…`;
}

/** The text in the language in force. */
export function inLanguage(text: Localized, words: Words): string {
  return text[words.language];
}

/** One sentence, term first, as the Problems panel and the command line show it; then the value that was read, and where it lies. */
export function problemText(finding: Finding, message: Localized, words: Words): string {
  const { quantity } = finding;
  const verdict = quantity === undefined ? undefined : tellingVerdict(quantity);
  const text = words.t('{0}: {1}', termOf(finding), inLanguage(message, words));
  if (quantity === undefined || verdict === undefined) return text;
  return `${text} [${verdictText(quantity, verdict, words.language)}]`;
}

/** A level as one word. */
export function levelName(level: Level, words: Words): string {
  switch (level) {
    case 'critical':
      return words.t('Critical');
    case 'caution':
      return words.t('Caution');
    case 'note':
      return words.t('Note');
    case 'mention':
      return words.t('Mention');
  }
}

/** A level with what it asks of the reader. */
export function levelSentence(level: Level, words: Words): string {
  switch (level) {
    case 'critical':
      return words.t('Critical: a filing, licence or prohibition may be triggered.');
    case 'caution':
      return words.t('Caution: to be checked before signing.');
    case 'note':
      return words.t('Note: context worth knowing.');
    case 'mention':
      return words.t('Mention: said, nothing to be done by itself.');
  }
}

/** Status of an authority and the day somebody looked. */
export function authorityStanding(authority: Authority, words: Words): string {
  const { checked } = authority;
  switch (authority.status) {
    case 'in-force':
      return words.t('in force, checked {0}', checked);
    case 'suspended':
      return words.t('suspended, checked {0}', checked);
    case 'rescinded':
      return words.t('rescinded, checked {0}', checked);
    case 'superseded':
      return words.t('superseded, checked {0}', checked);
    case 'proposed':
      return words.t('proposed, checked {0}', checked);
  }
}

/** Where knowledge of an authority comes from, if it is not an official source; empty if it is. */
export function authorityReservation(authority: Authority, words: Words): string {
  switch (authority.confidence) {
    case 'official':
      return '';
    case 'secondary':
      return words.t('from a secondary source');
    case 'memory':
    case 'unverified':
      return words.t('not verified');
  }
}

/** `3.2 Export controls`; the summary and the conclusion have no number that a reader would know. */
export function sectionLabel(section: { readonly id: string; readonly title: Localized }, words: Words): string {
  const title = inLanguage(section.title, words);
  return /^\d/u.test(section.id) ? `${section.id} ${title}` : title;
}
