// @ts-check
/*
 * What a user could pick instead, each set up once for a list of terms and run on a text. All find or flag the same terms, except where said.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @typedef {{ name: string, run: (text: string) => unknown | Promise<unknown> }} Engine */

/** @param {readonly string[]} terms @returns {Promise<Engine[]>} engines that only find words in a text */
export async function matchers(terms) {
  const { AhoCorasick } = await import('@monyone/aho-corasick/fast');
  const lower = terms.map((term) => term.toLowerCase());
  const automaton = new AhoCorasick(lower);
  const alternation = new RegExp(
    [...lower]
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|'),
    'giu',
  );
  return [
    { name: 'one regular expression', run: (text) => [...text.matchAll(alternation)].length },
    { name: '@monyone/aho-corasick/fast', run: (text) => automaton.matchInText(text.toLowerCase()).length },
  ];
}

/** @returns {Promise<Engine[]>} Markdown parsers, which find nothing */
export async function parsers() {
  // The product's own versions: the bench's peers bring older ones.
  const own = (/** @type {string} */ name) => import(new URL(`../node_modules/${name}/index.js`, import.meta.url).href);
  const [{ unified }, { default: remarkParse }, { default: remarkGfm }, { default: remarkFrontmatter }] =
    await Promise.all(['unified', 'remark-parse', 'remark-gfm', 'remark-frontmatter'].map(own));
  const bare = unified().use(remarkParse).freeze();
  const full = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
  return [
    { name: 'remark-parse alone', run: (text) => bare.parse(text) },
    { name: 'remark-parse + gfm + front matter', run: (text) => full.parse(text) },
  ];
}

/** @param {readonly string[]} terms @returns {Promise<Engine[]>} whole linters of prose */
export async function linters(terms) {
  return [await textlint(terms), await cspell(terms), await markdownlint()];
}

/** @param {readonly string[]} terms @returns {Promise<Engine>} */
async function textlint(terms) {
  const [{ TextlintKernel }, { default: prh }, { default: markdown }] = await Promise.all([
    import('@textlint/kernel'),
    import('textlint-rule-prh'),
    import('@textlint/textlint-plugin-markdown'),
  ]);
  const folder = await mkdtemp(path.join(tmpdir(), 'deal-lens-bench-'));
  const rules = path.join(folder, 'prh.yml');
  const entries = terms.map(
    (term) => `  - expected: ${JSON.stringify(`[${term}]`)}\n    pattern: ${JSON.stringify(`/${escape(term)}/i`)}`,
  );
  await writeFile(rules, `version: 1\nrules:\n${entries.join('\n')}\n`);
  process.on('exit', () => void rm(folder, { recursive: true, force: true }));
  const kernel = new TextlintKernel();
  const options = {
    filePath: path.join(folder, 'memo.md'),
    ext: '.md',
    plugins: [{ pluginId: 'markdown', plugin: inner(markdown) }],
    rules: [{ ruleId: 'prh', rule: inner(prh), options: { rulePaths: [rules] } }],
  };
  return { name: 'textlint + prh', run: (text) => kernel.lintText(text, options) };
}

/** @param {readonly string[]} terms @returns {Promise<Engine>} English words only: it splits no Chinese */
async function cspell(terms) {
  const { spellCheckDocument } = await import('cspell-lib');
  const settings = {
    words: [],
    flagWords: terms.filter((term) => /^[\w-]+$/u.test(term)),
    enabledLanguageIds: ['markdown'],
    language: 'en',
  };
  return {
    name: 'cspell (flag words)',
    run: (text) =>
      spellCheckDocument(
        { uri: 'file:///memo.md', text, languageId: 'markdown', locale: 'en' },
        { noConfigSearch: true, generateSuggestions: false },
        settings,
      ),
  };
}

/** @returns {Promise<Engine>} its own rules: it knows no terms */
async function markdownlint() {
  const { lint } = await import('markdownlint/sync');
  return { name: 'markdownlint (its own rules)', run: (text) => lint({ strings: { memo: text } }) };
}

/** @param {any} module a CommonJS module as ESM gives it */
function inner(module) {
  return module.default ?? module;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
