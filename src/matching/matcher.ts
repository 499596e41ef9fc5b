import type { Folded } from '../text/folding.js';
import { type Automaton, buildAutomaton, Hits } from './automaton.js';
import { boundedEnd, gluedEnd } from './boundaries.js';
import { findNumbers, type NumberKind } from './numbers.js';
import type { Match, TermPattern } from './pattern.js';
import { isWithin, type Sentences } from './sentences.js';

/** Where a word or number stands in the patterns that use it. */
interface Use {
  readonly chain: Chain;
  /** Index among the chain's links. */
  readonly link: number;
  /** The word as written, where case counts. */
  readonly exact: string | undefined;
  /** Whether the part before is a number, which the word may be glued to: `96GB`. */
  readonly afterNumber: boolean;
}

/** A pattern as the words and numbers it consists of, each with the longest gap allowed before it (0: adjacent). */
interface Chain {
  readonly pattern: number;
  readonly gaps: readonly number[];
  readonly id: number;
}

interface Reached {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds all patterns in folded texts. One pass of the automaton gives the words; patterns of several parts advance part
 * by part as their words come by, each time joining the nearest place reached before. The time is linear in the text for
 * whatever patterns were given.
 */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly words: readonly string[];
  private readonly usesOfWord: readonly (readonly Use[])[];
  private readonly usesOfNumber: Readonly<Record<NumberKind, readonly Use[]>>;
  private readonly hits = new Hits();

  constructor(patterns: readonly TermPattern[]) {
    const uses = new Map<string, Use[]>();
    const numbers: Record<NumberKind, Use[]> = { number: [], percent: [] };
    patterns.forEach((pattern, index) => {
      const chain: Chain = { pattern: index, gaps: gapsOf(pattern), id: index };
      let link = 0;
      pattern.parts.forEach((part, position) => {
        if (part.type === 'gap') return;
        const afterNumber = pattern.parts[position - 1]?.type === 'number';
        if (part.type === 'number') numbers[part.kind].push({ chain, link, exact: undefined, afterNumber });
        else {
          part.forms.forEach((form, at) => {
            for (const variant of withPlural(form)) {
              addTo(uses, variant, { chain, link, exact: part.exact?.[at], afterNumber });
            }
          });
        }
        link++;
      });
    });
    this.words = [...uses.keys()];
    this.usesOfWord = [...uses.values()];
    this.usesOfNumber = numbers;
    this.automaton = buildAutomaton(this.words);
  }

  /** Number of different words in the automaton. */
  get wordCount(): number {
    return this.words.length;
  }

  /** All occurrences of all patterns, in order of their ends; overlapping ones too. */
  find(folded: Folded, sentences: () => Sentences): Match[] {
    const { hits } = this;
    hits.clear();
    this.automaton.scan(folded.units, folded.length, hits);
    if (hits.count === 0) return [];
    const matches: Match[] = [];
    const progress = new Map<number, Reached[][]>();
    const numbers = findNumbers(folded);
    let nextNumber = 0;
    const take = (uses: readonly Use[], start: number, end: number): void => {
      for (const use of uses) {
        if (use.exact !== undefined && !isWrittenExactly(folded, start, end, use.exact)) continue;
        advance(use, start, end);
      }
    };
    const advance = ({ chain, link }: Use, start: number, end: number): void => {
      const last = chain.gaps.length - 1;
      let from = start;
      if (link > 0) {
        const reached = progress.get(chain.id)?.[link - 1];
        const before = reached?.find((one) => joins(folded, sentences, one.end, start, chain.gaps[link] ?? 0));
        if (before === undefined) return;
        from = before.start;
      }
      if (link === last) {
        matches.push({ pattern: chain.pattern, start: from, end });
        return;
      }
      let links = progress.get(chain.id);
      if (links === undefined) progress.set(chain.id, (links = []));
      // The two nearest places suffice: a farther one would make a longer match of the same term.
      links[link] = [{ start: from, end }, ...(links[link] ?? []).slice(0, 1)];
    };
    for (let index = 0; index < hits.count; index++) {
      const word = hits.wordAt(index);
      const wordEnd = hits.endAt(index);
      for (
        let number = numbers[nextNumber];
        number !== undefined && number.end <= wordEnd;
        number = numbers[++nextNumber]
      ) {
        take(this.usesOfNumber[number.kind], number.start, number.end);
      }
      const start = wordEnd - (this.words[word] ?? '').length;
      const end = boundedEnd(folded, start, wordEnd);
      if (end >= 0) take(this.usesOfWord[word] ?? [], start, end);
      else {
        const glued = gluedEnd(folded, start, wordEnd);
        if (glued >= 0)
          take(
            (this.usesOfWord[word] ?? []).filter((use) => use.afterNumber),
            start,
            glued,
          );
      }
    }
    for (let number = numbers[nextNumber]; number !== undefined; number = numbers[++nextNumber]) {
      take(this.usesOfNumber[number.kind], number.start, number.end);
    }
    return matches;
  }
}

function gapsOf(pattern: TermPattern): number[] {
  const gaps: number[] = [];
  let gap = 0;
  for (const part of pattern.parts) {
    if (part.type === 'gap') gap = part.words;
    else {
      gaps.push(gap);
      gap = 0;
    }
  }
  return gaps;
}

/** Adjacent parts may have one space between them; others a gap of so many words within the sentence. */
function joins(folded: Folded, sentences: () => Sentences, end: number, start: number, gap: number): boolean {
  if (end === start) return true;
  if (end > start) return false;
  if (start - end === 1 && folded.units[end] === 0x20) return true;
  return gap > 0 && isWithin(folded, sentences(), end, start, gap);
}

/** Besides `s` and `es`, which the boundary check knows, English makes `-ies` of a consonant and `y`. */
function withPlural(form: string): string[] {
  return /[a-z][bcdfghj-np-tvwxz]y$/u.test(form) ? [form, `${form.slice(0, -1)}ies`] : [form];
}

function isWrittenExactly(folded: Folded, start: number, end: number, exact: string): boolean {
  const { start: from, end: to } = folded.map.spanOf(start, end);
  return plain(folded.text.slice(from, to)).startsWith(plain(exact));
}

/** A text as written, but for width, normal form and separators. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF\u2010-\u2013\u2212-]+/gu, '');
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
