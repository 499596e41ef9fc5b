// @ts-check
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../root.mjs';

const folder = path.join(root, 'test/integration');

/**
 * Bundles the tests of a suite into one file that a host can load as its test module.
 * @param {object} options
 * @param {'node' | 'web'} options.host
 * @param {string} options.suite a folder of test/integration
 * @param {string} options.outfile
 * @param {string} [options.grep] only tests whose full title holds this
 */
export async function bundleTests({ host, suite, outfile, grep }) {
  const names = (await readdir(path.join(folder, suite))).filter((name) => name.endsWith('.test.ts')).sort();
  if (names.length === 0) throw new Error(`test/integration/${suite} has no tests.`);
  const files = names.map((name) => `() => import(${JSON.stringify(`./${suite}/${name}`)})`);
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `import { runSuite } from './hosts/${host}.js';
        export const run = () => runSuite([${files.join(', ')}], ${grep === undefined ? 'undefined' : JSON.stringify(grep)});`,
      resolveDir: folder,
      sourcefile: `${suite}.ts`,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    charset: 'utf8',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'error',
    ...(host === 'node'
      ? { platform: 'node', external: ['vscode'], plugins: [ownMocha] }
      : {
          platform: 'browser',
          external: ['vscode'],
          conditions: ['worker', 'browser'],
          define: { global: 'globalThis' },
        }),
  });
}

/**
 * Mocha's Node build reads its own files at run time, so it stays where npm put it, and the bundle, which may lie
 * anywhere, names that place.
 * @type {import('esbuild').Plugin}
 */
const ownMocha = {
  name: 'own-mocha',
  setup(build) {
    build.onResolve({ filter: /^mocha$/ }, () => ({
      path: createRequire(import.meta.url).resolve('mocha'),
      external: true,
    }));
  },
};
