// @ts-check
/*
 * Runs the integration tests inside a real VS Code, in the Node extension host and in the web worker extension host.
 * Words on the command line choose runs (`node`, `web`); `--grep WORDS` chooses tests.
 * The bundles of `npm run build` must be there.
 */
import { writeFile } from 'node:fs/promises';
import { inScratch, launchBrowser, prepareBrowser } from './lib/hosts/browser.mjs';
import { prepareServer } from './lib/hosts/server.mjs';
import { prepareWebBuild } from './lib/hosts/webBuild.mjs';
import { runs } from './lib/integration/runs.mjs';
import { bold, dim, duration, Refusal, runMain } from './lib/terminal.mjs';

await runMain(async () => {
  const { chosen, grep } = readArguments(process.argv.slice(2));
  await Promise.all([
    prepareBrowser(),
    chosen.some(({ host }) => host === 'node') ? prepareServer() : undefined,
    chosen.some(({ host }) => host === 'web') ? prepareWebBuild() : undefined,
  ]);
  const total = { passed: 0, failed: 0 };
  const browser = await launchBrowser();
  try {
    for (const { name, label, start } of chosen) {
      const since = Date.now();
      console.log(bold(label));
      const { passed, failed } = await inScratch(name, (scratch) => start({ browser, scratch, grep }));
      console.log(dim(`  ${passed} passed, ${failed} failed, ${duration(Date.now() - since)}`));
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    await browser.close();
  }
  // Part of a larger run, which has a closing line of its own.
  const counts = process.env.DEAL_LENS_COUNTS;
  if (counts === undefined) console.log(`${total.passed} passed, ${total.failed} failed`);
  else await writeFile(counts, JSON.stringify(total));
  if (total.passed === 0) throw new Refusal('No test ran.');
  return total.failed === 0 ? 0 : 1;
});

/** @param {readonly string[]} args */
function readArguments(args) {
  const words = [...args];
  const at = words.indexOf('--grep');
  const [, grep] = at === -1 ? [] : words.splice(at, 2);
  if (at !== -1 && grep === undefined)
    throw new Refusal('--grep needs the words that the titles of the tests hold.', { exitCode: 2 });
  const unknown = words.find((word) => !runs.some(({ name, host }) => word === name || word === host));
  if (unknown !== undefined) {
    const names = [...new Set(runs.flatMap(({ name, host }) => [host, name]))];
    throw new Refusal(`There is no run “${unknown}”. There are: ${names.join(', ')}.`, { exitCode: 2 });
  }
  const chosen =
    words.length === 0 ? runs : runs.filter(({ name, host }) => words.includes(name) || words.includes(host));
  return { chosen, grep };
}
