// @ts-check
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { copyExtension } from '../extensionFiles.mjs';
import { automationAddress, startServer } from '../hosts/server.mjs';
import { startWebBuild } from '../hosts/webBuild.mjs';
import { speakChinese } from '../hosts/workbench.mjs';
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
  { name: 'node-suite', host: 'node', label: 'VS Code, Node extension host', start: inNodeHost('suite', 'workspace') },
  {
    name: 'node-multiroot',
    host: 'node',
    label: 'VS Code, Node extension host, two folders',
    start: inNodeHost('multiroot', 'folders', 'two.code-workspace'),
  },
  {
    name: 'web-suite',
    host: 'web',
    label: 'VS Code for the web, web worker extension host',
    start: inWebHost('suite'),
  },
  {
    name: 'web-chinese',
    host: 'web',
    label: 'VS Code for the web, web worker extension host, in Chinese',
    start: inWebHost('chinese', (page) => speakChinese(page, 'web')),
  },
];

/**
 * @param {string} suite a folder of test/integration
 * @param {string} files the folder of test/integration that is copied to work in
 * @param {string} [opened] what is opened of it
 * @returns {Run['start']}
 */
function inNodeHost(suite, files, opened = '') {
  return async ({ browser, scratch, grep }) => {
    const { extension, tests, folder } = await lay({ scratch, host: 'node', suite, files, grep });
    const server = await startServer({ data: path.join(scratch, 'data'), automation: true });
    const address = automationAddress(server, { folder: path.join(folder, opened), extension, tests });
    try {
      return await driveTests(browser, address, { name: `node-${suite}` });
    } finally {
      await server.stop();
    }
  };
}

/**
 * @param {string} suite a folder of test/integration
 * @param {(page: import('../hosts/browser.mjs').Page) => Promise<void>} [prepare]
 * @returns {Run['start']}
 */
function inWebHost(suite, prepare) {
  return async ({ browser, scratch, grep }) => {
    const { extension, tests, folder } = await lay({ scratch, host: 'web', suite, files: 'workspace', grep });
    const build = await startWebBuild({ folder, extension, tests });
    try {
      return await driveTests(browser, build.address, {
        name: `web-${suite}`,
        ...(prepare === undefined ? {} : { prepare }),
      });
    } finally {
      await build.stop();
    }
  };
}

/**
 * Lays out what an editor needs: the extension as it would be packaged, the tests inside it, and a folder to work in.
 * @param {{ scratch: string, host: 'node' | 'web', suite: string, files: string, grep: string | undefined }} options
 */
async function lay({ scratch, host, suite, files, grep }) {
  const extension = path.join(scratch, 'extension');
  const folder = path.join(scratch, 'workspace');
  const tests = path.join(extension, 'test/index.js');
  await Promise.all([
    copyExtension(extension),
    cp(path.join(root, 'test/integration', files), folder, { recursive: true }),
    bundleTests({ host, suite, outfile: tests, ...(grep === undefined ? {} : { grep }) }),
  ]);
  return { extension, tests, folder };
}
