import { builtinKnowledge, builtinRuleset } from '../rules/builtin.js';
import type { Knowledge } from '../rules/knowledge.js';
import type { RulePack } from '../rules/pack.js';
import type { Ruleset } from '../rules/ruleset.js';
import { suppressionTopic } from '../rules/suppressionRules.js';
import type { KnownIds } from './settingValues.js';

const mostKept = 4;

/**
 * Compiles rules when they are first needed and keeps the result: a ruleset belongs to the workspace's own packs and the
 * topics that were left out, and few combinations of these are in use at a time.
 */
export class Rulesets {
  private builtin: Knowledge | undefined;
  private readonly compiled = new WeakMap<readonly RulePack[], Map<string, Ruleset>>();

  /** What ships with the product. */
  get knowledge(): Knowledge {
    this.builtin ??= builtinKnowledge();
    return this.builtin;
  }

  /**
   * The ids that settings may name when the packs in `extra` are in force too. The rules are compiled when the first id is
   * asked for, which most settings never do.
   */
  knownIds(extra: readonly RulePack[]): KnownIds {
    let topics: ReadonlySet<string> | undefined;
    const topicIds = (): ReadonlySet<string> =>
      new Set([suppressionTopic.id, ...this.knowledge.topics.map(({ id }) => id), ...extra.map(({ topic }) => topic)]);
    return {
      hasTopic: (id) => (topics ??= topicIds()).has(id),
      hasRule: (id) => this.compile(extra, []).rule(id) !== undefined,
    };
  }

  /**
   * The rules of all built-in packs and of `extra`, without those of the topics in `without`. The same `extra` array
   * gives the same ruleset, so whoever holds packs makes a new array only when they change.
   */
  compile(extra: readonly RulePack[], without: readonly string[]): Ruleset {
    let byTopics = this.compiled.get(extra);
    if (byTopics === undefined) this.compiled.set(extra, (byTopics = new Map<string, Ruleset>()));
    const key = [...without].sort().join(' ');
    const ruleset = byTopics.get(key) ?? builtinRuleset(extra, { without });
    // The last used one goes to the end, so that the first is the one to forget.
    byTopics.delete(key);
    byTopics.set(key, ruleset);
    const [oldest] = byTopics.keys();
    if (byTopics.size > mostKept && oldest !== undefined) byTopics.delete(oldest);
    return ruleset;
  }
}
