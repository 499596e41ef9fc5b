// @ts-check
/*
 * Mocha's own reporter for people, which beside it writes the counts to the file that DEAL_LENS_COUNTS names, so that
 * a script that runs several suites can add them up.
 */
const { writeFileSync } = require('node:fs');
const process = require('node:process');
const Mocha = require('mocha');

/** Dots where output is kept short, a line for each test otherwise. */
const Base = process.env.DEAL_LENS_COUNTS === undefined ? Mocha.reporters.Spec : Mocha.reporters.Dot;

module.exports = class CountingReporter extends Base {
  /** @param {Mocha.Runner} runner @param {Mocha.MochaOptions} options */
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.DEAL_LENS_COUNTS;
    if (file === undefined) return;
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      // A test that is skipped did not pass, and none may be skipped.
      writeFileSync(file, JSON.stringify({ passed: passes, failed: failures + pending }));
    });
  }
};
