// @ts-check
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from './root.mjs';

/**
 * The files that make up the extension, as `vsce` reads them from .vscodeignore.
 * @returns {Promise<string[]>} paths relative to the repository's root, with forward slashes, sorted
 */
export async function extensionFiles() {
  const vsce = createRequire(import.meta.url)('@vscode/vsce');
  /** @type {string[]} */
  const files = await vsce.listFiles({ cwd: root, dependencies: false });
  return files.map((file) => file.split(path.sep).join('/')).sort();
}

/**
 * Copies the extension as it would be packaged, so that a later build does not change what is running.
 * @param {string} target a folder that need not exist
 */
export async function copyExtension(target) {
  for (const file of await extensionFiles()) {
    const place = path.join(target, file);
    await mkdir(path.dirname(place), { recursive: true });
    await cp(path.join(root, file), place);
  }
}
