// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { run } from '../processes.mjs';
import { Refusal } from '../terminal.mjs';
import { browserTool, driverTool } from './tools.mjs';

/**
 * The part of the driver's API that we use.
 * @typedef {object} Browser
 * @property {(options: object) => Promise<Context>} newContext
 * @property {() => Promise<void>} close
 * @property {() => string} version
 *
 * @typedef {object} Context
 * @property {() => Promise<Page>} newPage
 * @property {() => Promise<void>} close
 *
 * @typedef {any} Page playwright-core is installed on demand, so its types are not at hand
 */

/** Keeps Chromium from calling home and from needing a screen. */
const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Installs what `launchBrowser` needs. */
export async function prepareBrowser() {
  await Promise.all([driverTool(), hasPackagedBrowser() ? browserTool() : undefined]);
}

/**
 * Starts a headless browser with a fresh profile: the one named by DEAL_LENS_BROWSER, else the one from npm, else one
 * of the machine.
 * @returns {Promise<Browser>}
 */
export async function launchBrowser() {
  const { chromium } = createRequire(import.meta.url)(await driverTool());
  const { executable, env } = await findBrowser();
  // Chromium refuses to run as root inside its sandbox, and many containers have none. Only local pages are opened.
  const args = process.platform === 'linux' ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return chromium.launch({ executablePath: executable, args, env: { ...process.env, ...env }, headless: true });
}

/** @returns {Promise<{ executable: string, env?: Record<string, string> }>} */
async function findBrowser() {
  const named = process.env.DEAL_LENS_BROWSER;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return { executable: named };
    throw new Refusal(`DEAL_LENS_BROWSER names ${named}, and there is no such file.`);
  }
  if (hasPackagedBrowser()) return packagedBrowser();
  const found = browsersOfTheMachine().find((file) => existsSync(file));
  if (found !== undefined) return { executable: found };
  throw new Refusal('No browser found. Install Chrome, Chromium or Edge, or set DEAL_LENS_BROWSER to the path of one.');
}

function hasPackagedBrowser() {
  return process.platform === 'linux' && process.arch === 'x64' && (process.env.DEAL_LENS_BROWSER ?? '') === '';
}

async function packagedBrowser() {
  const { executable, libraries, fonts } = await browserTool();
  /** @type {Record<string, string>} */
  const env = existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_FILE: await writeFontConfiguration(fonts) };
  if ((await run(executable, ['--version'])).code === 0) return { executable, env };
  const withLibraries = {
    ...env,
    LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean).join(':'),
  };
  const second = await run(executable, ['--version'], { env: { ...process.env, ...withLibraries } });
  if (second.code === 0) return { executable, env: withLibraries };
  throw new Refusal(
    `The headless browser does not start on this machine; set DEAL_LENS_BROWSER to one that does.\n${second.output.trim()}`,
  );
}

/** @param {string} fonts @returns {Promise<string>} a font configuration for a machine that has no fonts at all */
async function writeFontConfiguration(fonts) {
  const file = path.join(fonts, 'ours.conf');
  const cache = path.join(os.tmpdir(), 'deal-lens-fonts');
  await mkdir(cache, { recursive: true });
  await writeFile(
    file,
    `<?xml version="1.0"?>\n<fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>\n`,
  );
  return file;
}

function browsersOfTheMachine() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      (home) => home !== undefined,
    );
    return homes.flatMap((home) => [
      `${home}\\Google\\Chrome\\Application\\chrome.exe`,
      `${home}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
}

/**
 * @template T
 * @param {string} name
 * @param {(folder: string) => Promise<T>} use gets a fresh scratch folder that is removed afterwards
 * @returns {Promise<T>}
 */
export async function inScratch(name, use) {
  const folder = await mkdtemp(path.join(os.tmpdir(), `deal-lens-${name}-`));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
