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
  private readonly contexts = new Map<string, readonly number[]>();

  constructor(private readonly rules: readonly Rule[]) {}

  compile(): CompiledRules {
    this.rules.forEach((rule, index) => {
      for (const term of [...(rule.terms.en ?? []), ...(rule.terms.zh ?? [])]) this.add(term, index << 1);
      for (const term of rule.except ?? []) this.add(term, (index << 1) | 1);
    });
    const near = this.rules.map((rule) => (rule.near ?? []).map(this.words));
    const unless = this.rules.map((rule) => (rule.unless ?? []).map(this.words));
    return { patterns: compilePatterns(this.patterns), roles: this.roles, near, unless };
  }

  private readonly words = (condition: Condition): number[] =>
    condition.words.flatMap((word) => {
      let known = this.contexts.get(word);
      if (known === undefined) this.contexts.set(word, (known = this.add(word, contextRole)));
      return known;
    });

  private add(term: string, role: number): number[] {
    return compileTerm(term).map((pattern) => {
      this.roles.push(role);
      return this.patterns.push(pattern) - 1;
    });
  }
}
