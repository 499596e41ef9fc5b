// @ts-check
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serverTool, webTools } from './tools.mjs';

/** The request that loads the workbench's messages, in both editors. */
export const MESSAGES_REQUEST = /\/out\/nls\.messages\.js(\?.*)?$/u;

/**
 * The script with the workbench's messages in Simplified Chinese. The web build brings its own; the server brings
 * English only, so each of its messages is looked up by key among those of the web build.
 * @param {'node' | 'web'} host
 * @returns {Promise<string>} JavaScript that sets the message table and the language, as VS Code's own files do
 */
export async function chineseMessages(host) {
  const { build } = await webTools();
  const chinese = await readFile(path.join(build, 'nls/zh-cn/nls.messages.js'), 'utf8');
  if (host === 'web') return chinese;
  const server = path.join(await serverTool(), 'out');
  const translated = byKey(await readJson(path.join(build, 'out/nls.keys.json')), messagesOf(chinese));
  const english = await readJson(path.join(server, 'nls.messages.json'));
  const keys = flat(await readJson(path.join(server, 'nls.keys.json')));
  const messages = keys.map((key, index) => translated.get(key) ?? english[index]);
  return `globalThis._VSCODE_NLS_MESSAGES=${JSON.stringify(messages)};globalThis._VSCODE_NLS_LANGUAGE="zh-cn";`;
}

/** @typedef {[module: string, keys: string[]][]} Keys message keys in the order of the message table */

/** @param {Keys} keys @returns {string[]} */
function flat(keys) {
  return keys.flatMap(([module, names]) => names.map((name) => `${module} ${name}`));
}

/** @param {Keys} keys @param {(string | null)[]} messages */
function byKey(keys, messages) {
  return new Map(flat(keys).map((key, index) => [key, messages[index] ?? undefined]));
}

/** @param {string} script @returns {(string | null)[]} */
function messagesOf(script) {
  const start = script.indexOf('[');
  return JSON.parse(script.slice(start, script.lastIndexOf('];') + 1));
}

/** @param {string} file */
async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
