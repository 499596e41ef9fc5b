// Mocha's build for browsers; it sets the global `mocha`.
import 'mocha/mocha.js';
import { Reporter } from './report.js';
import { timeout, type SuiteFile } from './suiteFile.js';

/** Runs the suite in the web worker extension host. */
export async function runSuite(files: readonly SuiteFile[], grep: string | undefined): Promise<void> {
  mocha.setup({ ui: 'bdd', reporter: Reporter, timeout, ...(grep === undefined ? {} : { grep }) });
  for (const file of files) await file();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
