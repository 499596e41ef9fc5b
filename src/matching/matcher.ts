import type { Folded } from '../text/folding.js';
import { Automaton, Hits } from './automaton.js';
import { boundedEnd, gluedEnd } from './boundaries.js';
import { compilePatterns, type CompiledPatterns, type Use } from './compile.js';
import { findNumbers } from './numbers.js';
import type { Match, TermPattern } from './pattern.js';
import { isWithin, type Sentences } from './sentences.js';

interface Reached {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds all patterns in folded texts. One scan of the automaton gives the words; patterns of several parts advance part
 * by part as their words come by, each time joining the nearest place reached before. The time is linear in the text for
 * whatever patterns were given.
 */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly hits = new Hits();

  constructor(private readonly compiled: CompiledPatterns) {
    this.automaton = new Automaton(compiled.tables);
  }

  /** Compiles patterns and makes their matcher. */
  static of(patterns: readonly TermPattern[]): Matcher {
    return new Matcher(compilePatterns(patterns));
  }

  /** All occurrences of all patterns; overlapping ones too. */
  find(folded: Folded, sentences: () => Sentences): Match[] {
    const { hits } = this;
    hits.clear();
    this.automaton.scan(folded, hits);
    return hits.count === 0 ? [] : new Search(this.compiled, folded, sentences).run(hits);
  }
}

/** One search: how far each pattern of several parts has come. */
class Search {
  private readonly matches: Match[] = [];
  private readonly progress = new Map<number, Reached[][]>();

  constructor(
    private readonly compiled: CompiledPatterns,
    private readonly folded: Folded,
    private readonly sentences: () => Sentences,
  ) {}

  run(hits: Hits): Match[] {
    const { folded } = this;
    const { uses, usesOfNumber } = this.compiled;
    const numbers = findNumbers(folded);
    let next = 0;
    const takeNumbersBefore = (offset: number): void => {
      for (let number = numbers[next]; number !== undefined && number.start < offset; number = numbers[++next]) {
        this.take(usesOfNumber[number.kind], number.start, number.end);
      }
    };
    for (let index = 0; index < hits.count; index++) {
      const start = hits.startAt(index);
      const usesOfWord = uses[hits.outputAt(index)] ?? [];
      takeNumbersBefore(start);
      const end = boundedEnd(folded, start, hits.endAt(index));
      if (end >= 0) {
        this.take(usesOfWord, start, end);
        continue;
      }
      const glued = gluedEnd(folded, start, hits.endAt(index));
      if (glued >= 0) {
        const afterNumber = usesOfWord.filter((use) => use.afterNumber === true);
        this.take(afterNumber, start, glued);
      }
    }
    takeNumbersBefore(folded.length + 1);
    return this.matches;
  }

  private take(uses: readonly Use[], start: number, end: number): void {
    for (const use of uses) {
      if (use.exact === undefined || isWrittenExactly(this.folded, start, end, use.exact))
        this.advance(use, start, end);
    }
  }

  private advance({ pattern, link }: Use, start: number, end: number): void {
    const gaps = this.compiled.gaps[pattern];
    let from = start;
    if (gaps !== undefined && link > 0) {
      const before = this.progress
        .get(pattern)
        ?.[link - 1]?.find((one) => joins(this.folded, this.sentences, one.end, start, gaps[link] ?? 0));
      if (before === undefined) return;
      from = before.start;
    }
    if (gaps === undefined || link === gaps.length - 1) {
      this.matches.push({ pattern, start: from, end });
      return;
    }
    let links = this.progress.get(pattern);
    if (links === undefined) this.progress.set(pattern, (links = []));
    // A few nearest places suffice: a farther one would make a longer match of the same term.
    links[link] = [{ start: from, end }, ...(links[link] ?? []).slice(0, nearest - 1)];
  }
}

/** How many places a part of a pattern is remembered at. */
const nearest = 4;

/** Adjacent parts may have one space between them; others a gap of so many words within the sentence. */
function joins(folded: Folded, sentences: () => Sentences, end: number, start: number, gap: number): boolean {
  if (end === start) return true;
  if (end > start) return false;
  if (start - end === 1 && folded.units[end] === 0x20) return true;
  return gap > 0 && isWithin(folded, sentences(), end, start, gap);
}

function isWrittenExactly(folded: Folded, start: number, end: number, exact: string): boolean {
  const { start: from, end: to } = folded.map.spanOf(start, end);
  return plain(folded.text.slice(from, to)).startsWith(plain(exact));
}

/** A text as written, but for width, normal form and separators. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u00AD\u200B-\u200F\u2060\uFEFF\u2010-\u2013\u2212-]+/gu, '');
}
