/** What the build takes from the product to compile the built-in packs, in one bundle. */
export { encodeSteps } from '../../src/matching/stepsFile.js';
export { encodeTables } from '../../src/matching/tablesFile.js';
export { compileRules } from '../../src/rules/compiledRules.js';
