// @ts-check
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { importTypeScript, root } from './typescript.mjs';

const rulesFolder = path.join(root, 'rules');

/**
 * Reads the data folder `rules/` into one value of type `Knowledge` (src/rules/knowledge.ts).
 * @param {{ examples: boolean }} options without examples the bundles of the editor stay small
 * @returns {Promise<{ knowledge: object, files: string[], problems: string[] }>} problems name file, line and column
 */
export async function readKnowledge({ examples }) {
  const { assembleKnowledge } = await importTypeScript('src/rules/assemble.ts');
  const files = (await list(rulesFolder)).filter((file) => /\.(yaml|md)$/u.test(file) && path.basename(file) !== 'README.md');
  const sources = await Promise.all(
    files.map(async (file) => ({ path: path.relative(rulesFolder, file).split(path.sep).join('/'), text: await readFile(file, 'utf8') })),
  );
  const { knowledge, problems } = assembleKnowledge(sources, { examples });
  return {
    knowledge,
    files,
    problems: problems.map(
      (/** @type {{ path: string, line: number, column: number, message: { en: string } }} */ problem) =>
        `rules/${problem.path}:${problem.line + 1}:${problem.column + 1} ${problem.message.en}`,
    ),
  };
}

/**
 * esbuild plugin: the module `deal-lens:knowledge` is the compiled content of `rules/`.
 * @param {{ examples: boolean }} options
 * @returns {import('esbuild').Plugin}
 */
export function knowledgePlugin(options) {
  return {
    name: 'deal-lens-knowledge',
    setup(build) {
      build.onResolve({ filter: /^deal-lens:knowledge$/ }, ({ path }) => ({ path, namespace: 'deal-lens' }));
      build.onLoad({ filter: /.*/, namespace: 'deal-lens' }, async () => {
        const { knowledge, files, problems } = await readKnowledge(options);
        const lenient = process.env.DEAL_LENS_LENIENT_PACKS === '1';
        const messages = problems.map((text) => ({ text }));
        return {
          contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(knowledge))});`,
          loader: 'js',
          errors: lenient ? [] : messages,
          warnings: lenient ? messages : [],
          watchFiles: files,
        };
      });
    },
  };
}

/** @param {string} folder @returns {Promise<string[]>} */
async function list(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map((entry) => {
      const full = path.join(folder, entry.name);
      return entry.isDirectory() ? list(full) : Promise.resolve([full]);
    }),
  );
  return nested.flat().sort();
}
