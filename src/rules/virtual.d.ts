// The modules that scripts/lib/knowledge.mjs makes of the data folder `rules/` at build time. An ambient module may not import by a
// relative name, hence the types in line.
/* eslint-disable @typescript-eslint/consistent-type-imports */

/** The content of the data folder. */
declare module 'deal-lens:knowledge' {
  const knowledge: import('./knowledge.js').Knowledge;
  export default knowledge;
}

/** The rules of all packs compiled, without the tables of their automaton and their steps. */
declare module 'deal-lens:compiled' {
  type CompiledRules = import('./compiledRules.js').CompiledRules;
  const compiled: Omit<CompiledRules, 'patterns'> & {
    readonly patterns: Pick<CompiledRules['patterns'], 'stepsOfNumber'>;
    /** The words whose case counts, for `decodeSteps`. */
    readonly exact: readonly string[];
  };
  export default compiled;
}

/** The steps and uses of the patterns, for `decodeSteps`. */
declare module 'deal-lens:steps' {
  const steps: Uint8Array;
  export default steps;
}

/** The tables of the automaton, for `decodeTables`. */
declare module 'deal-lens:automaton' {
  const tables: Uint8Array;
  export default tables;
}
