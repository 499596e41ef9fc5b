import type { Match } from '../matching/pattern.js';
import { isWithin, type Sentences } from '../matching/sentences.js';
import type { CompiledCondition, Ruleset } from '../rules/ruleset.js';
import { levels } from '../rules/level.js';
import type { Folded } from '../text/folding.js';
import { contains, type Span } from '../text/span.js';
import { Places } from './places.js';

/** A term of a rule, found and in the right sense: folded offsets. */
export interface Candidate extends Span {
  /** The gap between the term's parts, if it holds any words. */
  readonly gap?: Span;
  /** Index of the compiled rule. */
  readonly rule: number;
}

/**
 * Keeps the matches that are terms in the right sense, and of overlapping ones the longest, then the graver.
 * @param isBeside whether a pattern was found beside the text, which counts as near to all of it
 */
export function selectCandidates(
  matches: readonly Match[],
  ruleset: Ruleset,
  folded: Folded,
  sentences: () => Sentences,
  isBeside: (pattern: number) => boolean,
): Candidate[] {
  const terms: Candidate[] = [];
  const excepted = new PlacesByKey();
  const places = new PlacesByKey();
  for (const match of matches) {
    const role = ruleset.roleOf(match.pattern);
    if (role === undefined) places.add(match.pattern, match);
    else if (role.isException) excepted.add(role.rule, match);
    else {
      const { start, end, gap } = match;
      terms.push({ start, end, rule: role.rule, ...(gap === undefined ? {} : { gap }) });
    }
  }
  const sensible = terms.filter((term) => {
    if (excepted.of(term.rule)?.surround(term) === true) return false;
    const rule = ruleset.ruleAt(term.rule);
    const holds = (one: CompiledCondition, inside: boolean): boolean =>
      conditionHolds(one, term, inside, places, folded, sentences);
    return (
      rule !== undefined &&
      rule.near.every((one) => holds(one, false) || holdsBeside(one, isBeside)) &&
      !rule.unless.some((one) => holds(one, true))
    );
  });
  return withoutOverlaps(
    sensible,
    (rule) => levels.indexOf(ruleset.ruleAt(rule)?.entry.rule.level ?? 'mention'),
    folded.length,
  );
}

/**
 * Whether a word of the condition stands near enough to the term, beside it: of all its places the nearest two decide.
 * @param inside whether a word counts that stands inside the term, in a gap of it: it may forbid the term ("has *not* been
 * repealed"), but a term cannot be its own company
 */
function conditionHolds(
  { condition, patterns }: CompiledCondition,
  term: Span,
  inside: boolean,
  places: PlacesByKey,
  folded: Folded,
  sentences: () => Sentences,
): boolean {
  const { before, after, within } = condition;
  const isDirected = before !== undefined || after !== undefined;
  const isSameSentence = (place: Span): boolean => sentences().indexOf(place.start) === sentences().indexOf(term.start);
  return patterns.some((pattern) => {
    const known = places.of(pattern);
    const left = known?.lastBefore(term.start);
    const right = known?.firstAfter(term.end);
    if (!isDirected) {
      if (inside && [known?.firstAfter(term.start), known?.lastBefore(term.end)].some((place) => isIn(term, place)))
        return true;
      return [left, right].some((place) => place !== undefined && (within === 'block' || isSameSentence(place)));
    }
    const isLeft =
      left !== undefined && before !== undefined && isWithin(folded, sentences(), left.end, term.start, before);
    return (
      isLeft ||
      (right !== undefined && after !== undefined && isWithin(folded, sentences(), term.end, right.start, after))
    );
  });
}

/** A condition that names no side also holds by what stands beside the text. */
function holdsBeside({ condition, patterns }: CompiledCondition, isBeside: (pattern: number) => boolean): boolean {
  return condition.before === undefined && condition.after === undefined && patterns.some(isBeside);
}

function isIn(term: Span, place: Span | undefined): boolean {
  return place !== undefined && contains(term, place);
}

/** Spans collected by a key; those of one key are sorted when they are first asked about. */
class PlacesByKey {
  private readonly spans = new Map<number, Span[]>();
  private readonly sorted = new Map<number, Places>();

  add(key: number, span: Span): void {
    const list = this.spans.get(key);
    if (list === undefined) this.spans.set(key, [span]);
    else list.push(span);
  }

  of(key: number): Places | undefined {
    let known = this.sorted.get(key);
    if (known !== undefined) return known;
    const spans = this.spans.get(key);
    if (spans === undefined) return undefined;
    this.sorted.set(key, (known = new Places(spans)));
    return known;
  }
}

/** Longest first, then graver, then earlier; in the order of the text at the end. `length` is that of the folded text. */
function withoutOverlaps(candidates: Candidate[], gravity: (rule: number) => number, length: number): Candidate[] {
  if (candidates.length < 2) return candidates;
  const byMerit = candidates.sort(
    (a, b) =>
      b.end - b.start - (a.end - a.start) || gravity(a.rule) - gravity(b.rule) || a.start - b.start || a.rule - b.rule,
  );
  const occupied = new Uint8Array(length);
  const taken = byMerit.filter(({ start, end }) => {
    // What was taken before is at least as long, so it cannot lie inside without covering an end.
    if (occupied[start] === 1 || occupied[end - 1] === 1) return false;
    occupied.fill(1, start, end);
    return true;
  });
  return taken.sort((a, b) => a.start - b.start);
}
