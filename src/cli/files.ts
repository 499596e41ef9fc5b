import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { MemoFormat } from '../memo/memo.js';
import type { Failure } from '../output/failure.js';
import { IgnoreRules } from './ignoreRules.js';
import type { Messages } from './messages.js';

/** A memo to review: the path as it is shown, and how its text is read. */
export interface MemoFile {
  readonly file: string;
  readonly format: MemoFormat;
  /** Size in bytes; 0 where it is not known beforehand. */
  readonly size: number;
}

/** Standard input, as it is written on the command line and shown. */
export const standardInput = '-';

const markdownEndings = /\.(?:md|markdown|mdown|mkdn?|mdwn|mdtxt|mdtext)$/iu;
const memoEndings = /\.(?:md|markdown|txt)$/iu;

/**
 * How a file of this name is read: Markdown by its ending, everything else as plain text. A file that was named outright is
 * reviewed whatever it is called.
 */
export function formatOf(file: string): MemoFormat {
  return markdownEndings.test(file) ? 'markdown' : 'plaintext';
}

/**
 * The memos that the paths name, each once, in the order of the paths. Folders are walked, in the order of their names, for .md,
 * .markdown and .txt; hidden entries, `node_modules` and what `.gitignore` files name are left out, and links to folders are not
 * followed. What cannot be found or read is reported to `fail`, and the others go on.
 */
export async function findMemos(
  paths: readonly string[],
  messages: Messages,
  fail: (failure: Failure) => void,
): Promise<MemoFile[]> {
  const found = new Map<string, MemoFile>();
  const add = (memo: MemoFile): void => {
    const key = memo.file === standardInput ? standardInput : path.resolve(memo.file);
    if (!found.has(key)) found.set(key, memo);
  };
  const unreadable = (file: string, error: unknown): void => {
    fail({ kind: 'unreadable', file, message: messages.cannotRead(error) });
  };

  /** Gives the number of memos below `folder`, those that were reported as failures included. */
  async function walk(folder: string, above: IgnoreRules): Promise<number> {
    let entries: Dirent[];
    let rules: IgnoreRules;
    try {
      entries = await readdir(folder, { withFileTypes: true });
      rules = await above.enter(path.resolve(folder));
    } catch (error) {
      unreadable(folder, error);
      return 1;
    }
    let count = 0;
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const file = path.join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (!isFolder && !memoEndings.test(entry.name)) continue;
      if (rules.ignores(path.resolve(file), isFolder)) continue;
      if (isFolder) {
        count += await walk(file, rules);
        continue;
      }
      try {
        const { size, ...kind } = await kindOf(file);
        if (!kind.isFile) continue;
        add({ file, format: formatOf(file), size });
      } catch (error) {
        unreadable(file, error);
      }
      count++;
    }
    return count;
  }

  for (const given of paths) {
    if (given === standardInput) {
      add({ file: given, format: 'markdown', size: 0 });
      continue;
    }
    try {
      const { isFolder, size } = await kindOf(given);
      if (!isFolder) add({ file: given, format: formatOf(given), size });
      else if ((await walk(given, await IgnoreRules.above(path.resolve(given)))) === 0) {
        fail({ kind: 'unreadable', file: given, message: messages.noMemos });
      }
    } catch (error) {
      unreadable(given, error);
    }
  }
  return [...found.values()];
}

async function kindOf(file: string): Promise<{ isFolder: boolean; isFile: boolean; size: number }> {
  const stats = await stat(file);
  return { isFolder: stats.isDirectory(), isFile: stats.isFile(), size: stats.size };
}
