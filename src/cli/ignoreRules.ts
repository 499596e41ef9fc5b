import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';

/**
 * The `.gitignore` files that are in force in a folder, as git reads them: those of the folder and of the folders above it up to the
 * repository's root, the last matching pattern deciding.
 */
export class IgnoreRules {
  private constructor(
    private readonly base: string,
    private readonly rules: Ignore,
  ) {}

  /**
   * The rules in force in `folder` (absolute), its own file not yet among them. A folder that was named outright is walked
   * even if its repository ignores it: then only the rules inside it count.
   */
  static async above(folder: string): Promise<IgnoreRules> {
    const root = await repositoryRoot(folder);
    const nothing = new IgnoreRules(folder, newIgnore());
    if (root === undefined || root === folder) return nothing;
    let rules = new IgnoreRules(root, newIgnore());
    let current = root;
    for (const name of path.relative(root, folder).split(path.sep)) {
      rules = await rules.enter(current);
      current = path.join(current, name);
    }
    return rules.ignores(folder, true) ? nothing : rules;
  }

  /** These rules and those of the `.gitignore` in `folder`, if it has one. */
  async enter(folder: string): Promise<IgnoreRules> {
    const source = await readIfThere(path.join(folder, '.gitignore'));
    if (source === undefined) return this;
    const patterns = source.replace(/^\uFEFF/u, '').split(/\r?\n/u);
    const prefix = slashed(path.relative(this.base, folder));
    return new IgnoreRules(
      this.base,
      newIgnore()
        .add(this.rules)
        .add(patterns.map((pattern) => placed(pattern, prefix))),
    );
  }

  /** Whether a file or folder (absolute path below the base) is ignored. */
  ignores(file: string, isFolder: boolean): boolean {
    const relative = slashed(path.relative(this.base, file));
    return this.rules.ignores(isFolder ? `${relative}/` : relative);
  }
}

function newIgnore(): Ignore {
  // Where file names are compared without regard to case, git does so too.
  return ignore({ ignorecase: process.platform === 'win32' || process.platform === 'darwin' });
}

/** A pattern of the `.gitignore` in folder `prefix` as it would be written in the one at the base. */
function placed(pattern: string, prefix: string): string {
  if (prefix === '' || pattern.trim() === '' || pattern.startsWith('#')) return pattern;
  const negated = pattern.startsWith('!');
  const body = (negated ? pattern.slice(1) : pattern).replace(/^\\(?=[!#])/u, '');
  const anchored = /\/(?!\s*$)/u.test(body);
  const folder = prefix.replace(/[\\*?[\]]/gu, '\\$&');
  return `${negated ? '!' : ''}/${folder}/${anchored ? body.replace(/^\//u, '') : `**/${body}`}`;
}

/** The nearest folder above `folder`, itself included, that holds a `.git`. */
async function repositoryRoot(folder: string): Promise<string | undefined> {
  for (let current = folder; ; current = path.dirname(current)) {
    if (await exists(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return undefined;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
