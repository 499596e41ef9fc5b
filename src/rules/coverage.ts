import { Matcher } from '../matching/matcher.js';
import type { NumberKind } from '../matching/numbers.js';
import type { Part, TermPattern } from '../matching/pattern.js';
import { Sentences } from '../matching/sentences.js';
import { fold } from '../text/folding.js';
import type { Span } from '../text/span.js';
import { compileTerm } from './notation.js';
import { isWordClass, wordClassSamples } from './wordClasses.js';

/** A place in an example that exercises a term. */
export interface Exemplar {
  readonly text: string;
  readonly span: Span;
}

/**
 * Which terms the examples of one rule exercise. A term counts where it is what the rule found there: a shorter term inside a
 * longer one does not.
 */
export class Coverage {
  private readonly matcher: Matcher;
  private readonly termOf: string[] = [];
  private readonly exemplars = new Map<string, Exemplar>();

  /** @param terms of one rule, all well-formed */
  constructor(private readonly terms: readonly string[]) {
    this.matcher = Matcher.of(
      terms.flatMap((term) => {
        const patterns = compileTerm(term);
        patterns.forEach(() => this.termOf.push(term));
        return patterns;
      }),
    );
  }

  /**
   * Notes what an example exercises.
   * @param found source spans of what the rule found in it
   */
  exercise(text: string, found: readonly Span[]): void {
    const folded = fold(text);
    for (const match of this.matcher.find(folded, () => new Sentences(folded))) {
      const span = folded.map.spanOf(match.start, match.end);
      if (!found.some(({ start, end }) => start === span.start && end === span.end)) continue;
      const term = this.termOf[match.pattern];
      if (term !== undefined && !this.exemplars.has(term)) this.exemplars.set(term, { text, span });
    }
  }

  /** The terms that no example exercises. */
  get missing(): readonly string[] {
    return this.terms.filter((term) => !this.exemplars.has(term));
  }

  /** The examples with every other form of their terms put in place of the one they have: every form wants to be found, too. */
  *variants(): Generator<{ readonly term: string; readonly form: string; readonly text: string; readonly span: Span }> {
    for (const [term, { text, span }] of this.exemplars) {
      for (const form of formsOf(term)) {
        yield {
          term,
          form,
          text: text.slice(0, span.start) + form + text.slice(span.end),
          span: { start: span.start, end: span.start + form.length },
        };
      }
    }
  }
}

const samples: Readonly<Record<NumberKind, string>> = { number: '120', percent: '26%' };

/** Every form of a term as somebody could write it; where it has several parts, one part is varied at a time. */
export function formsOf(term: string): string[] {
  return [...new Set(compileTerm(term).flatMap(writtenForms))];
}

function writtenForms({ parts }: TermPattern): string[] {
  const choices = parts.flatMap((part) => (part.type === 'gap' ? [] : [choicesOf(part)]));
  const first = choices.map((choice) => choice[0] ?? '');
  return choices.flatMap((choice, index) => choice.map((form) => first.with(index, form).reduce(join)));
}

function choicesOf(part: Exclude<Part, { readonly type: 'gap' }>): readonly string[] {
  if (part.type === 'number') return [samples[part.kind]];
  // A word of a class stands for all of them: what finds one finds each.
  if (isWordClass(part.wordClass)) return wordClassSamples[part.wordClass];
  return part.exact ?? part.forms;
}

/** Words are written apart, Chinese is not. */
function join(before: string, after: string): string {
  return /[\p{Script=Han}（《]$/u.test(before) || /^[\p{Script=Han}）》]/u.test(after) ? before + after : `${before} ${after}`;
}
