import type { Styler } from '../output/pretty.js';
import { plain } from '../output/pretty.js';
import type { Level } from '../rules/level.js';

type Environment = Readonly<Record<string, string | undefined>>;

/** UTF-16 units that are gathered before they are written. */
const pieceLength = 65_536;

/** An output stream of the process. Writing never throws: a reader that went away (`| head`) is no error of ours. */
export class Output {
  private open = true;
  /** Why output was lost, when it was for another reason than that nobody reads it any more. */
  failure: Error | undefined;

  constructor(private readonly stream: NodeJS.WriteStream) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      this.open = false;
      if (error.code !== 'EPIPE') this.failure ??= error;
    });
  }

  get isTerminal(): boolean {
    // Absent, whatever its type says, where the stream is a file or a pipe.
    return (this.stream.isTTY as boolean | undefined) === true;
  }

  /** Columns of the terminal; for files and pipes a width that reads well. */
  get width(): number {
    return Math.max(40, this.isTerminal ? this.stream.columns || 80 : 100);
  }

  /** Writes many small parts as few large ones. */
  async writeAll(parts: Iterable<string>): Promise<void> {
    let piece = '';
    for (const part of parts) {
      piece += part;
      if (piece.length < pieceLength) continue;
      if (!this.open) return;
      await this.write(piece);
      piece = '';
    }
    await this.write(piece);
  }

  /** Resolves when the text has been handed on, so that a slow reader slows us down and memory stays bounded. */
  async write(text: string): Promise<void> {
    if (!this.open || text === '') return;
    await new Promise<void>((resolve) => {
      this.stream.write(text, () => {
        resolve();
      });
    });
  }
}

/** Whether colour is wanted: FORCE_COLOR decides if set, then NO_COLOR, then whether the output is a capable terminal. */
export function wantsColour(isTerminal: boolean, environment: Environment): boolean {
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if ((environment.NO_COLOR ?? '') !== '') return false;
  return isTerminal && environment.TERM !== 'dumb';
}

/** The styles of the report, with or without colour. */
export function stylerFor(colour: boolean): Styler {
  return colour ? coloured : plain;
}

const escape = (codes: string) => (text: string) => `\u001B[${codes}m${text}\u001B[0m`;

const levelCodes: Readonly<Record<Level, string>> = { critical: '1;31', caution: '33', note: '36', mention: '2' };

const coloured: Styler = {
  level: (level, text) => escape(levelCodes[level])(text),
  strong: escape('1'),
  faint: escape('2'),
  good: escape('32'),
  bad: escape('31'),
};
