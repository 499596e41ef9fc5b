// @ts-check
/*
 * Makes the pictures of the README: the packaged extension in VS Code, on the sample memos, light and dark, in English and
 * Chinese. Words on the command line choose pictures by part of their name. Chinese needs a font that has it on this
 * machine (on Debian: fonts-noto-cjk).
 */
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inScratch, launchBrowser, prepareBrowser } from './lib/hosts/browser.mjs';
import { installExtension, prepareServer, startServer } from './lib/hosts/server.mjs';
import { imageTool, webTools } from './lib/hosts/tools.mjs';
import { openWorkbench } from './lib/hosts/workbench.mjs';
import { run } from './lib/processes.mjs';
import { root } from './lib/root.mjs';
import { Refusal, runMain } from './lib/terminal.mjs';

const folder = path.join(root, 'docs/images');

/** Largest picture that may be committed, in bytes. */
const LIMIT = 300_000;

/** @typedef {import('./lib/hosts/workbench.mjs').Workbench} Workbench */

const languages = /** @type {const} */ ({
  en: { memo: 'memo.en.md', container: 'Deal Lens', word: 'H100', told: 'Advanced computing chips', section: /^3\.2 / },
  'zh-cn': { memo: 'memo.zh-cn.md', container: 'Deal Lens', word: 'H100', told: '先进计算芯片', section: /^3\.2 / },
});

const themes = /** @type {const} */ ({ light: 'Default Light Modern', dark: 'Default Dark Modern' });

/** @type {Readonly<Record<string, (window: Workbench, words: (typeof languages)['en' | 'zh-cn']) => Promise<void>>>} */
const scenes = {
  /** The memo with its marks, the report beside it, and the card of a finding. */
  async review(window, { memo, container, word, told, section }) {
    await window.openFile(memo);
    await window.openContainer(container);
    await window.treeRow(section).waitFor();
    await window.goToLine(await lineOf(memo, word));
    await window.squiggle('error');
    await window.hover(word, told);
  },
  /** The guidance of the section that a finding leads to. */
  async guidance(window, { memo, container, word, section }) {
    await window.openFile(memo);
    await window.goToLine(await lineOf(memo, word));
    await window.squiggle('error');
    await window.openContainer(container);
    await window.treeRow(section).click();
    await window.preview();
  },
};

await runMain(async () => {
  const words = process.argv.slice(2);
  await ensureDependencies();
  await Promise.all([prepareServer(), prepareBrowser(), webTools(), imageTool()]);
  await mkdir(folder, { recursive: true });
  await inScratch('pictures', async (scratch) => {
    const vsix = path.join(scratch, 'deal-lens.vsix');
    const made = await run(process.execPath, [path.join(root, 'scripts/package.mjs'), '--out', vsix], { cwd: root });
    if (made.code !== 0) throw new Refusal(made.output);
    const data = path.join(scratch, 'data');
    await installExtension({ data, vsix });
    const server = await startServer({ data, automation: true });
    const browser = await launchBrowser();
    try {
      for (const [scene, play] of Object.entries(scenes)) {
        for (const language of /** @type {const} */ (['en', 'zh-cn'])) {
          for (const theme of /** @type {const} */ (['light', 'dark'])) {
            const name = `${scene}-${language}-${theme}.png`;
            if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
            const memos = await layFolder(path.join(scratch, `${language}-${theme}`), themes[theme]);
            const window = await openWorkbench(browser, server, { folder: memos, language, scale: 2 });
            await window.closeSecondarySideBar();
            await play(window, languages[language]);
            await window.settle();
            await keep(await window.picture(), path.join(folder, name));
            await window.close();
          }
        }
      }
    } finally {
      await browser.close();
      await server.stop();
    }
  });
});

/** The first line of a sample that holds a word, from 1. @param {string} memo @param {string} word */
async function lineOf(memo, word) {
  const lines = (await readFile(path.join(root, 'samples', memo), 'utf8')).split('\n');
  return lines.findIndex((line) => line.includes(word)) + 1;
}

/**
 * A folder with the samples, whose settings make the window fit for a picture.
 * @param {string} place @param {string} theme
 */
async function layFolder(place, theme) {
  const memos = path.join(place, 'memos');
  await cp(path.join(root, 'samples'), memos, { recursive: true });
  await mkdir(path.join(memos, '.vscode'), { recursive: true });
  const settings = {
    'workbench.colorTheme': theme,
    'chat.disableAIFeatures': true,
    'editor.minimap.enabled': false,
    'editor.fontSize': 13,
    'editor.wordWrap': 'on',
    'editor.lineNumbers': 'on',
    'breadcrumbs.enabled': false,
    'editor.hover.above': false,
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'files.exclude': { '.vscode': true },
  };
  await writeFile(path.join(memos, '.vscode/settings.json'), JSON.stringify(settings));
  return memos;
}

/** @param {Buffer} picture @param {string} file */
async function keep(picture, file) {
  const sharp = await imageTool();
  await sharp(picture).png({ palette: true, quality: 90, effort: 10 }).toFile(file);
  const { size } = await stat(file);
  if (size > LIMIT)
    throw new Refusal(
      `${path.relative(root, file)} has ${size.toLocaleString('en-US')} bytes; the limit is ${LIMIT.toLocaleString('en-US')}.`,
    );
  console.log(`${path.relative(root, file)}  ${(size / 1024).toFixed(0)} KB`);
}
