import knowledge from 'deal-lens:knowledge';
import type { Knowledge } from './knowledge.js';

/** The knowledge that ships with the product: topics, outline, guidance, authorities and rule packs. */
export function builtinKnowledge(): Knowledge {
  return knowledge;
}
