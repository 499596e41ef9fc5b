import type { Section } from '../rules/knowledge.js';
import { linkTarget } from './markdownText.js';
import type { Language } from './wordForms.js';

/** Scheme of the read-only guidance documents. The manifest opens it in the Markdown preview. */
export const guidanceScheme = 'deal-lens-guidance';

/** The folder that holds the documents of a language. */
export const guidanceFolders: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-cn' };

/** The path of a section's guidance document, `/en/3.2 Export controls.md`: what its tab is called. */
export function guidancePath(section: Section, language: Language): string {
  // These characters have a meaning in addresses or file names on some system; a title can do without them.
  const title = section.title[language]
    .replace(/[/\\?#%*:|"<>]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `/${guidanceFolders[language]}/${section.id} ${title}.md`;
}

/** Section id and language that a guidance path names; `undefined` if it is no guidance path. */
export function readGuidancePath(path: string): { readonly section: string; readonly language: Language } | undefined {
  const match = /^\/(en|zh-cn)\/([^\s/]+) [^/]*\.md$/u.exec(path);
  const section = match?.[2];
  if (section === undefined) return undefined;
  return { section, language: match?.[1] === 'en' ? 'en' : 'zh' };
}

/** A link from any guidance document to another. */
export function guidanceLink(section: Section, language: Language): string {
  return linkTarget(encodeURI(`..${guidancePath(section, language)}`));
}
