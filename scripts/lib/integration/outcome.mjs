// @ts-check
/*
 * Collects what the tests inside an editor report (test/integration/hosts/report.ts) and shows it as it comes.
 */
import { dim, duration, green, indent, red } from '../terminal.mjs';

const MARK = 'deal-lens-test:';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/** What one run inside one host has told so far. */
export class Outcome {
  passed = 0;
  failed = 0;
  /** Whether the tests said that they were through. */
  ended = false;
  /** @type {string[]} what the console said beside the tests, the latest lines only */
  console = [];

  /** @param {string} line one line of the host's console */
  read(line) {
    const at = line.indexOf(MARK);
    if (at === -1) {
      this.console.push(line);
      if (this.console.length > 200) this.console.shift();
      return;
    }
    const event = JSON.parse(line.slice(at + MARK.length));
    switch (event.kind) {
      case 'pass':
        this.passed++;
        console.log(`  ${green('✓')} ${event.title} ${dim(duration(event.duration))}`);
        break;
      case 'fail':
        this.failed++;
        console.log(`  ${red('✗')} ${event.title}\n${indent(red(event.message), '      ')}`);
        break;
      case 'skip':
        // A test that did not run is not a test that passed.
        this.failed++;
        console.log(`  ${red('✗')} ${event.title}\n      ${red('It was skipped, and no test may be.')}`);
        break;
      case 'end':
        this.ended = true;
        break;
    }
  }

  /**
   * Counts a run that did not come to its end as one failure.
   * @param {string} reason
   */
  breakOff(reason) {
    this.failed++;
    console.log(`  ${red('✗')} ${red(reason)}\n${indent(dim(this.console.slice(-40).join('\n')), '      ')}`);
  }
}
