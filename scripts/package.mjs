// @ts-check
/*
 * Makes the .vsix: builds the bundles as they ship, and packs what .vscodeignore names. `--out FILE` names the file.
 */
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { run } from './lib/processes.mjs';
import { root } from './lib/root.mjs';
import { Refusal, runMain } from './lib/terminal.mjs';

await runMain(async () => {
  const [flag, out, ...more] = process.argv.slice(2);
  if ((flag !== undefined && flag !== '--out') || (flag === '--out' && out === undefined) || more.length > 0) {
    throw new Refusal('Usage: npm run package -- [--out FILE]', { exitCode: 2 });
  }
  await ensureDependencies();
  const build = await run(process.execPath, [path.join(root, 'scripts/build.mjs'), '--minify'], { cwd: root });
  if (build.code !== 0)
    throw new Refusal(`The extension was not packaged, because it could not be built.\n${build.output.trim()}`);

  const require = createRequire(import.meta.url);
  const { version } = require(path.join(root, 'package.json'));
  const file = path.resolve(out ?? path.join(root, `deal-lens-${version}.vsix`));
  await mkdir(path.dirname(file), { recursive: true });
  const readmePath = await writeReadme();
  // The public face of vsce asks for a repository's address, to which it would point links in the README.
  await require('@vscode/vsce').createVSIX({
    cwd: root,
    packagePath: file,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    readmePath,
  });
  const { size } = await stat(file);
  console.log(`${path.relative(process.cwd(), file)}  ${(size / 1024).toFixed(0)} KB`);
});

/**
 * The README for the extension's page inside VS Code: without its pictures, which would weigh as much as all the rest.
 * @returns {Promise<string>} relative to the repository's root
 */
async function writeReadme() {
  const place = 'out/package/README.md';
  const readme = await readFile(path.join(root, 'README.md'), 'utf8');
  await mkdir(path.dirname(path.join(root, place)), { recursive: true });
  await writeFile(path.join(root, place), readme.replace(/<picture>[\s\S]*?<\/picture>\s+/gu, ''));
  return place;
}
