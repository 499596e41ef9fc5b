import tables from 'deal-lens:automaton';
import compiled from 'deal-lens:compiled';
import knowledge from 'deal-lens:knowledge';
import steps from 'deal-lens:steps';
import { decodeSteps } from '../matching/stepsFile.js';
import { decodeTables } from '../matching/tablesFile.js';
import type { CompiledRules } from './compiledRules.js';
import type { Knowledge } from './knowledge.js';
import type { RulePack } from './pack.js';
import { compileRuleset, type Ruleset } from './ruleset.js';

/** The knowledge that ships with the product: topics, outline, guidance, authorities and rule packs. */
export function builtinKnowledge(): Knowledge {
  return knowledge;
}

/**
 * The built-in packs in force, which were compiled when the product was built, and packs of the user with them.
 * @param options.without ids of topics whose packs are switched off
 */
export function builtinRuleset(
  extraPacks: readonly RulePack[] = [],
  options: { readonly without?: readonly string[] } = {},
): Ruleset {
  return compileRuleset(knowledge, extraPacks, { ...options, builtin: builtinRules() });
}

let decoded: CompiledRules | undefined;

function builtinRules(): CompiledRules {
  decoded ??= {
    ...compiled,
    patterns: {
      ...compiled.patterns,
      ...decodeSteps({ bytes: steps, exact: compiled.exact }),
      tables: decodeTables(tables),
    },
  };
  return decoded;
}
