import type { Readable } from 'node:stream';
import type { Failure } from '../output/failure.js';
import { printable } from '../output/displayWidth.js';
import type { Output } from './terminal.js';

/** What the program runs in. */
export interface Host {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Output;
  readonly errors: Output;
}

/** 0: nothing found at or above the level asked for; 1: something; 2: part of what was asked could not be done. */
export type ExitCode = 0 | 1 | 2;

/** Something to say on standard error, with the place it is about where there is one; line and column are 1-based. */
type Complaint = Partial<Pick<Failure, 'file' | 'line' | 'column'>> & Pick<Failure, 'message'>;

/** One line of standard error: program, place, what was wrong. */
export function errorLine({ file, line, column, message }: Complaint): string {
  const place = file === undefined ? '' : line === undefined ? `${file}: ` : `${file}:${line}:${column ?? 1}: `;
  return `deal-lens: ${printable(place)}${printable(message.replace(/\s*[\r\n]+\s*/gu, ' '))}\n`;
}
