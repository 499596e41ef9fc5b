/** What the bench takes from the product, in one bundle. */
export { Automaton, Hits } from '../src/matching/automaton.js';
export { Matcher } from '../src/matching/matcher.js';
export { Sentences } from '../src/matching/sentences.js';
export { readMarkdown } from '../src/memo/chunkedMarkdown.js';
export { review } from '../src/review/review.js';
export { formsOf } from '../src/rules/coverage.js';
export { compileTerm } from '../src/rules/notation.js';
export { compileRuleset } from '../src/rules/ruleset.js';
export { fold } from '../src/text/folding.js';
