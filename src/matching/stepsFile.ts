import type { CompiledPatterns, Step, Use } from './compile.js';
import { joinStreams, NumberReader, NumberWriter, splitStreams } from './numbersFile.js';

/*
 * Steps and uses as bytes. Both are numbered in the order of the terms, so most numbers are close to the one before, and its
 * difference is stored.
 */

type Stored = Pick<CompiledPatterns, 'steps' | 'uses'>;

const streamCount = 8;

/** What `encodeSteps` gives: bytes, and the words whose case counts. */
export interface EncodedSteps {
  readonly bytes: Uint8Array;
  readonly exact: readonly string[];
}

/** The bytes of steps and uses. */
export function encodeSteps({ steps, uses }: Stored): EncodedSteps {
  const streams = Array.from({ length: streamCount }, () => new NumberWriter()) as Streams<NumberWriter>;
  const [after, gaps, slots, patternCounts, patterns, useCounts, useSteps, exacts] = streams;
  const exact: string[] = [];
  const last = { after: 0, slot: 0, pattern: 0, step: 0 };
  for (const step of steps) {
    after.write(step.after === undefined ? 0 : 1);
    if (step.after !== undefined) {
      after.writeSigned(step.after - last.after);
      last.after = step.after;
    }
    gaps.write((step.gap ?? 0) * 2 + (step.afterNumber === true ? 1 : 0));
    slots.write(step.slot === undefined ? 0 : 1);
    if (step.slot !== undefined) {
      slots.writeSigned(step.slot - last.slot);
      last.slot = step.slot;
    }
    patternCounts.write(step.patterns.length);
    for (const pattern of step.patterns) {
      patterns.writeSigned(pattern - last.pattern);
      last.pattern = pattern;
    }
  }
  for (const use of uses) {
    useCounts.write(use.length);
    for (const one of use) {
      useSteps.writeSigned(one.step - last.step);
      last.step = one.step;
      exacts.write(one.exact === undefined ? 0 : exact.push(one.exact));
    }
  }
  const head = new NumberWriter();
  head.write(steps.length);
  head.write(uses.length);
  return { bytes: Uint8Array.from([...head.bytes, ...joinStreams(streams)]), exact };
}

/** The steps and uses that `encodeSteps` made bytes of. */
export function decodeSteps({ bytes, exact: words }: EncodedSteps): Stored {
  const head = new NumberReader(bytes);
  const stepCount = head.next();
  const useCount = head.next();
  const [after, gaps, slots, patternCounts, patterns, useCounts, useSteps, exacts] = splitStreams(
    bytes,
    head,
    streamCount,
  ) as Streams<NumberReader>;
  const last = { after: 0, slot: 0, pattern: 0, step: 0 };
  const steps = Array.from({ length: stepCount }, (): Step => {
    const hasAfter = after.next() === 1;
    if (hasAfter) last.after += after.nextSigned();
    const gap = gaps.next();
    const hasSlot = slots.next() === 1;
    if (hasSlot) last.slot += slots.nextSigned();
    return {
      ...(hasAfter ? { after: last.after } : {}),
      ...(gap > 1 ? { gap: gap >> 1 } : {}),
      ...(hasSlot ? { slot: last.slot } : {}),
      patterns: Array.from({ length: patternCounts.next() }, () => (last.pattern += patterns.nextSigned())),
      ...(gap % 2 === 1 ? { afterNumber: true } : {}),
    };
  });
  const uses = Array.from({ length: useCount }, () =>
    Array.from({ length: useCounts.next() }, (): Use => {
      last.step += useSteps.nextSigned();
      const exact = words[exacts.next() - 1];
      return exact === undefined ? { step: last.step } : { step: last.step, exact };
    }),
  );
  return { steps, uses };
}

type Streams<T> = [T, T, T, T, T, T, T, T];
