// @ts-check
/*
 * `npm run bench`: measures Deal Lens beside its peers on the same generated memos, all in one process and one run, prints the table
 * and writes bench/results.md. `--smoke` runs everything once on small texts, to see that it works. Compare within one run only.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';
import { ensureDependencies } from '../scripts/lib/dependencies.mjs';
import { npm } from '../scripts/lib/npm.mjs';
import { root } from '../scripts/lib/root.mjs';
import { runMain } from '../scripts/lib/terminal.mjs';

const smoke = process.argv.includes('--smoke');
const bench = path.join(root, 'bench');
const sizes = smoke ? [10_000] : [10_000, 100_000, 1_000_000];
const termCounts = smoke ? [30, 300] : [300, 3_000];
/** No engine gets more than so many milliseconds for one text. */
const budget = smoke ? 200 : 4_000;

await runMain(async () => {
  await ensureDependencies();
  if (!existsSync(path.join(bench, 'node_modules'))) await npm(['ci'], { cwd: bench, purpose: "the bench's peers" });
  const { readKnowledge } = await import('../scripts/lib/knowledge.mjs');
  const { importTypeScript } = await import('../scripts/lib/typescript.mjs');
  const { makeMemo } = await import('./corpus.mjs');
  const peers = await import('./peers.mjs');
  const product = await importTypeScript('bench/product.ts');
  const { knowledge } = await readKnowledge({ examples: false });
  const ruleset = product.compileRuleset(knowledge);

  const lists = termLists(knowledge, product.formsOf);
  const [few, many] = termCounts.map((count) => lists.slice(0, count));
  if (few === undefined || many === undefined) throw new Error('Two lists of terms are wanted.');
  const memos = sizes.map((bytes) => makeMemo({ bytes, language: 'mixed', seed: 7, terms: few }));
  const columns = memos.map((memo) => `${Math.round(Buffer.byteLength(memo) / 1000)} KB`);

  const matching = [];
  for (const terms of [few, many]) {
    // A regular expression of thousands of terms takes minutes for a megabyte: what it does with few says enough.
    const others = (await peers.matchers(terms)).slice(terms === few ? 0 : 1);
    const engines = [ownMatcher(product, terms), ...others];
    for (const engine of engines) matching.push(await row(`${engine.name}, ${terms.length} terms`, engine.run, memos));
  }
  const whole = [];
  const rules = ruleset.rules.length;
  whole.push(
    await row(
      `**Deal Lens, whole review, ${rules} rules**`,
      (text) => product.review(text, 'markdown', ruleset),
      memos,
    ),
  );
  whole.push(await row('Deal Lens, reading alone', (text) => product.readMarkdown(text), memos));
  const parsers = await peers.parsers();
  for (const engine of parsers) whole.push(await row(engine.name, engine.run, memos));
  for (const engine of await peers.linters(few))
    whole.push(await row(`${engine.name}, ${few.length} terms`, engine.run, memos));

  const report = [
    '# Bench',
    '',
    `${new Date().toISOString().slice(0, 10)} · ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB · Node ${process.version}`,
    '',
    'Medians of repeated runs in one process: milliseconds · MB of UTF-8 a second. Compare within a table only. Written by `npm run bench`.',
    `Versions: ${await versions()}.`,
    '',
    '## Matching alone, on the raw text',
    '',
    ...table(columns, matching),
    '',
    '## The whole job, Markdown understood',
    '',
    ...table(columns, whole),
    '',
    '## Held',
    '',
    ...held(matching, whole, columns, termCounts),
    '',
  ].join('\n');
  console.log(report);
  if (!smoke) await writeFile(path.join(bench, 'results.md'), report);
  console.log(smoke ? 'Everything ran.' : 'Written to bench/results.md.');
});

/**
 * @typedef {{ name: string, times: number[], bytes: number[] }} Row
 */

/** @param {any} product @param {readonly string[]} terms */
function ownMatcher(product, terms) {
  const matcher = product.Matcher.of(
    terms.flatMap((term) => product.compileTerm(term.replace(/[\\()|?<]|\.\.\./gu, '\\$&'))),
  );
  return {
    name: '**Deal Lens, folding and matching**',
    run: (/** @type {string} */ text) => {
      const folded = product.fold(text);
      return matcher.find(folded, () => new product.Sentences(folded)).length;
    },
  };
}

