import { Matcher } from '../matching/matcher.js';
import type { TermPattern } from '../matching/pattern.js';
import type { Knowledge, Topic } from './knowledge.js';
import { compileTerm } from './notation.js';
import type { Authority, Condition, Rule, RulePack } from './pack.js';
import { suppressionRules, suppressionTopic } from './suppressionRules.js';

/** A rule with what its ids stand for. */
export interface RuleEntry {
  readonly rule: Rule;
  readonly topic: Topic;
  /** Id of the report section that gives guidance. */
  readonly section: string;
  readonly authorities: readonly Authority[];
}

/** What a pattern of the matcher is for. */
export type PatternUse =
  | { readonly type: 'term'; readonly rule: number }
  | { readonly type: 'except'; readonly rule: number };

/** A condition with the patterns of its words, as indexes into the matcher's patterns. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly patterns: readonly number[];
}

export interface CompiledRule {
  readonly entry: RuleEntry;
  readonly near: readonly CompiledCondition[];
  readonly unless: readonly CompiledCondition[];
}

/** All packs in force, compiled: immutable, shared by all reviews. */
export class Ruleset {
  private readonly byId: ReadonlyMap<string, RuleEntry>;
  /** Those of the contract, switched off or not, and those that packs of the user bring. */
  private readonly topicIds: ReadonlySet<string>;

  constructor(
    readonly knowledge: Knowledge,
    readonly compiled: readonly CompiledRule[],
    readonly matcher: Matcher,
    /** By pattern index of the matcher; context words have no use of their own. */
    readonly uses: readonly (PatternUse | undefined)[],
  ) {
    this.topicIds = new Set([...knowledge.topics, ...compiled.map((one) => one.entry.topic)].map((topic) => topic.id));
    this.byId = new Map([...compiled.map((one) => one.entry), ...suppressionEntries()].map((entry) => [entry.rule.id, entry]));
  }

  /** The rule of an id, the rules about suppressions themselves included. */
  rule(id: string): RuleEntry | undefined {
    return this.byId.get(id);
  }

  get rules(): readonly RuleEntry[] {
    return this.compiled.map((one) => one.entry);
  }

  /** Whether a directive may name this id. */
  knows(id: string): boolean {
    return this.byId.has(id) || this.topicIds.has(id);
  }
}

/**
 * Compiles packs into one ruleset.
 * @param extraPacks packs of the user, checked by `readPack`; a rule with the id of an earlier one replaces it
 * @param options.without ids of topics whose packs are switched off
 */
export function compileRuleset(
  knowledge: Knowledge,
  extraPacks: readonly RulePack[] = [],
  options: { readonly without?: readonly string[] } = {},
): Ruleset {
  const compiler = new Compiler();
  const entries = new Map<string, RuleEntry>();
  for (const pack of [...knowledge.packs, ...extraPacks]) {
    if (options.without?.includes(pack.topic)) continue;
    const topic = topicOf(knowledge, pack.topic);
    const authorities = { ...knowledge.authorities, ...pack.authorities };
    for (const rule of pack.rules) {
      entries.set(rule.id, {
        rule,
        topic,
        section: rule.section ?? topic.section,
        authorities: rule.authorities.flatMap((id) => authorities[id] ?? []),
      });
    }
  }
  const compiled = [...entries.values()].map((entry, index) => compiler.rule(entry, index));
  return new Ruleset(knowledge, compiled, Matcher.of(compiler.patterns), compiler.uses);
}

/** A pack of a team may bring a topic of its own; it belongs to the guidance as a whole. */
function topicOf(knowledge: Knowledge, id: string): Topic {
  return knowledge.topics.find((topic) => topic.id === id) ?? { id, regime: 'custom', label: { en: id, zh: id }, section: 'summary' };
}

class Compiler {
  readonly patterns: TermPattern[] = [];
  readonly uses: (PatternUse | undefined)[] = [];
  private readonly contexts = new Map<string, readonly number[]>();

  rule(entry: RuleEntry, index: number): CompiledRule {
    const { rule } = entry;
    for (const term of [...(rule.terms.en ?? []), ...(rule.terms.zh ?? [])]) this.add(term, { type: 'term', rule: index });
    for (const term of rule.except ?? []) this.add(term, { type: 'except', rule: index });
    return { entry, near: (rule.near ?? []).map(this.condition), unless: (rule.unless ?? []).map(this.condition) };
  }

  private readonly condition = (condition: Condition): CompiledCondition => ({
    condition,
    patterns: condition.words.flatMap((word) => {
      let known = this.contexts.get(word);
      if (known === undefined) this.contexts.set(word, (known = this.add(word, undefined)));
      return known;
    }),
  });

  private add(term: string, use: PatternUse | undefined): number[] {
    return compileTerm(term).map((pattern) => {
      this.uses.push(use);
      return this.patterns.push(pattern) - 1;
    });
  }
}

function suppressionEntries(): RuleEntry[] {
  return suppressionRules.map((rule) => ({ rule, topic: suppressionTopic, section: 'summary', authorities: [] }));
}
