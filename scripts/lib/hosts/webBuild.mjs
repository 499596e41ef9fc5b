// @ts-check
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { keep, stop } from '../processes.mjs';
import { Refusal } from '../terminal.mjs';
import { webTools } from './tools.mjs';

const READY_LIMIT = 30_000;

/** Installs what `startWebBuild` needs. */
export async function prepareWebBuild() {
  await webTools();
}

/**
 * Serves VS Code's static web build with an extension, its tests and a folder as a virtual, in-memory workspace.
 * @param {{ folder: string, extension: string, tests?: string }} paths absolute; the tests lie inside the extension's folder
 * @returns {Promise<{ address: string, log: () => string, stop: () => Promise<void> }>}
 */
export async function startWebBuild({ folder, extension, tests }) {
  const { server, data } = await webTools();
  const port = await freePort();
  const options = {
    browserType: 'none',
    quality: 'stable',
    commit: 'local',
    testRunnerDataDir: data,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: folder,
    host: 'localhost',
    port,
    esm: true,
  };
  // In a process of its own: the server prints to the console and cannot be told to stop.
  const child = keep(process.execPath, [
    fileURLToPath(new URL('webBuildServer.mjs', import.meta.url)),
    server,
    JSON.stringify(options),
  ]);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ text) => (output += text));
  }
  const address = `http://localhost:${port}/`;
  const deadline = Date.now() + READY_LIMIT;
  while (!(await answers(address))) {
    if (Date.now() > deadline || child.exitCode !== null) {
      await stop(child);
      throw new Refusal(`The server of VS Code's web build did not start.\n${output.trim()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { address, log: () => output, stop: () => stop(child) };
}

/** @param {string} address */
async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
