// @ts-check
/*
 * What a person sees of our scripts: colour where the terminal takes it, durations, and one way to give up.
 */

/** Colour only on a terminal, never in CI or where NO_COLOR asks for none. */
export const colours =
  process.stdout.isTTY === true &&
  process.env.NO_COLOR === undefined &&
  !isSet(process.env.CI) &&
  process.env.TERM !== 'dumb';

/** @param {string} code */
const paint = (code) => (/** @type {string} */ text) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);

export const bold = paint('1');
export const dim = paint('2');
export const red = paint('31');
export const green = paint('32');
export const cyan = paint('36');

/** @param {string | undefined} value an environment variable: CI=false and CI= mean "not set" */
function isSet(value) {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}

/**
 * @param {number} milliseconds
 * @returns {string} `0.4 s`, `12 s`, `2 min 5 s`
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** @param {string} text @param {string} [margin] @returns {string} every line of the text behind a margin */
export function indent(text, margin = '  ') {
  return text.replace(/^(?=.)/gmu, margin);
}

/** Something a person has to mend: shown as its message alone, without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} message what is wrong and what to do about it
   * @param {{ exitCode?: number, cause?: unknown }} [options]
   */
  constructor(message, { exitCode = 1, cause } = {}) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}

/**
 * Runs a script's `main` and turns what it throws into an exit code and words for a person.
 * @param {() => Promise<number | void>} main resolves to the exit code, 0 by default
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    process.exitCode = error instanceof Refusal ? error.exitCode : 1;
    console.error(red(error instanceof Refusal ? error.message : String(error instanceof Error ? error.stack : error)));
  }
}
