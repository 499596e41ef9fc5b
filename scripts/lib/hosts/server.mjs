// @ts-check
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { keep, run, stop } from '../processes.mjs';
import { Refusal } from '../terminal.mjs';
import { nodeTool, serverTool } from './tools.mjs';

/**
 * @typedef {object} Server VS Code's own server, listening on 127.0.0.1 only
 * @property {string} authority host and port
 * @property {() => string} log what it printed, for a report when something goes wrong
 * @property {Promise<void>} ended settles when the server is gone, whoever ended it
 * @property {() => Promise<void>} stop
 */

const READY_LIMIT = 60_000;

/** Installs what `startServer` needs. */
export async function prepareServer() {
  await Promise.all([serverTool(), nodeTool()]);
}

/**
 * Installs a packaged extension for servers that are started with the same data folder.
 * @param {{ data: string, vsix: string }} paths absolute
 */
export async function installExtension({ data, vsix }) {
  const [node, folder] = await Promise.all([nodeTool(), serverTool()]);
  const { code, output } = await run(
    node,
    [
      path.join(folder, 'out/server-main.js'),
      ...['--install-extension', vsix, '--force', '--accept-server-license-terms'],
      ...['--server-data-dir', data, '--extensions-dir', path.join(data, 'extensions')],
    ],
    { env: serverEnvironment() },
  );
  // The program ends with 0 whatever happens, so its words have to be believed.
  if (code !== 0 || !/was successfully installed/u.test(output)) {
    throw new Refusal(`VS Code's server did not install ${vsix}.\n${output.trim()}`);
  }
}

/**
 * Starts the server with data and extensions of its own: no settings of the person are read or written.
 * @param {object} options
 * @param {string} options.data folder for the server's state, `extensions` inside it holds the extensions
 * @param {number} [options.port] any free one by default
 * @param {string} [options.token] without one, whoever reaches the port gets in: for tests only
 * @param {boolean} [options.automation] honour the development entries of a page's address (extension under test, test module)
 * @returns {Promise<Server>}
 */
export async function startServer({ data, port = 0, token, automation = false }) {
  const [node, folder] = await Promise.all([nodeTool(), serverTool()]);
  await mkdir(path.join(data, 'extensions'), { recursive: true });
  const child = keep(
    node,
    [
      path.join(folder, 'out/server-main.js'),
      ...['--host', '127.0.0.1', '--port', String(port), '--accept-server-license-terms'],
      ...['--server-data-dir', data, '--extensions-dir', path.join(data, 'extensions')],
      ...[
        '--disable-telemetry',
        '--disable-workspace-trust',
        '--disable-update-check',
        '--disable-getting-started-override',
      ],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      ...(automation ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: serverEnvironment() },
  );
  let output = '';
  /** @type {Promise<number>} */
  const listening = new Promise((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8');
      stream.on('data', (/** @type {string} */ text) => {
        output += text;
        const match = /Extension host agent listening on (\d+)/u.exec(output);
        if (match !== null) resolve(Number(match[1]));
      });
    }
  });
  const ended = once(child, 'exit').then(() => undefined);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, READY_LIMIT)));
  const first = await Promise.race([listening, ended, late]);
  clearTimeout(timer);
  if (typeof first !== 'number') {
    await stop(child);
    throw new Refusal(
      `VS Code's server did not start${/EADDRINUSE/u.test(output) ? `: port ${port} is taken` : ''}.\n${output.trim()}`,
    );
  }
  return { authority: `127.0.0.1:${first}`, log: () => output, ended, stop: () => stop(child) };
}

/**
 * The server hands its environment to the extension host. What an outer VS Code, npm or code-server put there would
 * change how it behaves.
 */
function serverEnvironment() {
  const foreign = /^(VSCODE_|CODE_SERVER_|ELECTRON_|NODE_OPTIONS$|npm_)/u;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}

/**
 * The address that opens a folder, or the workspace that a .code-workspace file describes, in a server started with
 * `automation`, with an extension under development.
 * @param {Server} server
 * @param {{ folder: string, extension?: string, tests?: string }} paths absolute
 */
export function automationAddress({ authority }, { folder, extension, tests }) {
  const remote = (/** @type {string} */ file) => `vscode-remote://${authority}${toUriPath(file)}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (extension !== undefined) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests !== undefined) payload.push(['extensionTestsPath', remote(tests)]);
  const kind = folder.endsWith('.code-workspace') ? 'workspace' : 'folder';
  const query = new URLSearchParams({ [kind]: toUriPath(folder), payload: JSON.stringify(payload) });
  return `http://${authority}/?${query}`;
}

/** @param {string} file @returns {string} the path of its URI: `/c:/memos` for `C:\memos` */
export function toUriPath(file) {
  const forward = file.split(path.sep).join('/');
  return forward.startsWith('/') ? forward : `/${forward}`;
}
