import type { Match } from '../matching/pattern.js';
import { isWithin, type Sentences } from '../matching/sentences.js';
import type { CompiledCondition, Ruleset } from '../rules/ruleset.js';
import { levels } from '../rules/level.js';
import type { Folded } from '../text/folding.js';
import { contains, overlaps, type Span } from '../text/span.js';

/** A term of a rule, found and in the right sense: folded offsets. */
export interface Candidate extends Span {
  /** Index of the compiled rule. */
  readonly rule: number;
}

/** Keeps the matches that are terms in the right sense, and of overlapping ones the longest, then the graver. */
export function selectCandidates(
  matches: readonly Match[],
  ruleset: Ruleset,
  folded: Folded,
  sentences: () => Sentences,
): Candidate[] {
  const terms: Candidate[] = [];
  const excepted = new Map<number, Span[]>();
  const places = new Map<number, Span[]>();
  for (const match of matches) {
    const role = ruleset.roleOf(match.pattern);
    if (role === undefined) push(places, match.pattern, match);
    else if (role.isException) push(excepted, role.rule, match);
    else terms.push({ start: match.start, end: match.end, rule: role.rule });
  }
  const sensible = terms.filter((term) => {
    const longer = excepted.get(term.rule);
    if (longer?.some((span) => contains(span, term) && span.end - span.start > term.end - term.start)) return false;
    const rule = ruleset.ruleAt(term.rule);
    const holds = (one: CompiledCondition, inside: boolean): boolean =>
      conditionHolds(one, term, inside, places, folded, sentences);
    return (
      rule !== undefined && rule.near.every((one) => holds(one, false)) && !rule.unless.some((one) => holds(one, true))
    );
  });
  return withoutOverlaps(
    sensible,
    (rule) => levels.indexOf(ruleset.ruleAt(rule)?.entry.rule.level ?? 'mention'),
    folded.length,
  );
}

/**
 * @param inside whether a word counts that stands inside the term, in a gap of it: it may forbid the term ("has *not* been
 * repealed"), but a term cannot be its own company
 */
function conditionHolds(
  { condition, patterns }: CompiledCondition,
  term: Span,
  inside: boolean,
  places: ReadonlyMap<number, readonly Span[]>,
  folded: Folded,
  sentences: () => Sentences,
): boolean {
  return patterns.some((pattern) =>
    places.get(pattern)?.some((place) => {
      const { before, after, within } = condition;
      if (overlaps(place, term)) return inside && before === undefined && after === undefined && contains(term, place);
      if (before === undefined && after === undefined) {
        return within === 'block' || sentences().indexOf(place.start) === sentences().indexOf(term.start);
      }
      if (
        before !== undefined &&
        place.end <= term.start &&
        isWithin(folded, sentences(), place.end, term.start, before)
      )
        return true;
      return (
        after !== undefined && place.start >= term.end && isWithin(folded, sentences(), term.end, place.start, after)
      );
    }),
  );
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

function push(map: Map<number, Span[]>, key: number, span: Span): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [span]);
  else list.push(span);
}
