// @ts-check
/* Draws media/icon.png, the icon of the Marketplace, from media/icon.svg: `node scripts/icon.mjs`. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './lib/hosts/browser.mjs';
import { root } from './lib/root.mjs';

const size = 256;
const source = await readFile(path.join(root, 'media/icon.svg'), 'utf8');
const browser = await launchBrowser();
try {
  const context = await browser.newContext({ viewport: { width: size, height: size } });
  const page = await context.newPage();
  await page.setContent(`<body style="margin:0">${source}</body>`);
  await writeFile(path.join(root, 'media/icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}
