import type { Localized } from '../rules/pack.js';

/** The languages in which the product speaks. */
export const languages = ['en', 'zh-cn'] as const;

export type Language = (typeof languages)[number];

/** A text of the knowledge in one language. */
export function inLanguage(text: Localized, language: Language): string {
  return language === 'zh-cn' ? text.zh : text.en;
}
