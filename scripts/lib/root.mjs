// @ts-check
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root folder. Here, and not with the build's helpers, because those need installed packages. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
