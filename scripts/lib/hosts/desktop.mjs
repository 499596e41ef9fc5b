// @ts-check
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../processes.mjs';

/**
 * Desktop VS Code, if it can open a window here.
 * @returns {Promise<string | undefined>} the path of its command line program
 */
export async function findDesktop() {
  if (!canShowWindow()) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const code = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (code === undefined) return undefined;
  // In a terminal of a remote window `code` only talks to that window and knows nothing of extension development.
  const { code: ended, output } = await run(code, ['--help'], { shell: process.platform === 'win32', limit: 20_000 });
  return ended === 0 && output.includes('--extensionDevelopmentPath') ? code : undefined;
}

/** Linux needs a display, and VS Code does not run as root there. */
function canShowWindow() {
  if (process.platform !== 'linux') return true;
  const display = (process.env.DISPLAY ?? '') !== '' || (process.env.WAYLAND_DISPLAY ?? '') !== '';
  return display && process.getuid?.() !== 0;
}