/** @param {string} name @param {(text: string) => unknown} run @param {readonly string[]} memos @returns {Promise<Row>} */
async function row(name, run, memos) {
  const times = [];
  for (const memo of memos) times.push(await measure(() => run(memo)));
  console.error(`${name}: ${times.map((time) => `${time.toFixed(2)} ms`).join(', ')}`);
  return { name, times, bytes: memos.map((memo) => Buffer.byteLength(memo)) };
}

/** The median of as many runs as the budget has room for, the first ones left out where there are enough. @param {() => unknown} run */
async function measure(run) {
  const times = [];
  const begun = performance.now();
  do {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  } while (performance.now() - begun < budget && times.length < 400);
  const warm = times.slice(Math.min(5, Math.floor(times.length / 2)));
  return warm.sort((a, b) => a - b)[Math.floor(warm.length / 2)] ?? 0;
}

/** @param {readonly string[]} columns @param {readonly Row[]} rows */
function table(columns, rows) {
  return [
    `| engine | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '---|').join('')}`,
    ...rows.map(
      ({ name, times, bytes }) =>
        `| ${name} | ${times.map((time, index) => `${time.toFixed(2)} ms · ${((bytes[index] ?? 0) / 1000 / time).toFixed(2)} MB/s`).join(' | ')} |`,
    ),
  ];
}

/** @param {readonly Row[]} matching @param {readonly Row[]} whole @param {readonly string[]} columns @param {readonly number[]} counts */
function held(matching, whole, columns, counts) {
  const time = (/** @type {readonly Row[]} */ rows, /** @type {string} */ start, /** @type {number} */ column) =>
    rows.find((one) => one.name.replace(/\*/gu, '').startsWith(start))?.times[column] ?? Number.NaN;
  return columns.flatMap((column, index) => {
    const [few, many] = counts.map((count) =>
      time(
        matching.filter((one) => one.name.endsWith(`, ${count} terms`)),
        'Deal Lens',
        index,
      ),
    );
    const review = time(whole, 'Deal Lens, whole review', index);
    const ratio = (/** @type {string} */ name) => `${(time(whole, name, index) / review).toFixed(1)} × ${name}`;
    return [
      `- ${column}: matching ${counts[1]} terms takes ${((many ?? 0) / (few ?? 1)).toFixed(2)} × the time of ${counts[0]}; a whole review is as fast as ` +
        `${['remark-parse alone', 'remark-parse + gfm', 'textlint', 'cspell', 'markdownlint'].map(ratio).join(', ')}.`,
    ];
  });
}

/**
 * Forms of the packs' own terms, spread over all rules, each once.
 * @param {any} knowledge @param {(term: string) => string[]} formsOf
 * @returns {string[]}
 */
function termLists(knowledge, formsOf) {
  const terms = knowledge.packs.flatMap((/** @type {any} */ pack) =>
    pack.rules.flatMap((/** @type {any} */ rule) => [...(rule.terms.en ?? []), ...(rule.terms.zh ?? [])]),
  );
  const plain = terms.filter((/** @type {string} */ term) => !/[<=]|\.\.\./u.test(term)).map(formsOf);
  const forms = new Set();
  for (let round = 0; forms.size < 3_000 && round < 256; round++) {
    for (const list of plain) if (list[round] !== undefined) forms.add(list[round]);
  }
  return [...forms].slice(0, 3_000);
}

async function versions() {
  const own = ['remark-parse', 'remark-gfm', 'unified'].map((name) => [name, path.join(root, 'node_modules', name)]);
  const names = Object.keys(JSON.parse(await readFile(path.join(bench, 'package.json'), 'utf8')).dependencies);
  const all = [...own, ...names.map((name) => [name, path.join(bench, 'node_modules', name)])];
  const found = await Promise.all(
    all.map(
      async ([name, folder]) =>
        `${name} ${JSON.parse(await readFile(path.join(folder ?? '', 'package.json'), 'utf8')).version}`,
    ),
  );
  return found.join(', ');
}
