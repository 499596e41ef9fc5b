// @ts-check
/*
 * Runs test/product/*.test.mjs: the product as it ships: the package, the package installed in VS Code, and `npm start`. Options are mocha's.
 */
import { spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './lib/root.mjs';

const folder = path.join(root, 'test/product');
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs')).sort();
const run = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/mocha/bin/mocha.js'),
    ...['--timeout', '180000', '--reporter', path.join(root, 'scripts/lib/testing/reporter.cjs')],
    ...['--forbid-only', '--forbid-pending'],
    ...process.argv.slice(2),
    ...files.map((name) => path.join(folder, name)),
  ],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
