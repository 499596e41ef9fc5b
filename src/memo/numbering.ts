/** A heading's number as memos and Chinese reports write it. */
export interface Numbering {
  /** 1 for the outermost. */
  readonly level: number;
  /** The number as written. */
  readonly label: string;
  /** What stands after it, trimmed. */
  readonly title: string;
}

const han = '[零〇一二三四五六七八九十百]+';
const forms: readonly { readonly pattern: RegExp; readonly level: (match: RegExpExecArray) => number }[] = [
  { pattern: new RegExp(`^(第(?:${han}|\\d+)[章编篇])[\\s、:：]*(.+)$`, 'u'), level: () => 1 },
  { pattern: new RegExp(`^(第(?:${han}|\\d+)节)[\\s、:：]*(.+)$`, 'u'), level: () => 2 },
  { pattern: new RegExp(`^(${han})、\\s*(.+)$`, 'u'), level: () => 1 },
  { pattern: new RegExp(`^([（(]${han}[）)])\\s*(.+)$`, 'u'), level: () => 2 },
  { pattern: /^((?:section|part|article|schedule|annex)\s+[0-9ivx]+(?:\.\d+)*)[.:\s–—-]+(.+)$/iu, level: () => 1 },
  { pattern: /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?\s+(.+)$/u, level: (match) => (match[1] ?? '').split('.').length },
  { pattern: /^(\d{1,2})[.、]\s*(\p{L}.*)$/u, level: () => 1 },
];

/** The numbering of a line, or nothing when it has none. Whether the line is a heading is for the caller to judge. */
export function parseNumbering(line: string): Numbering | undefined {
  const trimmed = line.trim();
  for (const { pattern, level } of forms) {
    const match = pattern.exec(trimmed);
    if (match !== null) return { level: level(match), label: match[1] ?? '', title: (match[2] ?? '').trim() };
  }
  return undefined;
}
