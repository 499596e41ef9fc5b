// @ts-check
/*
 * Bundles test/unit/**\/*.test.ts and runs them with mocha. Words on the command line select files by substring;
 * options that begin with `-` are mocha's.
 */
import { spawnSync } from 'node:child_process';
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { knowledgePlugin } from './lib/knowledge.mjs';
import { root } from './lib/typescript.mjs';

const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const options = process.argv.slice(2).filter((word) => word.startsWith('-'));
const folder = path.join(root, 'test/unit');
const all = (await readdir(folder, { recursive: true }))
  .map((name) => name.split(path.sep).join('/'))
  .filter((name) => name.endsWith('.test.ts'));
const chosen = words.length === 0 ? all : all.filter((name) => words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No unit test file matches ${words.join(', ')}. There are: ${all.join(', ')}`);
  process.exit(2);
}

const outdir = path.join(root, words.length === 0 ? 'out/unit' : `out/unit-${process.pid}`);
await rm(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: chosen.map((name) => path.join(folder, name)),
  outdir,
  outbase: folder,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'error',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  plugins: [knowledgePlugin({ examples: true })],
});
const mocha = path.join(root, 'node_modules/mocha/bin/mocha.js');
const reporter = path.join(root, 'scripts/lib/testing/reporter.cjs');
const files = chosen.map((name) => path.join(outdir, name.replace(/\.ts$/u, '.mjs')));
const run = spawnSync(
  process.execPath,
  [
    '--enable-source-maps',
    mocha,
    ...['--timeout', '60000', '--reporter', reporter, '--forbid-only', '--forbid-pending'],
    ...options,
    ...files,
  ],
  { cwd: root, stdio: 'inherit' },
);
if (words.length > 0) await rm(outdir, { recursive: true, force: true });
process.exit(run.status ?? 1);
