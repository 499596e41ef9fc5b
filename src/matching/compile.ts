import type { AutomatonTables } from './automaton.js';
import { buildAutomaton } from './automatonBuilder.js';
import type { NumberKind } from './numbers.js';
import type { TermPattern } from './pattern.js';

/** Where a word or number stands in a pattern. */
export interface Use {
  readonly pattern: number;
  /** Index among the pattern's parts, gaps not counted. */
  readonly link: number;
  /** The word as written, where case counts. */
  readonly exact?: string;
  /** Set where the part before is a number, which the word may be glued to: `96GB`. */
  readonly afterNumber?: true;
}

/** What patterns compile to: plain data, so that it can be made when the product is built. */
export interface CompiledPatterns {
  readonly tables: AutomatonTables;
  /** By output of the automaton, what its words are for. */
  readonly uses: readonly (readonly Use[])[];
  readonly usesOfNumber: Readonly<Record<NumberKind, readonly Use[]>>;
  /** By pattern of several parts, the longest gap allowed before each part (0: adjacent). */
  readonly gaps: Readonly<Record<number, readonly number[]>>;
}

/** Compiles patterns for a matcher. */
export function compilePatterns(patterns: readonly TermPattern[]): CompiledPatterns {
  const usesOfWord = new Map<string, Use[]>();
  const usesOfNumber: Record<NumberKind, Use[]> = { number: [], percent: [] };
  const gaps: Record<number, readonly number[]> = {};
  patterns.forEach(({ parts }, pattern) => {
    let link = 0;
    parts.forEach((part, position) => {
      if (part.type === 'gap') return;
      const use: Use = { pattern, link, ...(parts[position - 1]?.type === 'number' ? { afterNumber: true } : {}) };
      if (part.type === 'number') usesOfNumber[part.kind].push(use);
      else {
        part.forms.forEach((form, at) => {
          const exact = part.exact?.[at];
          for (const word of withPlural(form)) addTo(usesOfWord, word, exact === undefined ? use : { ...use, exact });
        });
      }
      link++;
    });
    if (link > 1) gaps[pattern] = gapsOf({ parts });
  });
  const { outputs, uses } = shareUses(usesOfWord);
  return { tables: buildAutomaton(outputs), uses, usesOfNumber, gaps };
}

/** Words that are for the same share one output: the automaton can share their ends. */
function shareUses(usesOfWord: ReadonlyMap<string, readonly Use[]>): {
  outputs: [string, number][];
  uses: (readonly Use[])[];
} {
  const known = new Map<string, number>();
  const uses: (readonly Use[])[] = [];
  const outputs = [...usesOfWord].map(([word, list]): [string, number] => {
    const key = list
      .map(({ pattern, link, exact, afterNumber }) => `${pattern}.${link}.${exact ?? ''}.${afterNumber ?? ''}`)
      .join(' ');
    let output = known.get(key);
    if (output === undefined) {
      output = uses.push(list) - 1;
      known.set(key, output);
    }
    return [word, output];
  });
  return { outputs, uses };
}

function gapsOf({ parts }: Pick<TermPattern, 'parts'>): number[] {
  const gaps: number[] = [];
  let gap = 0;
  for (const part of parts) {
    if (part.type === 'gap') gap = part.words;
    else {
      gaps.push(gap);
      gap = 0;
    }
  }
  return gaps;
}

/** Besides `s` and `es`, which the boundary check knows, English makes `-ies` of a consonant and `y`. */
function withPlural(form: string): string[] {
  return /[a-z][bcdfghj-np-tvwxz]y$/u.test(form) ? [form, `${form.slice(0, -1)}ies`] : [form];
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
