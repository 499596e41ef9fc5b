// @ts-check
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'chai';
import { after, afterEach, before, describe, it } from 'mocha';
import { launchBrowser, prepareBrowser } from '../../scripts/lib/hosts/browser.mjs';
import { installExtension, prepareServer, startServer } from '../../scripts/lib/hosts/server.mjs';
import { webTools } from '../../scripts/lib/hosts/tools.mjs';
import { openWorkbench } from '../../scripts/lib/hosts/workbench.mjs';
import { root } from '../../scripts/lib/root.mjs';

/*
 * The packaged extension installed in VS Code, seen and used as a person would.
 */
describe('the package, installed in VS Code', () => {
  /** @type {string} */
  let scratch;
  /** @type {string} */
  let folder;
  /** @type {import('../../scripts/lib/hosts/browser.mjs').Browser} */
  let browser;
  /** @type {import('../../scripts/lib/hosts/server.mjs').Server} */
  let server;
  /** @type {import('../../scripts/lib/hosts/workbench.mjs').Workbench | undefined} */
  let workbench;

  before(async () => {
    scratch = await mkdtemp(path.join(os.tmpdir(), 'deal-lens-installed-'));
    folder = path.join(scratch, 'memos');
    cpSync(path.join(root, 'samples'), folder, { recursive: true });
    const vsix = path.join(scratch, 'deal-lens.vsix');
    execFileSync(process.execPath, [path.join(root, 'scripts/package.mjs'), '--out', vsix], {
      cwd: root,
      stdio: 'pipe',
    });
    // The Chinese of the workbench comes with the web build.
    await Promise.all([prepareServer(), prepareBrowser(), webTools()]);
    const data = path.join(scratch, 'data');
    await installExtension({ data, vsix });
    server = await startServer({ data, automation: true });
    browser = await launchBrowser();
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  /** @param {import('mocha').Context} context keeps a picture of what went wrong */
  async function closeWorkbench({ currentTest }) {
    if (currentTest?.state === 'failed') {
      const file = path.join(root, 'out', `installed-${currentTest.title.replace(/\W+/gu, '-').slice(0, 40)}.png`);
      await workbench?.picture(file).catch(() => undefined);
    }
    await workbench?.close();
    workbench = undefined;
  }

  afterEach(async function () {
    await closeWorkbench(this);
  });

  /** @param {'en' | 'zh-cn'} language */
  async function open(language) {
    workbench = await openWorkbench(browser, server, { folder, language });
    return workbench;
  }

  it('marks the terms of a memo and explains one on hover', async () => {
    const window = await open('en');
    await window.openFile('memo.en.md');
    await window.goToLine(lineOf('memo.en.md', 'H100'));
    await window.squiggle('error');
    await window.squiggle('warning');
    const card = await window.hover('H100', 'Advanced computing chips');
    const text = await card.innerText();
    expect(text).to.include('Advanced computing chips').and.to.include('Critical').and.to.include('Open guidance');
    // The links of the card are ours: guidance opens in the Markdown preview.
    await card.getByText('Open guidance').first().click();
    const preview = await window.preview();
    expect(await preview.locator('h1').innerText()).to.match(/^3\.2 /u);
  });

  it('lists the sections of the report with counts, and opens guidance on a click', async () => {
    const window = await open('en');
    await window.openFile('memo.en.md');
    await window.squiggle('error');
    await window.openContainer('Deal Lens');
    await window.treeRow(/^5\.1 .*\d+ findings/u).waitFor();
    expect((await window.treeLabels()).length).to.be.at.least(15);
    await window.treeRow(/^5\.1 /u).click();
    const preview = await window.preview();
    expect(await preview.locator('h1').innerText()).to.match(/^5\.1 /u);
  });

  it('says in the Report view why a memo was not reviewed, and nothing of the kind beside one that was', async () => {
    const window = await open('en');
    writeFileSync(path.join(folder, 'deep.md'), `${'> '.repeat(500)}H100\n`);
    await window.openContainer('Deal Lens');
    await window.treeRow(/^5\.1 /u).waitFor();
    await window.openFile('deep.md');
    const message = window.page.locator('.tree-explorer-viewlet-tree-view .message');
    await message.filter({ hasText: 'did not review this document' }).waitFor();
    await window.openFile('memo.en.md');
    await window.treeRow(/^5\.1 .*\d+ findings/u).waitFor();
    await message.filter({ hasText: 'did not review' }).waitFor({ state: 'hidden' });
  });

  it('suppresses a finding with the reason that is typed', async () => {
    const window = await open('en');
    const file = path.join(folder, 'one.md');
    writeFileSync(file, '# Assets\n\nEight H100 cards are on order.\n');
    await window.openFile('one.md');
    await window.squiggle('error');
    await window.quickFix('H100', 'in this paragraph, with a reason');
    const input = window.page.locator('.quick-input-widget input.input');
    await input.fill('licence obtained, annex 2');
    await input.press('Enter');
    await window.page.locator('.view-lines', { hasText: 'deal-lens-disable-next-block' }).waitFor();
    // What was an error is faded now.
    await window.page.locator('.view-overlays .squiggly-error').waitFor({ state: 'detached' });
    await window.page.keyboard.press('Control+S');
    await becomes(
      file,
      '# Assets\n\n<!-- deal-lens-disable-next-block advanced-chips/datacentre-gpu -- licence obtained, annex 2 -->\nEight H100 cards are on order.\n',
    );
  });

  it('speaks Chinese where VS Code does', async () => {
    const window = await open('zh-cn');
    await window.openFile('memo.zh-cn.md');
    await window.goToLine(lineOf('memo.zh-cn.md', 'Ｈ２００'));
    await window.squiggle('error');
    const card = await window.hover('Ｈ２００', '先进计算芯片');
    const text = await card.innerText();
    expect(text).to.include('先进计算芯片');
    expect(text.replace(/https?:\S+/gu, '')).to.not.match(/Critical|Open guidance|checked|in force/u);
    await window.openContainer('Deal Lens');
    await window.treeRow(/^3\.2 .*\d+ [条项处]/u).waitFor();
    for (const label of await window.treeLabels()) expect(label).to.match(/\p{Script=Han}/u);
  });
});

/** The first line of a sample that holds a word, from 1. @param {string} memo @param {string} word */
function lineOf(memo, word) {
  const lines = readFileSync(path.join(root, 'samples', memo), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(word)) + 1;
}

/**
 * Waits until a file on the disk holds a text.
 * @param {string} file @param {string} text
 */
async function becomes(file, text) {
  const deadline = Date.now() + 20_000;
  while (readFileSync(file, 'utf8') !== text && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(readFileSync(file, 'utf8')).to.equal(text);
}
