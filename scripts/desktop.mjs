// @ts-check
/*
 * Runs the integration tests in desktop VS Code, through @vscode/test-electron, which downloads it from Microsoft.
 * DEAL_LENS_VSCODE names the executable of an installed one instead. Says so where neither can be had.
 */
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { copyExtension } from './lib/extensionFiles.mjs';
import { inScratch } from './lib/hosts/browser.mjs';
import { cacheFolder } from './lib/hosts/cache.mjs';
import { DESKTOP } from './lib/hosts/versions.mjs';
import { bundleTests } from './lib/integration/bundle.mjs';
import { Outcome } from './lib/integration/outcome.mjs';
import { keep, run } from './lib/processes.mjs';
import { root } from './lib/root.mjs';
import { bold, Refusal, runMain } from './lib/terminal.mjs';

await runMain(async () => {
  await ensureDependencies();
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Refusal(
      'Desktop VS Code needs a display, and there is none here. Run this in a desktop session, or as:\n' +
        '  xvfb-run -a npm run test:desktop\n' +
        'The same tests run without a display in: npm test',
    );
  }
  const executable = await findExecutable();
  const build = await run(process.execPath, [path.join(root, 'scripts/build.mjs')], { cwd: root });
  if (build.code !== 0) throw new Refusal(`The extension could not be built.\n${build.output.trim()}`);
  console.log(bold(`Desktop VS Code: ${executable}`));
  const { passed, failed } = await inScratch('desktop', (scratch) => runTests(executable, scratch));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});

/** @returns {Promise<string>} */
async function findExecutable() {
  const named = process.env.DEAL_LENS_VSCODE;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Refusal(`DEAL_LENS_VSCODE names ${named}, and there is no such file.`);
  }
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({
      version: DESKTOP.version,
      cachePath: cacheFolder,
      reporter: new SilentReporter(),
    });
  } catch (error) {
    throw new Refusal(
      `Desktop VS Code ${DESKTOP.version} cannot be downloaded here, so these tests did not run: ` +
        `${error instanceof Error ? error.message : String(error)}\n` +
        'Its download service (update.code.visualstudio.com) has to be reachable. With an installed VS Code, set DEAL_LENS_VSCODE ' +
        'to its executable.\nThe same tests run in VS Code from npm packages in: npm test',
    );
  }
}

/** @param {string} executable @param {string} scratch */
async function runTests(executable, scratch) {
  const extension = path.join(scratch, 'extension');
  const folder = path.join(scratch, 'workspace');
  const tests = path.join(extension, 'test/index.js');
  await Promise.all([
    copyExtension(extension),
    cp(path.join(root, 'test/integration/workspace'), folder, { recursive: true }),
    bundleTests({ host: 'node', suite: 'suite', outfile: tests }),
  ]);
  // The same arguments as @vscode/test-electron's own runner, which would not let us read what the tests say.
  const child = keep(executable, [
    folder,
    ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
    ...['--disable-workspace-trust', '--disable-telemetry', '--no-cached-data'],
    ...['--user-data-dir', path.join(scratch, 'data'), '--extensions-dir', path.join(scratch, 'extensions')],
    ...[`--extensionDevelopmentPath=${extension}`, `--extensionTestsPath=${tests}`],
  ]);
  const outcome = new Outcome();
  for (const stream of [child.stdout, child.stderr]) readLines(stream, (line) => outcome.read(line));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (!outcome.ended) outcome.breakOff(`VS Code ended with ${code} before the tests were through.`);
  return outcome;
}

/** @param {import('node:stream').Readable} stream @param {(line: string) => void} use */
function readLines(stream, use) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (/** @type {string} */ text) => {
    const lines = (rest + text).split(/\r?\n/u);
    rest = lines.pop() ?? '';
    lines.forEach(use);
  });
  stream.on('end', () => {
    if (rest !== '') use(rest);
  });
}
