/** What `scripts/rules.mjs` takes from the product, in one bundle. */
export { review } from '../../src/review/review.js';
export { lintRules } from '../../src/rules/lint.js';
export { compileRuleset } from '../../src/rules/ruleset.js';
export { Lines } from '../../src/text/lines.js';
