// @ts-check
/*
 * The steps of `npm test`. Each runs as a process of its own and says how many tests passed and failed in it; a step
 * that checks without being a test (lint, types) counts one failure when it fails and nothing when it passes.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { run } from '../processes.mjs';
import { root } from '../root.mjs';

/**
 * @typedef {object} Result
 * @property {number} passed
 * @property {number} failed
 * @property {string} output what to show: all of it when something failed
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} [needs] names of steps without which this one cannot run
 * @property {() => Promise<Result>} start
 */

const node = process.execPath;

/** @type {readonly Step[]} */
export const steps = [
  check('format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '**/*.{ts,mjs,cjs}']),
  check('lint', ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings=0']),
  check('types', ['node_modules/typescript/bin/tsc', '-b', '--pretty', 'false']),
  check('build', ['scripts/build.mjs']),
  check('rules reference', ['scripts/docs.mjs', '--check']),
  counted('unit tests', ['scripts/unit.mjs']),
  closingLine('rule examples', ['dist/cli/deal-lens.js', 'rules', 'test'], ['build']),
  counted('integration tests', ['scripts/integration.mjs'], { needs: ['build'], echo: true }),
  // Last, because it packages and leaves the bundles as they ship.
  counted('product as it ships', ['scripts/product.mjs'], { needs: ['build'] }),
];

/** @param {string} name @param {readonly string[]} args @returns {Step} */
function check(name, args) {
  return {
    name,
    async start() {
      const { code, output } = await run(node, args, { cwd: root });
      return { passed: 0, failed: code === 0 ? 0 : 1, output };
    },
  };
}

/**
 * A step that writes its counts to the file that DEAL_LENS_COUNTS names.
 * @param {string} name @param {readonly string[]} args
 * @param {{ needs?: readonly string[], echo?: boolean }} [options] `echo` shows the output while it comes
 * @returns {Step}
 */
function counted(name, args, { needs = [], echo = false } = {}) {
  return {
    name,
    needs,
    async start() {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'deal-lens-counts-'));
      const file = path.join(folder, 'counts.json');
      try {
        const env = { ...process.env, DEAL_LENS_COUNTS: file };
        const { code, output } = await run(node, args, { cwd: root, echo, env });
        return { ...honest(await readCounts(file), code), output: echo ? '' : output };
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/**
 * A step whose last lines hold one that says `N passed, N failed`.
 * @param {string} name @param {readonly string[]} args @param {readonly string[]} needs @returns {Step}
 */
function closingLine(name, args, needs) {
  return {
    name,
    needs,
    async start() {
      const { code, output } = await run(node, args, { cwd: root });
      const match = [...output.matchAll(/^(\d+) passed, (\d+) failed\s*$/gmu)].at(-1);
      const counts = match === undefined ? undefined : { passed: Number(match[1]), failed: Number(match[2]) };
      return { ...honest(counts, code), output };
    },
  };
}

/**
 * A suite that ends with an error although no test of it failed has failed in something else: its preparation, or the
 * program that runs it. So has one that came to no count.
 * @param {{ passed: number, failed: number } | undefined} counts @param {number} code
 */
function honest(counts, code) {
  if (counts === undefined) return { passed: 0, failed: 1 };
  return { passed: counts.passed, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed };
}

/** @param {string} file @returns {Promise<{ passed: number, failed: number } | undefined>} */
async function readCounts(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
