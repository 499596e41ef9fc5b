import { defaultLimits, findRefusal, type MemoLimits } from './limits.js';
import { readMarkdown } from './chunkedMarkdown.js';
import type { Memo, MemoFormat, Refusal } from './memo.js';
import { readPlaintext } from './plaintext.js';

export { defaultLimits, type MemoLimits } from './limits.js';

/**
 * Reads a text as a memo, or says why not.
 * @param text as on disk or in the editor, byte order mark included: all offsets count it
 */
export function readMemo(
  text: string,
  format: MemoFormat,
  limits: MemoLimits = defaultLimits,
): { memo: Memo } | { refusal: Refusal } {
  const refusal = findRefusal(text, limits, format === 'markdown');
  if (refusal !== undefined) return { refusal };
  return format === 'markdown' ? readMarkdown(text) : { memo: readPlaintext(text) };
}
