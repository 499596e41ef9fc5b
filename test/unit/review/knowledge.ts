import type { Knowledge } from '../../../src/rules/knowledge.js';

/** Knowledge of nothing, for tests that bring rules of their own. */
export const emptyKnowledge: Knowledge = {
  edition: 'none',
  reportTitle: { en: 'None', zh: '无' },
  regimes: [],
  topics: [],
  sections: [],
  authorities: {},
  packs: [],
};
