import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '../output/failure.js';
import type { Language } from '../output/language.js';
import { readPack } from '../rules/packFile.js';
import type { RulePack } from '../rules/pack.js';
import { Lines } from '../text/lines.js';
import { decode } from './decode.js';
import { readFileBytes } from './input.js';
import { messages } from './messages.js';

/** A text file of a folder of rules. */
export interface PackSource {
  readonly file: string;
  readonly text: string;
}

/** A pack and the file it came from. */
export interface PackFile extends PackSource {
  readonly pack: RulePack;
}

type Fail = (failure: Failure) => void;

/**
 * The rule packs of a folder (or of one file), in the order of their names. A pack with a mistake is left out and every mistake
 * reported at its line and column; the others go on.
 */
export async function readPacks(folder: string, language: Language, fail: Fail): Promise<PackFile[]> {
  const sources = await readSources(folder, language, fail);
  return sources.flatMap(({ file, text }) => {
    const { pack, problems } = readPack(text);
    const lines = new Lines(text);
    for (const { message, span } of problems) {
      const { line, column } = lines.positionAt(span.start);
      fail({ kind: 'rules', file, line: line + 1, column: column + 1, message: message[language] });
    }
    return pack === undefined ? [] : [{ file, text, pack }];
  });
}

/** The YAML and JSON texts of a folder (or one file), in the order of their names. */
export async function readSources(folder: string, language: Language, fail: Fail): Promise<PackSource[]> {
  const say = messages[language];
  let files: string[];
  try {
    files = (await stat(folder)).isDirectory() ? await packFiles(folder) : [folder];
  } catch (error) {
    fail({ kind: 'rules', file: folder, message: say.cannotRead(error) });
    return [];
  }
  if (files.length === 0) fail({ kind: 'rules', file: folder, message: say.noPacks });
  const sources: PackSource[] = [];
  for (const file of files) {
    const source = await readText(file, language);
    if (typeof source === 'string') sources.push({ file, text: source });
    else fail(source);
  }
  return sources;
}

async function packFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => /\.(?:ya?ml|json)$/iu.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => path.join(folder, name));
}

async function readText(file: string, language: Language): Promise<string | Failure> {
  const say = messages[language];
  try {
    const bytes = await readFileBytes(file);
    const decoded = bytes === undefined ? undefined : decode(bytes);
    if (decoded !== undefined && 'text' in decoded) return decoded.text;
    return { kind: 'rules', file, message: decoded === undefined ? say.tooManyBytes : say.notText(decoded) };
  } catch (error) {
    return { kind: 'rules', file, message: say.cannotRead(error) };
  }
}
