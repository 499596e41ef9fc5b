// @ts-check
/*
 * `npm test`: everything that is checked, from a fresh clone. A step that fails does not hide the later ones; a step
 * that cannot run because another failed counts as failed. Ends with one line `N passed, N failed` for the sum.
 * Words on the command line choose steps: `npm test -- lint unit`.
 */
import { ensureDependencies } from './lib/dependencies.mjs';
import { steps } from './lib/testing/steps.mjs';
import { bold, dim, duration, green, indent, red, Refusal, runMain } from './lib/terminal.mjs';

await runMain(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => !steps.some(({ name }) => name.includes(word)));
  if (unknown !== undefined) {
    throw new Refusal(`There is no step “${unknown}”. There are: ${steps.map(({ name }) => name).join(', ')}.`, {
      exitCode: 2,
    });
  }
  const chosen = words.length === 0 ? steps : steps.filter(({ name }) => words.some((word) => name.includes(word)));

  const begun = Date.now();
  if (await ensureDependencies())
    console.log(dim(`Installed the project's dependencies in ${duration(Date.now() - begun)}.`));
  let passed = 0;
  let failed = 0;
  /** @type {Set<string>} */
  const broken = new Set();
  for (const { name, needs = [], start } of chosen) {
    const since = Date.now();
    const missing = needs.find((need) => broken.has(need));
    console.log(bold(name));
    const result =
      missing === undefined
        ? await start()
        : { passed: 0, failed: 1, output: `It did not run, because “${missing}” failed.` };
    passed += result.passed;
    failed += result.failed;
    if (result.failed > 0) broken.add(name);
    if (result.failed > 0 && result.output.trim() !== '') console.log(indent(result.output.trimEnd()));
    const counts = result.passed + result.failed === 0 ? '' : `${result.passed} passed, ${result.failed} failed · `;
    const line = `${counts}${duration(Date.now() - since)}`;
    console.log(result.failed === 0 ? `  ${green('✓')} ${dim(line)}` : `  ${red('✗')} ${line}`);
  }
  console.log(`\n${chosen.length} steps in ${duration(Date.now() - begun)}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});
