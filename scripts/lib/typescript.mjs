// @ts-check
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The repository's root folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** By entry: who asks for one that is being bundled waits for it, and never reads a half-written file. @type {Map<string, Promise<any>>} */
const imported = new Map();

/**
 * Bundles a TypeScript file and imports it, so that build scripts use the product's own code (the pack schema, say)
 * under every supported Node without a TypeScript loader.
 * @param {string} entry path relative to the repository's root
 * @returns {Promise<any>}
 */
export function importTypeScript(entry) {
  const known = imported.get(entry) ?? bundleAndImport(entry);
  imported.set(entry, known);
  return known;
}

/** @param {string} entry @returns {Promise<any>} */
async function bundleAndImport(entry) {
  const outfile = path.join(
    root,
    'out/scripts',
    entry.replace(/[\\/]/gu, '-').replace(/\.ts$/u, `-${process.pid}.mjs`),
  );
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(root, entry)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    // Dependencies in CommonJS ask for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return import(pathToFileURL(outfile).href);
}
