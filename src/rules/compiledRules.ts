import { compilePatterns, type CompiledPatterns } from '../matching/compile.js';
import type { TermPattern } from '../matching/pattern.js';
import { compileTerm } from './notation.js';
import type { Condition, Rule, RulePack } from './pack.js';

/** What the terms of some packs compile to: plain data, made at build time for the built-in packs. Rules count in the order of the packs. */
export interface CompiledRules {
  readonly patterns: CompiledPatterns;
  /** By pattern, what it is for: see `roleOf`. */
  readonly roles: readonly number[];
  /** By rule and condition, the patterns of its words. */
  readonly near: readonly (readonly (readonly number[])[])[];
  readonly unless: readonly (readonly (readonly number[])[])[];
}

/** What a pattern is for: to find a rule's term, or a phrase in which the term does not count. */
export interface PatternRole {
  readonly rule: number;
  readonly isException: boolean;
}

const contextRole = -1;

/** The role that a number in `roles` stands for; nothing for a word of conditions, which belongs to no single rule. */
export function roleOf(number: number): PatternRole | undefined {
  return number === contextRole ? undefined : { rule: number >> 1, isException: (number & 1) === 1 };
}

/** Compiles the terms and conditions of packs, which `readPack` has checked. */
export function compileRules(packs: readonly RulePack[]): CompiledRules {
  return new Compiler(packs.flatMap((pack) => pack.rules)).compile();
}

class Compiler {
  private readonly patterns: TermPattern[] = [];
  private readonly roles: number[] = [];

  constructor(private readonly rules: readonly Rule[]) {}

  compile(): CompiledRules {
    this.rules.forEach((rule, index) => {
      this.add([...(rule.terms.en ?? []), ...(rule.terms.zh ?? [])], index << 1);
      this.add(rule.except ?? [], (index << 1) | 1);
    });
    const patternsOf = this.addConditions(this.rules.flatMap((rule) => [...(rule.near ?? []), ...(rule.unless ?? [])]));
    const compiled = (conditions: readonly Condition[] = []): (readonly number[])[] =>
      conditions.map((condition) => patternsOf.get(condition) ?? []);
    const near = this.rules.map((rule) => compiled(rule.near));
    const unless = this.rules.map((rule) => compiled(rule.unless));
    return { patterns: compilePatterns(this.patterns), roles: this.roles, near, unless };
  }

  /** Words that serve the same conditions are one pattern. */
  private addConditions(conditions: readonly Condition[]): Map<Condition, number[]> {
    const served = new Map<string, number[]>();
    conditions.forEach((condition, index) => {
      for (const word of new Set(condition.words)) addTo(served, word, index);
    });
    const alike = new Map<string, string[]>();
    for (const [word, indices] of served) addTo(alike, indices.join(), word);
    const patternsOf = new Map<Condition, number[]>();
    for (const words of alike.values()) {
      const added = this.add(words, contextRole);
      for (const index of served.get(words[0] ?? '') ?? []) {
        const condition = conditions[index];
        if (condition !== undefined) patternsOf.set(condition, [...(patternsOf.get(condition) ?? []), ...added]);
      }
    }
    return patternsOf;
  }

  private add(terms: readonly string[], role: number): number[] {
    return joinEnds(terms.flatMap((term) => compileTerm(term, { whole: false }))).map((pattern) => {
      this.roles.push(role);
      return this.patterns.push(pattern) - 1;
    });
  }
}

/**
 * Patterns that differ in their last words only become one, with the words of all: they find the same matches, and the automaton
 * can share the ends of their words.
 */
function joinEnds(patterns: readonly TermPattern[]): TermPattern[] {
  const joined: TermPattern[] = [];
  const ends = new Map<string, { readonly pattern: TermPattern; readonly forms: Set<string> }>();
  for (const pattern of patterns) {
    const last = pattern.parts.at(-1);
    // The words of a class are stored once only if they stay together.
    if (last?.type !== 'words' || last.exact !== undefined || last.wordClass !== undefined) {
      joined.push(pattern);
      continue;
    }
    const before = pattern.parts.slice(0, -1);
    const key = JSON.stringify(before);
    const known = ends.get(key);
    if (known === undefined) ends.set(key, { pattern: { ...pattern, parts: before }, forms: new Set(last.forms) });
    else for (const form of last.forms) known.forms.add(form);
  }
  for (const { pattern, forms } of ends.values()) {
    joined.push({ ...pattern, parts: [...pattern.parts, { type: 'words', forms: [...forms], exact: undefined }] });
  }
  return joined;
}

function addTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
