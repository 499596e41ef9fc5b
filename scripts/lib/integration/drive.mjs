// @ts-check
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../root.mjs';
import { Outcome } from './outcome.mjs';

/** Longest time for one run of a suite, start of the editor included. */
const LIMIT = 5 * 60_000;

/**
 * Opens an editor in the browser and waits until the tests in it are through.
 * @param {import('../hosts/browser.mjs').Browser} browser
 * @param {string} address of the workbench, with the test module in it
 * @param {{ name: string, prepare?: (page: import('../hosts/browser.mjs').Page) => Promise<void> }} options
 *   `prepare` may set routes before the page loads; `name` names the picture that is kept when something fails
 * @returns {Promise<Outcome>}
 */
export async function driveTests(browser, address, { name, prepare }) {
  const outcome = new Outcome();
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    /** @type {Promise<number>} */
    const exit = new Promise((resolve) => void page.exposeFunction('codeAutomationExit', resolve));
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      outcome.read(args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' '));
    });
    const crash = new Promise((resolve) => page.once('crash', () => resolve('The page of the editor crashed.')));
    await prepare?.(page);
    await page.goto(address);
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((resolve) => {
      timer = setTimeout(() => resolve(`The tests did not end within ${LIMIT / 60_000} minutes.`), LIMIT);
    });
    const first = await Promise.race([exit, crash, late]);
    clearTimeout(timer);
    if (typeof first === 'string') outcome.breakOff(first);
    else if (!outcome.ended) outcome.breakOff(`The editor ended the tests with ${first} before they were through.`);
    if (outcome.failed > 0) await keepPicture(page, name);
  } finally {
    await context.close();
  }
  return outcome;
}

/** @param {import('../hosts/browser.mjs').Page} page @param {string} name */
async function keepPicture(page, name) {
  const file = path.join(root, 'out/integration', `${name}.png`);
  await mkdir(path.dirname(file), { recursive: true });
  try {
    await page.screenshot({ path: file });
    console.log(`  The editor at its end: ${path.relative(root, file)}`);
  } catch {
    // A page that crashed cannot be photographed; the failure is reported already.
  }
}
