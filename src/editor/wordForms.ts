import type { Localized } from '../rules/pack.js';

/** A language of the product, named as `Localized` names it. */
export type Language = keyof Localized;

/**
 * What the editor says, in the language that is in force. Messages are whole sentences with `{0}`, `{1}` … for what
 * changes; the English sentence is the key of its translations in `l10n/`.
 */
export interface Words {
  readonly language: Language;
  /** The message in the language in force, with its placeholders filled. */
  t(message: string, ...values: (string | number)[]): string;
}

/** Replaces `{0}`, `{1}` … by the values; a placeholder without a value stays as it is. */
export function fill(message: string, values: readonly (string | number)[]): string {
  return message.replace(/\{(\d+)\}/gu, (placeholder, digits: string) => {
    const value = values[Number(digits)];
    return value === undefined ? placeholder : String(value);
  });
}
