// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { npm } from './npm.mjs';
import { root } from './root.mjs';

/**
 * Installs the project's own dependencies when they are missing or not those of package-lock.json.
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensureDependencies() {
  if (await areInstalled()) return false;
  await npm(['ci'], { cwd: root, purpose: "the project's dependencies" });
  return true;
}

/** npm writes node_modules/.package-lock.json last: an interrupted install leaves none, or an old one. */
async function areInstalled() {
  const wanted = await packagesOf('package-lock.json');
  const found = await packagesOf('node_modules/.package-lock.json');
  if (wanted === undefined || found === undefined) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional === true || found[place]?.version === version,
  );
}

/**
 * @param {string} file relative to the repository's root
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }> | undefined>}
 */
async function packagesOf(file) {
  try {
    return JSON.parse(await readFile(path.join(root, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
