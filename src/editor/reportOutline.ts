import type { Finding } from '../review/finding.js';
import { atLeast, levels, type Level } from '../rules/level.js';
import type { Section } from '../rules/knowledge.js';
import { isAboutSuppression } from './findings.js';

/** The id of the section that a section is part of (`3.2` → `3`), or `undefined` at the top. */
export function parentOf(id: string): string | undefined {
  const dot = id.lastIndexOf('.');
  return dot > 0 ? id.slice(0, dot) : undefined;
}

/** The sections directly under a section, or those at the top, in the order of the report. */
export function childrenOf(sections: readonly Section[], parent: string | undefined): readonly Section[] {
  const ids = new Set(sections.map(({ id }) => id));
  return sections.filter(({ id }) => {
    const own = parentOf(id);
    // A section whose parent the outline does not have stands at the top rather than nowhere.
    return (own !== undefined && ids.has(own) ? own : undefined) === parent;
  });
}

/** What the findings of a memo mean for one section and those under it. */
export interface SectionCount {
  /** Findings that lead here, suppressed ones left out. */
  readonly open: number;
  readonly suppressed: number;
  /** The gravest level among the open ones. */
  readonly gravest?: Level;
}

/**
 * Counts findings by the section that they lead to, and in the sections that it is part of. Sections without findings are
 * left out, and so are findings about suppressions, which are no matter of the report.
 */
export function countBySection(findings: readonly Finding[]): ReadonlyMap<string, SectionCount> {
  const counts = new Map<string, SectionCount>();
  for (const finding of findings) {
    if (isAboutSuppression(finding)) continue;
    for (let id: string | undefined = finding.section; id !== undefined; id = parentOf(id)) {
      const before = counts.get(id) ?? { open: 0, suppressed: 0 };
      counts.set(
        id,
        finding.suppressed === undefined
          ? { ...before, open: before.open + 1, gravest: graver(before.gravest, finding.level) }
          : { ...before, suppressed: before.suppressed + 1 },
      );
    }
  }
  return counts;
}

/** How many open findings are at least as grave as `threshold`. */
export function countAtLeast(findings: readonly Finding[], threshold: Level): number {
  return findings.filter((finding) => finding.suppressed === undefined && atLeast(finding.level, threshold)).length;
}

function graver(a: Level | undefined, b: Level): Level {
  return a !== undefined && levels.indexOf(a) <= levels.indexOf(b) ? a : b;
}

/** The first line of prose of a guidance text, without Markdown marks, for a list. */
export function firstLine(markdown: string): string {
  for (const line of markdown.split(/\r\n?|\n/u)) {
    const plain = line.trim();
    if (plain === '' || /^(?:#|<!--|---|===|\|)/u.test(plain)) continue;
    return plain
      .replace(/^(?:>\s*)+/u, '')
      .replace(/^(?:[-*+]|\d+[.)])\s+/u, '')
      .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replace(/[*_`]+/gu, '')
      .trim();
  }
  return '';
}
