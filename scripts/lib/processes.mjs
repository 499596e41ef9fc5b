// @ts-check
/*
 * Child processes: run one to its end, or keep one and be sure that it and its children are gone afterwards.
 */
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {object} Ended
 * @property {number} code exit code; 128 + n when a signal ended it
 * @property {string} output standard output and standard error, in the order they came
 */

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean, echo?: boolean, input?: 'inherit' | 'ignore', limit?: number }} [options]
 *   `echo` shows the output while it comes; `limit` in milliseconds ends the program
 * @returns {Promise<Ended>} rejects only when the program cannot be started
 */
export function run(command, args, { cwd, env, shell = false, echo = false, input = 'ignore', limit } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, shell, stdio: [input, 'pipe', 'pipe'] });
    let output = '';
    for (const [stream, target] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream?.setEncoding('utf8');
      stream?.on('data', (/** @type {string} */ text) => {
        output += text;
        if (echo) target.write(text);
      });
    }
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(() => {
            output += `\nEnded after ${Math.round(limit / 1000)} s, the time limit of this step.\n`;
            child.kill('SIGKILL');
          }, limit);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ code: code ?? 128 + (signal === null ? 1 : constants.signals[signal]), output });
    });
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const kept = new Set();

/**
 * Starts a program that runs beside us. It leads a process group of its own, so that `stop` reaches its children.
 * It is stopped with us, however we end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function keep(command, args, { cwd, env } = {}) {
  if (kept.size === 0) watchOurEnd();
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  kept.add(child);
  child.on('exit', () => kept.delete(child));
  return child;
}

/**
 * Ends a kept program and its children; resolves when it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(timer);
  // Children that outlived their leader: the group still exists as long as one of them does.
  signalGroup(child, 'SIGKILL');
}

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already: that is what was wanted.
  }
}

let watching = false;
let interruptIsNormal = false;

/** For programs that run until they are interrupted: then Ctrl+C is no failure, and the exit code is 0. */
export function endOnInterrupt() {
  interruptIsNormal = true;
}

let ending = false;

/** Whether a signal asked us to end, so that the end of a kept program is no surprise. */
export function isEnding() {
  return ending;
}

function watchOurEnd() {
  if (watching) return;
  watching = true;
  // The last resort, when we end without a signal: nothing that takes time can be done any more.
  process.on('exit', () => {
    for (const child of kept) signalGroup(child, 'SIGKILL');
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      ending = true;
      const code = signal === 'SIGINT' && interruptIsNormal ? 0 : 128 + constants.signals[signal];
      void Promise.all([...kept].map(stop)).finally(() => process.exit(code));
    });
  }
}
