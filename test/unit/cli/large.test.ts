import { spawn } from 'node:child_process';
import { expect } from 'chai';
import { environmentOf, programFile, reportOf, withWorkspace, type Workspace } from './program.js';

const mebibyte = 1024 * 1024;

/** A text of at least `length` units, made of whole repetitions. */
function filled(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}

/** Runs the program on a memo and counts what it prints without keeping it. */
async function measured(
  workspace: Workspace,
  file: string,
  ...options: readonly string[]
): Promise<{ code: number | null; findings: number; errors: string; seconds: number }> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    // A bounded heap, so that memory out of proportion is a failure and not a slow machine.
    ['--max-old-space-size=1024', programFile(), 'check', '--rules', 'rules', '--format', 'json', ...options, file],
    { cwd: workspace.folder, env: environmentOf(), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let findings = 0;
  let tail = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const text = tail + chunk.toString('latin1');
    const marks = text.split('"rule": "test/critical"');
    findings += marks.length - 1;
    tail = (marks.pop() ?? '').slice(-30);
  });
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { code, findings, errors, seconds: (performance.now() - began) / 1000 };
}

describe('large and deep memos', function () {
  this.timeout(300_000);
  const workspace = withWorkspace();
  const check = ['check', '--rules', 'rules', '--format', 'json'];

  const paragraph = 'The company digs zorbium; nobody at the table has asked where it comes from, or **why**.\n\n';
  const large: readonly (readonly [name: string, file: string, text: () => string, findings: number])[] = [
    [
      '10 MB of Markdown',
      'memo.md',
      () => filled(paragraph, 10 * mebibyte),
      Math.ceil((10 * mebibyte) / paragraph.length),
    ],
    [
      '10 MB of plain text',
      'memo.txt',
      () => filled(paragraph, 10 * mebibyte),
      Math.ceil((10 * mebibyte) / paragraph.length),
    ],
    ['a line of 10 MB in plain text', 'line.txt', () => `${filled('salt and rice, ', 10 * mebibyte)}zorbium`, 1],
    ['a line of 10 MB in Markdown', 'line.md', () => `${filled('salt and rice, ', 10 * mebibyte)}zorbium`, 1],
    ['a word of 10 MB', 'word.md', () => `${filled('x', 10 * mebibyte)} zorbium`, 1],
    ['two million blank lines', 'blank.md', () => `${'\n'.repeat(2_000_000)}zorbium`, 1],
    ['a term two hundred thousand times on one line', 'dense.txt', () => filled('zorbium ', 200_000 * 8), 200_000],
    [
      'a hundred thousand directives',
      'directives.txt',
      () => `${'deal-lens-disable-next-block eccn -- x\n'.repeat(100_000)}zorbium`,
      1,
    ],
  ];
  for (const [name, file, text, findings] of large) {
    it(`reviews ${name}`, async () => {
      workspace().write(file, text());
      const outcome = await measured(workspace(), file);
      expect(outcome).to.deep.include({ code: 1, findings, errors: '' });
      // A guard against quadratic time, wide enough for a busy machine.
      expect(outcome.seconds).to.be.below(120);
    });
  }

  it('refuses 50 MB and names the limit', async () => {
    workspace().write('huge.txt', filled('We buy zorbium.\n', 50 * mebibyte));
    workspace().write('good.md', 'We buy zorbium.\n');
    const outcome = await workspace().run([...check, 'huge.txt', 'good.md']);
    expect(outcome.code).to.equal(2);
    const { errors, files, findings } = reportOf(outcome);
    expect(errors).to.have.length(1);
    expect(errors[0]).to.deep.include({ kind: 'too-large', file: 'huge.txt' });
    expect(outcome.errorLines).to.deep.equal([
      'deal-lens: huge.txt: is too large to review: 52428800 characters, the limit is 20000000: split it',
    ]);
    expect(files).to.deep.equal(['good.md']);
    expect(findings).to.have.length(1);
  });

  const tangled: readonly (readonly [name: string, text: string])[] = [
    ['emphasis that is never closed', '*a '],
    ['emphasis of every kind', '**a* '],
    ['words with underscores', 'a_b_c '],
    ['links that are never closed', '[a](b\n'],
    ['images', '![a](b) '],
    ['list items', '- a\n'],
    ['footnotes', '[^a]: x\n'],
    ['definitions', '[a]: x\n'],
    ['headings', '# a\n'],
    ['code marks', '`a ``'],
    ['angle brackets', '<a '],
    ['ampersands', '&a '],
    ['table cells', '|a'],
    ['hard breaks', 'a  \n'],
  ];
  for (const [name, piece] of tangled) {
    it(`answers 1 MB of ${name}, or says how many there may be`, async () => {
      workspace().write('tangled.md', `> a\n${filled(piece, mebibyte)}`);
      const outcome = await measured(workspace(), 'tangled.md');
      if (outcome.code === 2)
        expect(outcome.errors).to.match(/^deal-lens: tangled\.md:\d+:\d+: has a .* the limit is \d+: split it.*\n$/u);
      else expect(outcome).to.deep.include({ code: 0, errors: '' });
      expect(outcome.seconds).to.be.below(120);
    });
  }

  const deep: readonly (readonly [name: string, text: string])[] = [
    ['quotes', `${'> '.repeat(5000)}zorbium\n`],
    ['quotes without spaces', `${'>'.repeat(5000)}zorbium\n`],
    ['lists', `${Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n')}\n`],
    ['lists on one line', `${'- '.repeat(5000)}zorbium\n`],
    ['ordered lists', `${'1. '.repeat(5000)}zorbium\n`],
    ['brackets', `${'['.repeat(5000)}zorbium${']'.repeat(5000)}\n`],
    ['images', `${'!['.repeat(5000)}zorbium${'](x)'.repeat(5000)}\n`],
    ['emphasis', `${'*'.repeat(5000)}zorbium${'*'.repeat(5000)}\n`],
    ['mixed emphasis', `${'*a _b '.repeat(5000)}zorbium\n`],
    ['cells of a table', `|a|b|\n|-|-|\n${'|a'.repeat(500_000)}|\n`],
    ['HTML', `${'<div>'.repeat(5000)}zorbium\n`],
    ['footnotes', `${'[^'.repeat(5000)}zorbium${']'.repeat(5000)}\n`],
    ['braces in front matter', `---\na: ${'['.repeat(5000)}\n---\n\nzorbium\n`],
  ];
  for (const [name, text] of deep) {
    it(`answers ${name} 5,000 deep, or says how deep it may be`, async () => {
      workspace().write('deep.md', text);
      workspace().write('good.md', 'We buy zorbium.\n');
      const began = performance.now();
      const outcome = await workspace().run([...check, 'deep.md', 'good.md']);
      expect((performance.now() - began) / 1000).to.be.below(20);
      const { files, errors } = reportOf(outcome);
      expect(files).to.include('good.md');
      for (const error of errors) {
        expect(error.file).to.equal('deep.md');
        expect(error.kind).to.match(/^too-(?:deep|dense)$/u);
        expect(error.message).to.match(/\d+ .*, the limit is \d+/u);
      }
      expect(outcome.code).to.equal(errors.length === 0 ? 1 : 2);
    });
  }
});
