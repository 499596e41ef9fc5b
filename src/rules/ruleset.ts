import { Matcher } from '../matching/matcher.js';
import type { Match } from '../matching/pattern.js';
import type { Sentences } from '../matching/sentences.js';
import type { Folded } from '../text/folding.js';
import { compileRules, roleOf, type CompiledRules, type PatternRole } from './compiledRules.js';
import type { Knowledge, Topic } from './knowledge.js';
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

/** A condition with the patterns of its words. */
export interface CompiledCondition {
  readonly condition: Condition;
  readonly patterns: readonly number[];
}

/** A rule in force. */
export interface CompiledRule {
  readonly entry: RuleEntry;
  readonly near: readonly CompiledCondition[];
  readonly unless: readonly CompiledCondition[];
}

/** Packs that were compiled together. */
interface Layer {
  readonly packs: readonly RulePack[];
  readonly compiled: CompiledRules;
}

export interface RulesetOptions {
  /** Ids of topics whose packs are switched off. */
  readonly without?: readonly string[];
  /** The packs of the knowledge as compiled before; they are compiled now when it is left out. */
  readonly builtin?: CompiledRules;
}

/** All packs in force, compiled: immutable, shared by all reviews. Rules and patterns are numbered through all packs. */
export class Ruleset {
  /** By rule number; absent for rules that are switched off or replaced by another of the same id. */
  private readonly inForce: (CompiledRule | undefined)[] = [];
  private readonly roles: (PatternRole | undefined)[] = [];
  private readonly matchers: { readonly matcher: Matcher; readonly firstPattern: number }[] = [];
  private readonly byId: ReadonlyMap<string, RuleEntry>;
  /** Topics of the contract, switched off or not, and those that packs of a team bring. */
  private readonly topicIds: ReadonlySet<string>;

  constructor(
    readonly knowledge: Knowledge,
    layers: readonly Layer[],
    without: readonly string[],
  ) {
    for (const layer of layers) this.add(layer, without);
    this.dropReplaced();
    const entries = [...this.rules, ...suppressionEntries()];
    this.byId = new Map(entries.map((entry) => [entry.rule.id, entry]));
    this.topicIds = new Set([...knowledge.topics, ...this.rules.map((entry) => entry.topic)].map((topic) => topic.id));
  }

  /** The rule of an id, the rules about suppressions themselves included. */
  rule(id: string): RuleEntry | undefined {
    return this.byId.get(id);
  }

  get rules(): readonly RuleEntry[] {
    return this.inForce.flatMap((rule) => rule?.entry ?? []);
  }

  /** Whether a directive may name this id. */
  knows(id: string): boolean {
    return this.byId.has(id) || this.topicIds.has(id);
  }

  /** The rule of a number; absent when it is not in force. */
  ruleAt(number: number): CompiledRule | undefined {
    return this.inForce[number];
  }

  /** What a pattern is for; absent for a word of conditions. */
  roleOf(pattern: number): PatternRole | undefined {
    return this.roles[pattern];
  }

  /** All occurrences of all patterns. */
  find(folded: Folded, sentences: () => Sentences): Match[] {
    return this.matchers.flatMap(({ matcher, firstPattern }) => {
      const matches = matcher.find(folded, sentences);
      if (firstPattern === 0) return matches;
      return matches.map((match) => ({ ...match, pattern: match.pattern + firstPattern }));
    });
  }

  private add({ packs, compiled }: Layer, without: readonly string[]): void {
    const firstRule = this.inForce.length;
    const firstPattern = this.roles.length;
    const conditions = (all: readonly Condition[] = [], patterns: CompiledRules['near'][number] = []): CompiledCondition[] =>
      all.map((condition, index) => ({
        condition,
        patterns: (patterns[index] ?? []).map((pattern) => pattern + firstPattern),
      }));
    let index = 0;
    for (const pack of packs) {
      const topic = topicOf(this.knowledge, pack.topic);
      const authorities = { ...this.knowledge.authorities, ...pack.authorities };
      for (const rule of pack.rules) {
        const entry: RuleEntry = {
          rule,
          topic,
          section: rule.section ?? topic.section,
          authorities: rule.authorities.flatMap((id) => authorities[id] ?? []),
        };
        const near = conditions(rule.near, compiled.near[index]);
        const unless = conditions(rule.unless, compiled.unless[index]);
        this.inForce.push(without.includes(pack.topic) ? undefined : { entry, near, unless });
        index++;
      }
    }
    for (const number of compiled.roles) {
      const role = roleOf(number);
      this.roles.push(role === undefined ? undefined : { ...role, rule: role.rule + firstRule });
    }
    this.matchers.push({ matcher: new Matcher(compiled.patterns), firstPattern });
  }

  /** Of rules with one id the last is in force: a team's pack may replace a built-in rule. */
  private dropReplaced(): void {
    const last = new Map<string, number>();
    this.inForce.forEach((rule, index) => {
      if (rule === undefined) return;
      const replaced = last.get(rule.entry.rule.id);
      if (replaced !== undefined) this.inForce[replaced] = undefined;
      last.set(rule.entry.rule.id, index);
    });
  }
}

/**
 * Puts packs into force.
 * @param extraPacks packs of the user, checked by `readPack`; a rule with the id of an earlier one replaces it
 */
export function compileRuleset(
  knowledge: Knowledge,
  extraPacks: readonly RulePack[] = [],
  { without = [], builtin }: RulesetOptions = {},
): Ruleset {
  const layers: Layer[] = [{ packs: knowledge.packs, compiled: builtin ?? compileRules(knowledge.packs) }];
  if (extraPacks.length > 0) layers.push({ packs: extraPacks, compiled: compileRules(extraPacks) });
  return new Ruleset(knowledge, layers, without);
}

/** A pack of a team may bring a topic of its own; it belongs to the guidance as a whole. */
function topicOf(knowledge: Knowledge, id: string): Topic {
  const own: Topic = { id, regime: 'custom', label: { en: id, zh: id }, section: 'summary' };
  return knowledge.topics.find((topic) => topic.id === id) ?? own;
}

function suppressionEntries(): RuleEntry[] {
  return suppressionRules.map((rule) => ({ rule, topic: suppressionTopic, section: 'summary', authorities: [] }));
}
