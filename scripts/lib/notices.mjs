// @ts-check
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from './root.mjs';

/** Names that packages give to the file with their licence. */
const LICENCE = /^(licen[cs]e|copying)(-[a-z]+)?(\.(md|txt))?$/iu;

/**
 * The notices that the licences of bundled packages ask for: each package with its version and its licence in full.
 * @param {readonly import('esbuild').Metafile[]} metafiles what esbuild read for each bundle
 * @returns {Promise<string>}
 * @throws {Error} a bundled package has no licence that could be quoted
 */
export async function thirdPartyNotices(metafiles) {
  const folders = new Set(metafiles.flatMap((metafile) => Object.keys(metafile.inputs).flatMap(packageFolder)));
  const packages = await Promise.all([...folders].map(describePackage));
  packages.sort((a, b) => (a.title < b.title ? -1 : 1));
  const rule = '-'.repeat(100);
  return [
    'Deal Lens contains the following third-party software, each under its own licence.\n',
    ...packages.map(({ title, licence }) => `${rule}\n${title}\n\n${licence.trim()}\n`),
  ].join('\n');
}

/** @param {string} input a path that esbuild read @returns {string[]} the folder of its package, none for our own code */
function packageFolder(input) {
  const match = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/u.exec(input);
  return match === null ? [] : [match[0]];
}

/** @param {string} folder relative to the repository's root */
async function describePackage(folder) {
  const manifest = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
  const name = manifest.license ?? manifest.licenses?.[0]?.type;
  const licence = await licenceOf(path.join(root, folder));
  if (name === undefined || licence === undefined)
    throw new Error(`${folder} is bundled and does not state its licence.`);
  return { title: `${manifest.name} ${manifest.version} (${name})`, licence: licence.replace(/\r\n?/gu, '\n') };
}

/**
 * A package's licence: its file, or the chapter of its readme where old packages state it.
 * @param {string} folder
 * @returns {Promise<string | undefined>}
 */
async function licenceOf(folder) {
  const names = await readdir(folder);
  const file = names.find((name) => LICENCE.test(name));
  if (file !== undefined) return readFile(path.join(folder, file), 'utf8');
  const readme = names.find((name) => /^readme\.md$/iu.test(name));
  if (readme === undefined) return undefined;
  return /^(?:#+ )?licen[cs]e\s*\n(?:[=-]+\n)?([\s\S]+)$/imu.exec(
    await readFile(path.join(folder, readme), 'utf8'),
  )?.[1];
}
