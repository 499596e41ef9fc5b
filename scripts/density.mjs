// @ts-check
/*
 * Counts findings in prose that is not about deals: `npm run density [folder …]`, by default the documentation of the installed packages. Most
 * of them are false alarms; the rules with the most are listed first, with samples to judge by (`--samples N`, 3 by default).
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readKnowledge } from './lib/knowledge.mjs';
import { root } from './lib/root.mjs';
import { importTypeScript } from './lib/typescript.mjs';

const words = process.argv.slice(2);
const option = words.indexOf('--samples');
const sampleCount = option < 0 ? 3 : Number(words.splice(option, 2)[1]);
const folders = words.length > 0 ? words : ['node_modules', 'bench/node_modules'].map((name) => path.join(root, name));

const { knowledge, problems } = await readKnowledge({ examples: false });
for (const problem of problems) console.error(problem);
const { compileRuleset, review } = await importTypeScript('scripts/lib/packCheck.ts');
const ruleset = compileRuleset(knowledge);

/** @type {Map<string, { count: number, samples: string[] }>} */
const byRule = new Map();
const seen = new Set();
let bytes = 0;
let files = 0;
let findings = 0;
for (const folder of folders) {
  for (const file of await documents(folder)) {
    const text = await readFile(file, 'utf8');
    // Packages repeat one another's licences and notices.
    if (seen.has(text)) continue;
    seen.add(text);
    files++;
    bytes += Buffer.byteLength(text);
    for (const finding of review(text, 'markdown', ruleset).findings) {
      findings++;
      const entry = byRule.get(finding.rule) ?? { count: 0, samples: [] };
      byRule.set(finding.rule, entry);
      entry.count++;
      const { start, end } = finding.span;
      const sample = text.slice(Math.max(0, start - 30), end + 30).replace(/\s+/gu, ' ');
      if (entry.samples.length < sampleCount && !entry.samples.includes(sample)) entry.samples.push(sample);
    }
  }
}
const megabytes = bytes / 1e6;
console.log(
  `${files} files, ${megabytes.toFixed(1)} MB, ${findings} findings: ${(findings / megabytes).toFixed(1)} a MB`,
);
for (const [rule, { count, samples }] of [...byRule].sort((a, b) => b[1].count - a[1].count)) {
  console.log(`${(count / megabytes).toFixed(2).padStart(8)} a MB  ${rule}`);
  for (const sample of samples) console.log(`${' '.repeat(16)}… ${sample} …`);
}

/** The Markdown and text files below a folder. @param {string} folder @returns {Promise<string[]>} */
async function documents(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/iu.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
