// @ts-check
/*
 * Builds the extension, for the Node host and for the web worker host, and the program.
 * `--minify` for packaging, `--watch` while developing; `--program FILE` builds the program alone, to that file.
 */
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, context } from 'esbuild';
import { knowledgePlugin } from './lib/knowledge.mjs';
import { thirdPartyNotices } from './lib/notices.mjs';
import { importTypeScript, root } from './lib/typescript.mjs';

const minify = process.argv.includes('--minify');
const watch = process.argv.includes('--watch');
const programFile = process.argv.includes('--program')
  ? process.argv[process.argv.indexOf('--program') + 1]
  : undefined;

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  charset: 'utf8',
  sourcemap: minify ? false : 'linked',
  minify,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const program = {
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: programFile ?? 'dist/cli/deal-lens.js',
  platform: 'node',
  banner: { js: '#!/usr/bin/env node' },
  plugins: [knowledgePlugin({ examples: true })],
};

/**
 * The extension as one file that a web worker can load. It asks nothing of its host but `vscode`, so the Node host loads
 * the same file: the rules, most of its weight, ship once.
 * @type {import('esbuild').BuildOptions}
 */
const extension = {
  ...common,
  entryPoints: ['src/editor/extension.ts'],
  outfile: 'dist/web/extension.js',
  platform: 'browser',
  // Without "worker", decode-named-character-reference resolves to a file that touches `document` when it loads.
  conditions: ['worker', 'browser'],
  external: ['vscode'],
  plugins: [knowledgePlugin({ examples: false })],
};

/** @type {import('esbuild').BuildOptions} */
const nodeEntry = {
  ...common,
  stdin: { contents: "module.exports = require('../web/extension.js');", resolveDir: root },
  outfile: 'dist/node/extension.js',
  platform: 'node',
  external: ['../web/extension.js'],
  sourcemap: false,
};
const bundles = programFile === undefined ? [extension, nodeEntry, program] : [program];

if (programFile === undefined) await writeSchema();
if (watch) {
  const contexts = await Promise.all(bundles.map((options) => context(options)));
  await Promise.all(contexts.map((one) => one.watch()));
} else {
  const results = await Promise.allSettled(bundles.map((options) => build(options)));
  for (const [index, result] of results.entries()) {
    const outfile = bundles[index]?.outfile ?? '';
    if (result.status === 'rejected') {
      process.exitCode = 1;
      console.error(`${outfile}: not built`);
      continue;
    }
    const bytes = result.value.metafile?.outputs[outfile]?.bytes ?? 0;
    console.log(`${outfile}  ${(bytes / 1024).toFixed(0)} KB`);
  }
  if (process.exitCode !== 1) {
    await chmod(path.resolve(root, program.outfile ?? ''), 0o755);
    if (programFile === undefined)
      await writeNotices(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.metafile] : [])));
  }
}

/** @param {readonly (import('esbuild').Metafile | undefined)[]} metafiles */
async function writeNotices(metafiles) {
  const notices = await thirdPartyNotices(metafiles.flatMap((metafile) => metafile ?? []));
  await writeFile(path.join(root, 'THIRD-PARTY-NOTICES.txt'), notices);
}

/** The JSON Schema that VS Code offers for packs comes from the same source as the types and the validation. */
async function writeSchema() {
  const { packJsonSchema } = await importTypeScript('src/rules/jsonSchema.ts');
  await mkdir(path.join(root, 'schemas'), { recursive: true });
  await writeFile(path.join(root, 'schemas/rule-pack.schema.json'), `${JSON.stringify(packJsonSchema(), null, 2)}\n`);
}
