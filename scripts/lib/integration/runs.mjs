// @ts-check
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { copyExtension } from '../extensionFiles.mjs';
import { automationAddress, startServer } from '../hosts/server.mjs';
import { startWebBuild } from '../hosts/webBuild.mjs';
import { root } from '../root.mjs';
import { bundleTests } from './bundle.mjs';
import { driveTests } from './drive.mjs';

/**
 * @typedef {object} RunContext
 * @property {import('../hosts/browser.mjs').Browser} browser
 * @property {string} scratch a folder of its own for the run
 * @property {string} [grep]
 *
 * @typedef {object} Run
 * @property {string} name
 * @property {'node' | 'web'} host
 * @property {string} label what a person calls it
 * @property {(context: RunContext) => Promise<import('./outcome.mjs').Counts>} start
 */

/** @type {readonly Run[]} */
export const runs = [
  { name: 'node-suite', host: 'node', label: 'VS Code, Node extension host', start: inNodeHost },
  { name: 'web-suite', host: 'web', label: 'VS Code for the web, web worker extension host', start: inWebHost },
];

/** @param {RunContext} context */
async function inNodeHost({ browser, scratch, grep }) {
  const { extension, tests, folder } = await lay(scratch, 'node', 'suite', grep);
  const server = await startServer({ data: path.join(scratch, 'data'), automation: true });
  try {
    return await driveTests(browser, automationAddress(server, { folder, extension, tests }), { name: 'node-suite' });
  } finally {
    await server.stop();
  }
}

/** @param {RunContext} context */
async function inWebHost({ browser, scratch, grep }) {
  const { extension, tests, folder } = await lay(scratch, 'web', 'suite', grep);
  const build = await startWebBuild({ folder, extension, tests });
  try {
    return await driveTests(browser, build.address, { name: 'web-suite' });
  } finally {
    await build.stop();
  }
}

/**
 * Lays out what an editor needs: the extension as it would be packaged, the tests inside it, and a folder to work in.
 * @param {string} scratch
 * @param {'node' | 'web'} host
 * @param {string} suite
 * @param {string | undefined} grep
 */
async function lay(scratch, host, suite, grep) {
  const extension = path.join(scratch, 'extension');
  const folder = path.join(scratch, 'workspace');
  const tests = path.join(extension, 'test/index.js');
  await Promise.all([
    copyExtension(extension),
    cp(path.join(root, 'test/integration/workspace'), folder, { recursive: true }),
    bundleTests({ host, suite, outfile: tests, ...(grep === undefined ? {} : { grep }) }),
  ]);
  return { extension, tests, folder };
}
