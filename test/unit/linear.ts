import { expect } from 'chai';

/**
 * Expects that work on a text eight times as long takes about eight times as long: quadratic work takes sixty-four times. The best
 * of some runs counts, since a busy machine only ever adds.
 * @param work does the work for a size and gives the milliseconds it took
 */
export function expectLinear(work: (size: number) => number, size: number, what = ''): void {
  const best = (at: number): number => Math.min(...Array.from({ length: 4 }, () => work(at)));
  const small = best(size);
  expect(best(size * 8), `${what}: ${small.toFixed(1)} ms for an eighth`).to.be.below(small * 32 + 60);
}

/** Milliseconds of processor time that some work takes: what else the machine does counts little. */
export function timed(work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}
