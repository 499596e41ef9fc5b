// @ts-check
/*
 * VS Code's window in a browser, by what a person sees and does in it. For end-to-end tests and pictures.
 */
import { automationAddress } from './server.mjs';
import { chineseMessages, MESSAGES_REQUEST } from './chinese.mjs';

/** @typedef {import('./browser.mjs').Page} Page */

/** How long something may take to be seen, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Opens a folder in a window of its own.
 * @param {import('./browser.mjs').Browser} browser
 * @param {import('./server.mjs').Server} server started with `automation`
 * @param {object} options
 * @param {string} options.folder absolute
 * @param {'en' | 'zh-cn'} [options.language]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {number} [options.scale] device pixels for each of the page
 * @returns {Promise<Workbench>}
 */
export async function openWorkbench(
  browser,
  server,
  { folder, language = 'en', viewport = { width: 1280, height: 800 }, scale = 1 },
) {
  const context = await browser.newContext({ viewport, deviceScaleFactor: scale });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  if (language === 'zh-cn') await speakChinese(page, 'node');
  await page.goto(automationAddress(server, { folder }));
  await page.locator('.monaco-workbench .part.statusbar').waitFor();
  return new Workbench(page, context);
}

/** @param {Page} page @param {'node' | 'web'} host */
export async function speakChinese(page, host) {
  const body = await chineseMessages(host);
  await page.route(MESSAGES_REQUEST, (/** @type {any} */ route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
}

export class Workbench {
  /** @param {Page} page @param {import('./browser.mjs').Context} context */
  constructor(page, context) {
    this.page = page;
    this.context = context;
  }

  async close() {
    await this.context.close();
  }

  /** Makes room for the editor: VS Code opens its chat at first start. */
  async closeSecondarySideBar() {
    const bar = this.page.locator('.part.auxiliarybar');
    if (!(await bar.isVisible())) return;
    await this.page.keyboard.press('Control+Alt+B');
    await bar.waitFor({ state: 'hidden' });
  }

  /** Opens a file by its name, as with Ctrl+P. @param {string} name */
  async openFile(name) {
    await this.page.keyboard.press('Control+P');
    await this.chooseQuickly(name, name);
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.page.locator('.editor-instance .view-lines').first().waitFor();
  }

  /** Puts the cursor into a line and the line into the middle of the editor. @param {number} line from 1 */
  async goToLine(line) {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(`:${line}`);
    await input.press('Enter');
    await this.page.locator('.part.statusbar', { hasText: new RegExp(`\\b${line}\\b`, 'u') }).waitFor();
  }

  /** Runs a command by its title, as from the command palette. @param {string} title */
  async run(title) {
    await this.page.keyboard.press('F1');
    await this.chooseQuickly(`>${title}`, title);
  }

  /** Types into the quick input and takes the row with some words. @param {string} words @param {string} row */
  async chooseQuickly(words, row) {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(words);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().waitFor();
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().click();
  }

  /** Shows a view container by the name of its icon in the activity bar. @param {string} name */
  async openContainer(name) {
    // The label carries the badge's words too, and the badge lies over the icon.
    const icon = this.page.locator(`.activitybar .action-item:has(> a[aria-label^="${name}"])`).first();
    await icon.click({ position: { x: 6, y: 6 } });
    await this.page.locator('.part.sidebar .composite.title', { hasText: new RegExp(name, 'iu') }).waitFor();
  }

  /** The rows of the tree in the side bar, by what a screen reader says of them. @returns {Promise<string[]>} */
  async treeLabels() {
    await this.treeRow(/./u).waitFor();
    const rows = this.page.locator('.part.sidebar .monaco-list-row[role="treeitem"]');
    return rows.evaluateAll((/** @type {any[]} */ all) => all.map((row) => row.getAttribute('aria-label') ?? ''));
  }

  /** The first row of the tree in the side bar whose words for a screen reader match. @param {RegExp} label */
  treeRow(label) {
    return this.page.locator('.part.sidebar').getByRole('treeitem', { name: label }).first();
  }

  /** Waits for a squiggle of a severity. @param {'error' | 'warning' | 'info' | 'hint'} severity */
  async squiggle(severity) {
    const mark = this.page.locator(`.view-overlays .squiggly-${severity}`).first();
    await mark.waitFor();
    return mark;
  }

  /**
   * Rests the pointer on a word of the editor until its card tells something.
   * @param {string} word
   * @param {string} told words of the card: its parts come one after the other
   * @returns {Promise<any>} the card
   */
  async hover(word, told) {
    const box = await this.boxOf(word);
    await this.page.mouse.move(box.x - 30, box.y + box.height * 3);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    const card = this.page.locator('.monaco-hover:not(.hidden)', { hasText: told }).first();
    await card.waitFor();
    return card;
  }

  /** Opens the menu of quick fixes at a word and takes one. @param {string} word @param {string} title part of its title */
  async quickFix(word, title) {
    await this.clickWord(word);
    await this.page.locator('.editor-instance .lightBulbWidget').first().waitFor();
    await this.page.keyboard.press('Control+.');
    await this.page.locator('.action-widget .action', { hasText: title }).first().click();
  }

  /** Puts the cursor into a word of the editor. @param {string} word */
  async clickWord(word) {
    const box = await this.boxOf(word);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /**
   * Where a word stands on the screen: the first one that can be seen.
   * @param {string} word
   * @returns {Promise<{ x: number, y: number, width: number, height: number }>}
   */
  async boxOf(word) {
    const handle = await this.page.waitForFunction((/** @type {string} */ wanted) => {
      for (const line of document.querySelectorAll('.editor-instance .view-lines .view-line')) {
        const walker = document.createTreeWalker(line, 4);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node.nodeValue ?? '').indexOf(wanted);
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          const { x, y, width, height } = range.getBoundingClientRect();
          if (width > 0) return { x, y, width, height };
        }
      }
      return undefined;
    }, word);
    return handle.jsonValue();
  }

  /** The text of the Markdown preview in the active editor. @returns {Promise<any>} a locator of its body */
  async preview() {
    const frame = this.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    const body = frame.locator('.markdown-body');
    await body.locator('h1').waitFor();
    // Its frames are drawn by themselves: those of the page around it say nothing of them.
    await body.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
    );
    return body;
  }

  /** Waits until nothing moves any more: no progress bar, and what the last step started is drawn. */
  async settle() {
    await this.page.locator('.monaco-progress-container.active').first().waitFor({ state: 'detached' });
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** @param {string} [file] absolute; where to keep the picture as well @returns {Promise<Buffer>} */
  async picture(file) {
    return this.page.screenshot(file === undefined ? {} : { path: file });
  }
}
