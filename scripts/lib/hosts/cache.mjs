// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from '../npm.mjs';
import { root } from '../root.mjs';
import { dim, duration } from '../terminal.mjs';

/** Where editors and tools are kept: git ignores it, and @vscode/test-electron keeps its downloads here too. */
export const cacheFolder = path.join(root, '.vscode-test');

/** @type {Map<string, Promise<string>>} installs under way in this process, by folder name */
const underWay = new Map();

/**
 * Gives the folder of a tool, installing it first if it is missing. The install happens in a folder beside it that
 * takes the final name only when all is done, so an interrupted one leaves nothing that looks finished.
 * @param {string} label what a person calls it: "VS Code server 1.139.1"
 * @param {string} folder name in the cache; holds every version, so another version is another folder
 * @param {(folder: string) => Promise<void>} install fills the given empty folder
 * @returns {Promise<string>} absolute path
 */
export function ensureTool(label, folder, install) {
  const started = underWay.get(folder) ?? ensure(label, folder, install);
  underWay.set(folder, started);
  return started;
}

/** @type {typeof ensureTool} */
async function ensure(label, folder, install) {
  const target = path.join(cacheFolder, folder);
  if (existsSync(target)) return target;
  await mkdir(cacheFolder, { recursive: true });
  await removeLeftovers(folder);
  const since = Date.now();
  const temporary = path.join(cacheFolder, `${folder}.installing-${process.pid}`);
  await mkdir(temporary, { recursive: true });
  console.log(dim(`  installing ${label} …`));
  try {
    await install(temporary);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process may have been quicker: then its folder serves.
    if (!existsSync(target)) throw error;
  }
  console.log(dim(`  installed  ${label} in ${duration(Date.now() - since)}`));
  return target;
}

/**
 * Installs npm packages into a folder, without running their install scripts.
 * @param {string} folder
 * @param {readonly { name: string, version: string }[]} packages
 */
export async function installPackages(folder, packages) {
  const dependencies = Object.fromEntries(packages.map(({ name, version }) => [name, version]));
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await npm(['install', '--ignore-scripts', '--no-package-lock'], {
    cwd: folder,
    purpose: Object.keys(dependencies).join(' and '),
  });
}

/** @param {string} folder removes what interrupted installs of processes that are gone left behind */
async function removeLeftovers(folder) {
  for (const name of await readdir(cacheFolder)) {
    if (!name.startsWith(`${folder}.installing-`)) continue;
    const owner = Number(name.slice(name.lastIndexOf('-') + 1));
    if (!isAlive(owner)) await rm(path.join(cacheFolder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
