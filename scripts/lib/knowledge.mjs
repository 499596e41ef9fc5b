// @ts-check
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { importTypeScript, root } from './typescript.mjs';

const rulesFolder = path.join(root, 'rules');

/**
 * Reads the data folder `rules/` into one value of type `Knowledge` (src/rules/knowledge.ts).
 * @param {{ examples: boolean }} options without examples the bundles of the editor stay small
 * @returns {Promise<{ knowledge: any, files: string[], problems: string[] }>} problems name file, line and column
 */
export async function readKnowledge({ examples }) {
  const { assembleKnowledge } = await importTypeScript('src/rules/assemble.ts');
  const files = (await list(rulesFolder)).filter(
    (file) => /\.(yaml|md)$/u.test(file) && path.basename(file) !== 'README.md',
  );
  const sources = await Promise.all(
    files.map(async (file) => ({
      path: path.relative(rulesFolder, file).split(path.sep).join('/'),
      text: await readFile(file, 'utf8'),
    })),
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
 * esbuild plugin for the modules that are made of `rules/`: `deal-lens:knowledge`, its content; `deal-lens:compiled` and
 * `deal-lens:automaton`, what its packs compile to.
 * @param {{ examples: boolean }} options
 * @returns {import('esbuild').Plugin}
 */
export function knowledgePlugin(options) {
  return {
    name: 'deal-lens-knowledge',
    setup(build) {
      /** @type {ReturnType<typeof load> | undefined} */
      let loading;
      build.onStart(() => {
        loading = undefined;
      });
      build.onResolve({ filter: /^deal-lens:/ }, ({ path }) => ({ path, namespace: 'deal-lens' }));
      build.onLoad({ filter: /.*/, namespace: 'deal-lens' }, async ({ path: name }) => {
        loading ??= load(options);
        const { contents, files, problems } = await loading;
        const lenient = process.env.DEAL_LENS_LENIENT_PACKS === '1';
        const messages = name === 'deal-lens:knowledge' ? problems.map((text) => ({ text })) : [];
        return {
          ...contents[name],
          errors: lenient ? [] : messages,
          warnings: lenient ? messages : [],
          watchFiles: files,
        };
      });
    },
  };
}

/** @param {{ examples: boolean }} options */
async function load(options) {
  const [{ knowledge, files, problems }, { compileRules, encodeSteps, encodeTables }] = await Promise.all([
    readKnowledge(options),
    importTypeScript('scripts/lib/compile.ts'),
  ]);
  const compiled = compileRules(knowledge.packs);
  const { tables, stepsOfNumber } = compiled.patterns;
  const steps = encodeSteps(compiled.patterns);
  /** @type {Record<string, import('esbuild').OnLoadResult>} */
  const contents = {
    'deal-lens:knowledge': json(options.examples ? knowledge : withoutTerms(knowledge)),
    'deal-lens:compiled': json({ ...compiled, patterns: { stepsOfNumber }, exact: steps.exact }),
    'deal-lens:steps': bytes(steps.bytes),
    'deal-lens:automaton': bytes(encodeTables(tables)),
  };
  return { contents, files, problems };
}

/**
 * Knowledge without what its packs were compiled from: terms, exceptions and the words of conditions, which only a lint of
 * the packs reads again. They are a third of the weight of the rules.
 * @param {any} knowledge of type `Knowledge`
 */
function withoutTerms(knowledge) {
  const bare = (/** @type {any[] | undefined} */ conditions) => conditions?.map((one) => ({ ...one, words: [] }));
  return {
    ...knowledge,
    packs: knowledge.packs.map((/** @type {any} */ pack) => ({
      ...pack,
      rules: pack.rules.map((/** @type {any} */ rule) => ({
        ...rule,
        terms: {},
        except: undefined,
        near: bare(rule.near),
        unless: bare(rule.unless),
      })),
    })),
  };
}

/**
 * Parsed from a string, which engines do faster than to read a large object.
 * @param {unknown} value
 * @returns {import('esbuild').OnLoadResult}
 */
function json(value) {
  return { contents: `export default JSON.parse(${JSON.stringify(JSON.stringify(value))});`, loader: 'js' };
}

/**
 * Bytes as text, each a character from `#` on: packed, that is smaller than Base64, and read faster.
 * @param {Uint8Array} content
 * @returns {import('esbuild').OnLoadResult}
 */
function bytes(content) {
  const text = Array.from(content, (byte) => String.fromCharCode(byte + 35)).join('');
  const lines = [
    `const text = ${JSON.stringify(text)};`,
    'const bytes = new Uint8Array(text.length);',
    'for (let index = 0; index < bytes.length; index++) bytes[index] = text.charCodeAt(index) - 35;',
    'export default bytes;',
  ];
  return { contents: lines.join('\n'), loader: 'js' };
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
