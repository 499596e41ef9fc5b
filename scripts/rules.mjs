// @ts-check
/*
 * Checks rule packs while they are written: `npm run rules [topic …]` lints them and runs their examples against all packs
 * as they are on disk, without a build. Files that cannot be read are reported and left out. `--find TEXT` shows what is found in a text.
 */
import { readKnowledge } from './lib/knowledge.mjs';
import { importTypeScript } from './lib/typescript.mjs';

const words = process.argv.slice(2);
const asked = words.indexOf('--find');
const texts = asked < 0 ? [] : words.splice(asked).slice(1);
const topics = words;

const { knowledge, problems } = await readKnowledge({ examples: true });
for (const problem of problems) console.error(problem);
const { compileRuleset, review, lintRules } = await importTypeScript('scripts/lib/packCheck.ts');
const ruleset = compileRuleset(knowledge);

if (texts.length > 0) {
  for (const text of texts) {
    for (const { rule, level, negated, text: term } of review(text, 'plaintext', ruleset).findings) {
      console.log(`${rule}  ${level}${negated ? ' (negated)' : ''}  ${term}`);
    }
  }
} else {
  const known = knowledge.packs.map((/** @type {{ topic: string }} */ pack) => pack.topic);
  const unknown = topics.filter((topic) => !known.includes(topic));
  if (unknown.length > 0)
    console.error(`There is no readable pack for: ${unknown.join(', ')}. There are: ${known.join(', ')}`);
  const find = (/** @type {string} */ text) => review(text, 'plaintext', ruleset).findings;
  const result = lintRules(knowledge, find, { examples: 2, ...(topics.length > 0 ? { topics } : {}) });
  for (const { rule, message } of result.problems) console.log(`${rule}  ${message.en}`);
  for (const pack of knowledge.packs) {
    if (topics.length > 0 && !topics.includes(pack.topic)) continue;
    const terms = pack.rules.reduce(
      (/** @type {number} */ sum, /** @type {any} */ rule) =>
        sum + (rule.terms.en?.length ?? 0) + (rule.terms.zh?.length ?? 0),
      0,
    );
    console.log(`${pack.topic}: ${pack.rules.length} rules, ${terms} terms`);
  }
  console.log(
    `examples: ${result.examples.passed} passed, ${result.examples.failed} failed; ${result.problems.length} problems`,
  );
  if (result.problems.length > 0 || problems.length > 0 || unknown.length > 0) process.exitCode = 1;
}
