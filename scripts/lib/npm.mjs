// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './processes.mjs';
import { Refusal } from './terminal.mjs';

/** What npm prints when the network or the registry is the trouble, not the package. */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network request to)\b/u;

/**
 * Runs npm quietly.
 * @param {readonly string[]} args
 * @param {{ cwd: string, purpose: string }} options purpose: "what is being installed", for the error's words
 * @throws {Refusal} npm failed; says whether the registry was out of reach
 */
export async function npm(args, { cwd, purpose }) {
  const { command, first, shell } = npmProgram();
  const { code, output } = await run(
    command,
    [
      ...first,
      ...args,
      '--no-fund',
      '--no-audit',
      '--no-progress',
      '--fetch-retry-mintimeout=2000',
      '--fetch-retry-maxtimeout=10000',
    ],
    { cwd, shell },
  );
  if (code === 0) return;
  if (UNREACHABLE.test(output)) {
    throw new Refusal(
      `Cannot install ${purpose}: the npm registry cannot be reached. ` +
        'Check the network, the proxy and `npm config get registry`, then run this again; what is installed already is kept.',
    );
  }
  throw new Refusal(`Cannot install ${purpose}: npm ${args[0]} ended with ${code}.\n${output.trimEnd()}`);
}

/** npm by its own script where it can be found: `npm.cmd` cannot be spawned without a shell on Windows. */
function npmProgram() {
  const bin = path.dirname(process.execPath);
  const places = [
    process.env.npm_execpath ?? '',
    path.join(bin, 'node_modules/npm/bin/npm-cli.js'),
    path.join(bin, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const script = places.find((place) => path.basename(place) === 'npm-cli.js' && existsSync(place));
  if (script !== undefined) return { command: process.execPath, first: [script], shell: false };
  return { command: 'npm', first: [], shell: process.platform === 'win32' };
}
