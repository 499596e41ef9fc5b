import type { Refusal } from './memo.js';

/** How large and how deeply nested a text may be to be read. */
export interface MemoLimits {
  /** UTF-16 units. */
  readonly maxLength: number;
  /** Levels of quotes and lists within one another. */
  readonly maxNesting: number;
}

export const defaultLimits: MemoLimits = { maxLength: 20_000_000, maxNesting: 100 };

/**
 * Looks, in one cheap pass before any parsing, for what no parser of Markdown reads in linear time: quotes and lists nested
 * beyond the limit, and long runs of brackets.
 */
export function findRefusal(text: string, limits: MemoLimits, markdown: boolean): Refusal | undefined {
  if (text.length > limits.maxLength) {
    return { reason: 'too-large', limit: limits.maxLength, actual: text.length, offset: limits.maxLength };
  }
  if (!markdown) return undefined;
  let lineStart = true;
  let depth = 0;
  let indent = 0;
  let brackets = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 10 || unit === 13) {
      lineStart = true;
      depth = 0;
      indent = 0;
      brackets = 0;
      continue;
    }
    // [ and ! of link and image openings: the parser looks back over all that are open.
    if (unit === 91 && ++brackets > limits.maxNesting * 20) {
      return { reason: 'too-deep', limit: limits.maxNesting * 20, actual: brackets, offset: index };
    }
    if (!lineStart) continue;
    if (unit === 62 || unit === 42 || unit === 45 || unit === 43) depth++;
    else if (unit === 32) indent++;
    else if (unit === 9) indent += 4;
    else if (!((unit >= 48 && unit <= 57) || unit === 46 || unit === 41)) lineStart = false;
    const levels = depth + (indent >> 2);
    if (levels > limits.maxNesting && /[^\s*_-]/u.test(text.slice(index, index + 200)) && !isRule(text, index)) {
      return { reason: 'too-deep', limit: limits.maxNesting, actual: levels, offset: index };
    }
  }
  return undefined;
}

/** A long line of hyphens or stars alone is a thematic break or a setext underline, not nesting. */
function isRule(text: string, index: number): boolean {
  let start = index;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  let end = index;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return /^[ \t]*(?:[-\s]+|[*\s]+)$/u.test(text.slice(start, end)) && !/[-*] /u.test(text.slice(start, start + 40));
}
