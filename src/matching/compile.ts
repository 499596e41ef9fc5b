import type { AutomatonTables } from './automaton.js';
import { buildAutomaton } from './automatonBuilder.js';
import type { NumberKind } from './numbers.js';
import type { Part, TermPattern } from './pattern.js';

/**
 * One part of a pattern, as something that happens while a text is read: the part was found, and stands where it should after the
 * parts before it. Patterns that begin alike share their first steps.
 */
export interface Step {
  /** Where the parts before it are remembered; absent for a first part. */
  readonly after?: number;
  /** The longest gap to the part before, in words; absent when the two are adjacent. */
  readonly gap?: number;
  /** Where this part is remembered for the parts after it; absent when none follow. */
  readonly slot?: number;
  /** Patterns that are complete with this part. */
  readonly patterns: readonly number[];
  /** Set where the part before is a number, which a word may be glued to: `96GB`. */
  readonly afterNumber?: true;
}

/** What a word is for. */
export interface Use {
  readonly step: number;
  /** The word as written, where case counts. */
  readonly exact?: string;
}

/** What patterns compile to: plain data, so that it can be made when the product is built. */
export interface CompiledPatterns {
  readonly tables: AutomatonTables;
  readonly steps: readonly Step[];
  /** By output of the automaton, what its words are for. */
  readonly uses: readonly (readonly Use[])[];
  readonly stepsOfNumber: Readonly<Record<NumberKind, readonly number[]>>;
}

/** Compiles patterns for a matcher. */
export function compilePatterns(patterns: readonly TermPattern[]): CompiledPatterns {
  const compiler = new Compiler();
  patterns.forEach((pattern, number) => compiler.add(pattern, number));
  return compiler.compiled();
}

type Found = Exclude<Part, { type: 'gap' }>;

class Compiler {
  private readonly steps: { -readonly [key in keyof Step]: Step[key] }[] = [];
  private readonly patternsOf: number[][] = [];
  private readonly known = new Map<string, number>();
  private readonly usesOfWord = new Map<string, Use[]>();
  private readonly stepsOfNumber: Record<NumberKind, number[]> = { number: [], percent: [] };
  private slots = 0;

  add({ parts }: TermPattern, pattern: number): void {
    let last: number | undefined;
    let gap = 0;
    let previous: Part | undefined;
    for (const part of parts) {
      if (part.type === 'gap') gap = part.words;
      else {
        last = this.step(part, last, gap, previous?.type === 'number');
        gap = 0;
      }
      previous = part;
    }
    if (last !== undefined) this.patternsOf[last]?.push(pattern);
  }

  compiled(): CompiledPatterns {
    const { outputs, uses } = shareUses(this.usesOfWord);
    const steps = this.steps.map((step, number) => ({ ...step, patterns: this.patternsOf[number] ?? [] }));
    return { tables: buildAutomaton(outputs), steps, uses, stepsOfNumber: this.stepsOfNumber };
  }

  /** The number of the step for a part after another step: a known one if they are the same. */
  private step(part: Found, before: number | undefined, gap: number, afterNumber: boolean): number {
    const key = JSON.stringify([before, gap, part]);
    let number = this.known.get(key);
    if (number !== undefined) return number;
    const previous = before === undefined ? undefined : this.steps[before];
    if (previous !== undefined) previous.slot ??= this.slots++;
    number = this.steps.length;
    this.known.set(key, number);
    this.patternsOf.push([]);
    this.steps.push({
      ...(previous?.slot === undefined ? {} : { after: previous.slot }),
      ...(gap === 0 ? {} : { gap }),
      patterns: [],
      ...(afterNumber ? { afterNumber } : {}),
    });
    if (part.type === 'number') this.stepsOfNumber[part.kind].push(number);
    else this.addWords(part, number);
    return number;
  }

  private addWords({ forms, exact }: Extract<Part, { type: 'words' }>, step: number): void {
    forms.forEach((form, at) => {
      const written = exact?.[at];
      addTo(this.usesOfWord, form, written === undefined ? { step } : { step, exact: written });
      const plural = pluralOf(form);
      if (plural === undefined || forms.includes(plural)) return;
      addTo(this.usesOfWord, plural, written === undefined ? { step } : { step, exact: `${written.slice(0, -1)}ies` });
    });
  }
}

/** Words that are for the same share one output: the automaton can share their ends. */
function shareUses(usesOfWord: ReadonlyMap<string, readonly Use[]>): {
  outputs: [string, number][];
  uses: (readonly Use[])[];
} {
  const known = new Map<string, number>();
  const uses: (readonly Use[])[] = [];
  const outputs = [...usesOfWord].map(([word, list]): [string, number] => {
    const key = JSON.stringify(list);
    let output = known.get(key);
    if (output === undefined) {
      output = uses.push(list) - 1;
      known.set(key, output);
    }
    return [word, output];
  });
  return { outputs, uses };
}

/** Besides `s` and `es`, which the boundary check knows, English makes `-ies` of a consonant and `y`. */
function pluralOf(form: string): string | undefined {
  return /[a-z][bcdfghj-np-tvwxz]y$/u.test(form) ? `${form.slice(0, -1)}ies` : undefined;
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
