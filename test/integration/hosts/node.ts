import Mocha from 'mocha';
import { Reporter } from './report.js';
import { timeout, type SuiteFile } from './suiteFile.js';

/** Runs the suite in the Node extension host, with the mocha of `node_modules`. */
export async function runSuite(files: readonly SuiteFile[], grep: string | undefined): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', reporter: Reporter, timeout, ...(grep === undefined ? {} : { grep }) });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const file of files) await file();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} of the tests failed.`);
}
