import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'chai';

/* Runs the built program as a process of its own, as its users do. */

/** What a run of the program gave. */
export interface Outcome {
  /** Exit code; `null` when a signal ended the process. */
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
  /** Lines of standard error, each without its line feed. */
  readonly errorLines: readonly string[];
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

// Tests run from the repository's root.
const built = path.join('out', `program-${process.pid}`, 'deal-lens.js');
let program: string | undefined;

/** The program's file, built on the first call of the run and removed when the run ends. */
export function programFile(): string {
  if (program !== undefined) return program;
  const build = spawnSync(process.execPath, ['scripts/build.mjs', '--program', built], { encoding: 'utf8' });
  expect(build.status, build.stderr).to.equal(0);
  program = path.resolve(built);
  const folder = path.dirname(program);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return program;
}

/** What steers language and colour, unless a test says so itself. */
const steering = new Set(['LC_ALL', 'LC_MESSAGES', 'LANG', 'NO_COLOR', 'FORCE_COLOR']);

/** The environment of a run: that of the tests without what steers language and colour, and with the changes. */
export function environmentOf(changes: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !steering.has(name));
  return { ...Object.fromEntries(inherited), ...changes };
}

/** Runs the program and waits for its end. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [programFile(), ...args], {
    cwd: options.cwd,
    env: environmentOf(options.environment),
  });
  const out: Buffer[] = [];
  const errors: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  // A program that refuses its arguments ends before it reads what it is given.
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const said = Buffer.concat(errors).toString('utf8');
  const errorLines = said.split('\n');
  expect(errorLines.pop(), 'standard error ends with a line feed').to.equal('');
  return { code, out: Buffer.concat(out).toString('utf8'), errors: said, errorLines };
}

/** A folder of its own for one test, with files by relative path. */
export class Workspace {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'deal-lens-'));

  /** Writes a file, and the folders it lies in. */
  write(file: string, content: string | Uint8Array): string {
    const full = path.join(this.folder, file);
    mkdirSync(path.dirname(full), { recursive: true });
    writeFileSync(full, content);
    return full;
  }

  run(args: readonly string[], options: Omit<RunOptions, 'cwd'> = {}): Promise<Outcome> {
    return run(args, { ...options, cwd: this.folder });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Gives every test of a suite a workspace of its own, with the rules of `testPack` in its folder `rules`. */
export function withWorkspace(): () => Workspace {
  let workspace: Workspace | undefined;
  beforeEach(() => {
    workspace = new Workspace();
    workspace.write('rules/test.yaml', testPack);
  });
  afterEach(() => {
    workspace?.remove();
    workspace = undefined;
  });
  return () => {
    if (workspace === undefined) throw new Error('There is a workspace only while a test runs.');
    return workspace;
  };
}

/** One finding of the JSON report. */
export interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
  readonly rule: string;
  readonly level: string;
  readonly negated: boolean;
  readonly message: string;
  readonly suppressed?: { readonly reason: string };
}

export interface JsonReport {
  readonly version: number;
  readonly files: readonly string[];
  readonly findings: readonly JsonFinding[];
  readonly assessments: readonly unknown[];
  readonly errors: readonly {
    readonly kind: string;
    readonly file: string;
    readonly line?: number;
    readonly column?: number;
    readonly byteOffset?: number;
    readonly message: string;
  }[];
}

/** The JSON report on standard output. */
export function reportOf({ out }: Outcome): JsonReport {
  return JSON.parse(out) as JsonReport;
}

/** The place and text of a finding as `line:column-line:column text`. */
export function placeOf({ line, column, endLine, endColumn, text }: JsonFinding): string {
  return `${line}:${column}-${endLine}:${endColumn} ${text}`;
}

/** The places of all findings of `testPack`. */
export function placesOf(outcome: Outcome): string[] {
  return reportOf(outcome)
    .findings.filter(({ rule }) => rule.startsWith('test/'))
    .map(placeOf);
}

/** Rules about words that no law and no built-in pack knows, so that these tests do not move with the law. */
export const testPack = `topic: test
authorities:
  test-act:
    citation: { en: "Test Act, section 1", zh: "测试法第一条" }
    url: "https://example.org/act"
    status: suspended
    note: { en: "until next spring", zh: "至明年春季" }
    checked: "2026-01-02"
    confidence: unverified
rules:
${rule('critical', 'critical', ['zorbium', 'zorbium ore'], ['佐博矿'])}
${rule('caution', 'caution', ['quuxite'], ['库克石'])}
${rule('note', 'note', ['blimflex'], ['布林弗'])}
`;

function rule(name: string, level: string, english: readonly string[], chinese: readonly string[]): string {
  return `  - id: test/${name}
    level: ${level}
    terms: { en: [${english.join(', ')}], zh: [${chinese.join(', ')}] }
    title: { en: "${name} thing", zh: "${name} 之物" }
    message: { en: "The ${name} thing needs a look.", zh: "此物需要关注（${name}）。" }
    advice: { en: "Look.", zh: "请查看。" }
    authorities: [test-act]
    examples:
      hit: { en: ${JSON.stringify(english.map((term) => `We mine ${term} here.`))}, zh: ${JSON.stringify(chinese.map((term) => `我们开采${term}。`))} }
      miss: { en: ["We mine salt here."], zh: ["我们开采盐。"] }`;
}
