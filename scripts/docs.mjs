// @ts-check
/*
 * Makes the rules reference in docs/rules from the rule packs: `npm run docs`. `--check` writes nothing and fails where a page is not what
 * the packs say.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readKnowledge } from './lib/knowledge.mjs';
import { root } from './lib/root.mjs';
import { Refusal, runMain } from './lib/terminal.mjs';
import { importTypeScript } from './lib/typescript.mjs';

const check = process.argv.includes('--check');
const folders = { en: 'docs/rules/en', zh: 'docs/rules/zh-cn' };

await runMain(async () => {
  const { knowledge, problems } = await readKnowledge({ examples: true });
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  const { rulesReference } = await importTypeScript('src/output/rulesReference.ts');
  const stale = [];
  for (const [language, name] of Object.entries(folders)) {
    const folder = path.join(root, name);
    await mkdir(folder, { recursive: true });
    /** @type {{ path: string, text: string }[]} */
    const pages = rulesReference(knowledge, language);
    const left = new Set((await readdir(folder)).filter((file) => file.endsWith('.md')));
    for (const page of pages) {
      left.delete(page.path);
      const file = path.join(folder, page.path);
      const before = await readFile(file, 'utf8').catch(() => undefined);
      if (before === page.text) continue;
      stale.push(`${name}/${page.path}`);
      if (!check) await writeFile(file, page.text);
    }
    for (const file of left) {
      stale.push(`${name}/${file}`);
      if (!check) await rm(path.join(folder, file));
    }
  }
  if (check && stale.length > 0) {
    throw new Refusal(
      `The rules reference is not what the packs say; run "npm run docs". Different: ${stale.join(', ')}`,
    );
  }
  console.log(check ? 'The rules reference is fresh.' : `${stale.length} pages written.`);
});
