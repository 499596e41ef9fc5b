import { spawn } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { environmentOf, placesOf, programFile, reportOf, withWorkspace } from './program.js';

/** What UTF-16 makes of a text. */
function utf16(text: string, mark: boolean): Uint8Array {
  return Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le');
}

describe('bad input', () => {
  const workspace = withWorkspace();
  const check = ['check', '--rules', 'rules', '--format', 'json'];

  const files: readonly (readonly [
    name: string,
    content: string | Uint8Array,
    kind: string,
    byteOffset: number,
    message: string,
  ])[] = [
    [
      'latin1.md',
      Uint8Array.of(0x7a, 0x6f, 0x72, 0x20, 0xe9, 0x20),
      'encoding',
      4,
      'is not UTF-8: byte 0xE9 at byte offset 4: save it as UTF-8',
    ],
    [
      'late.md',
      Buffer.concat([Buffer.from('佐博矿\n'.repeat(1000)), Uint8Array.of(0xc3)]),
      'encoding',
      10_000,
      'is not UTF-8: byte 0xC3 at byte offset 10000: save it as UTF-8',
    ],
    [
      'surrogate.md',
      Uint8Array.of(0x61, 0xed, 0xa0, 0x80, 0xff),
      'encoding',
      1,
      'is not UTF-8: byte 0xED at byte offset 1: save it as UTF-8',
    ],
    [
      'gbk.txt',
      Uint8Array.of(0xd4, 0xda, 0xcf, 0xdf, 0x0a),
      'encoding',
      0,
      'is not UTF-8: byte 0xD4 at byte offset 0; it may be GBK/GB18030: save it as UTF-8',
    ],
    ['utf16.md', utf16('zorbium', true), 'encoding', 0, 'is UTF-16, not UTF-8 (byte offset 0): save it as UTF-8'],
    [
      'unmarked.md',
      utf16('we buy zorbium', false),
      'encoding',
      1,
      'is UTF-16, not UTF-8 (byte offset 1): save it as UTF-8',
    ],
    [
      'binary.md',
      Buffer.concat([Buffer.from('zorbium'), Uint8Array.of(0, 1, 2)]),
      'binary',
      7,
      'is binary, not text: the first byte that no text has is at byte offset 7',
    ],
    [
      'memo.txt',
      '%PDF-1.7 zorbium',
      'binary',
      0,
      'is a PDF, not text (byte offset 0): export it as Markdown or plain text first',
    ],
    [
      'word.md',
      'PK\u0003\u0004\u0014 [Content_Types].xml',
      'binary',
      0,
      'is a Word document, not text (byte offset 0): save it as Markdown or plain text first',
    ],
  ];

  it('that is no UTF-8 text is named with its byte offset, never half scanned, and the others go on', async () => {
    for (const [name, content] of files) workspace().write(`deal/${name}`, content);
    workspace().write('deal/good.md', 'We buy zorbium.\n');
    const outcome = await workspace().run([...check, 'deal']);
    expect(outcome.code).to.equal(2);
    const report = reportOf(outcome);
    expect(report.files).to.deep.equal(['deal/good.md']);
    expect(placesOf(outcome)).to.deep.equal(['1:8-1:15 zorbium']);
    const byName = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    expect(report.errors).to.deep.equal(
      byName.map(([name, , kind, byteOffset, message]) => ({ kind, file: `deal/${name}`, byteOffset, message })),
    );
    expect(outcome.errorLines).to.deep.equal(
      byName.map(([name, , , , message]) => `deal-lens: deal/${name}: ${message}`),
    );
  });

  it('that is missing or cannot be read is said in one line', async () => {
    workspace().write('good.md', 'We buy zorbium.\n');
    symlinkSync('loop.md', path.join(workspace().folder, 'loop.md'));
    symlinkSync('nowhere.md', path.join(workspace().folder, 'dangling.md'));
    const paths = ['missing.md', 'good.md/below.md', 'loop.md', 'good.md', 'dangling.md'];
    const outcome = await workspace().run([...check, ...paths]);
    expect(outcome.code).to.equal(2);
    expect(outcome.errorLines).to.deep.equal([
      'deal-lens: missing.md: cannot be read: no such file or folder',
      'deal-lens: good.md/below.md: cannot be read: a part of the path is no folder',
      'deal-lens: loop.md: cannot be read: the links go in a circle',
      'deal-lens: dangling.md: cannot be read: no such file or folder',
    ]);
    expect(placesOf(outcome)).to.deep.equal(['1:8-1:15 zorbium']);
    const chinese = await workspace().run(['check', 'missing.md', '--lang', 'zh-cn']);
    expect(chinese.errorLines).to.deep.equal(['deal-lens: missing.md: 无法读取：文件或文件夹不存在']);
  });

  it('that is empty is clean', async () => {
    workspace().write('empty.md', '');
    workspace().write('mark.txt', '\uFEFF');
    const outcome = await workspace().run([...check, 'empty.md', 'mark.txt', '-']);
    expect(outcome.code).to.equal(0);
    expect(reportOf(outcome)).to.deep.include({ files: ['empty.md', 'mark.txt', '-'], findings: [], errors: [] });
  });

  it('in front matter is said at its line, and the memo is reviewed', async () => {
    workspace().write('memo.md', '---\ntitle: "open\nstage: B\n---\n\nWe buy zorbium.\n');
    const outcome = await workspace().run([...check, 'memo.md']);
    expect(outcome.errorLines).to.have.length(1);
    expect(outcome.errors).to.match(/^deal-lens: memo\.md:[2-4]:\d+: front matter cannot be read: /u);
    expect(placesOf(outcome)).to.deep.equal(['6:8-6:15 zorbium']);
  });

  describe('in rule packs', () => {
    it('is said at line and column, exit 2, and the other packs go on', async () => {
      workspace().write('rules/broken.yaml', 'topic: broken\nrules:\n  - id: "broken/one\n');
      workspace().write('rules/wrong.yaml', 'topic: wrong\nrules:\n  - id: wrong/one\n    levle: critical\n');
      workspace().write('memo.md', 'We buy zorbium.\n');
      const outcome = await workspace().run([...check, 'memo.md']);
      expect(outcome.code).to.equal(2);
      expect(placesOf(outcome)).to.deep.equal(['1:8-1:15 zorbium']);
      const { errors } = reportOf(outcome);
      expect(errors.every(({ kind }) => kind === 'rules')).to.equal(true);
      expect(errors.find(({ file }) => file === 'rules/broken.yaml')).to.deep.include({ line: 4, column: 1 });
      expect(outcome.errors).to.match(/^deal-lens: rules\/broken\.yaml:4:1: YAML: /mu);
      expect(outcome.errors).to.match(/^deal-lens: rules\/wrong\.yaml:4:5: .*levle/mu);
    });

    it('names a term that cannot be compiled', async () => {
      const pack = (await import('./program.js')).testPack.replace('[quuxite]', '["(quux|quuz"]');
      workspace().write('rules/test.yaml', pack);
      const outcome = await workspace().run([...check, '-'], { input: 'zorbium' });
      expect(outcome.code).to.equal(2);
      const line = pack.slice(0, pack.indexOf('"(quux|quuz"')).split('\n').length;
      expect(outcome.errors).to.match(
        new RegExp(`^deal-lens: rules/test\\.yaml:${line}:\\d+: Term "\\(quux\\|quuz": `, 'u'),
      );
    });

    it('names a folder that is missing or has no pack', async () => {
      workspace().write('none/readme.md', 'x');
      const outcome = await workspace().run(['check', '-', '--rules', 'nowhere', '--rules', 'none'], { input: 'x' });
      expect(outcome.code).to.equal(2);
      expect(outcome.errorLines).to.deep.equal([
        'deal-lens: nowhere: cannot be read: no such file or folder',
        'deal-lens: none: no rule pack in this folder: looked for .yaml, .yml and .json',
      ]);
    });
  });

  it('of a reader that goes away ends the run quietly', async () => {
    workspace().write('memo.txt', 'We buy zorbium.\n\n'.repeat(20_000));
    const child = spawn(process.execPath, [programFile(), 'check', '--rules', 'rules', 'memo.txt'], {
      cwd: workspace().folder,
      env: environmentOf(),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
      child.on('close', (...ended) => resolve(ended)),
    );
    expect(errors).to.equal('');
    expect([code, signal]).to.deep.equal([1, null]);
  });
});
