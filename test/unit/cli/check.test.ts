import { expect } from 'chai';
import { placeOf, placesOf, reportOf, withWorkspace } from './program.js';

describe('deal-lens check', () => {
  const workspace = withWorkspace();
  const check = ['check', '--rules', 'rules'];

  describe('exit code', () => {
    const levels = ['critical', 'caution', 'note', 'mention'];
    const memos: Readonly<Record<string, string>> = {
      critical: 'We buy zorbium.\n',
      caution: 'We buy quuxite.\n',
      note: 'We buy blimflex.\n',
      mention: 'No zorbium is transferred.\n',
    };
    for (const [index, level] of levels.entries()) {
      it(`is 1 for a finding of level ${level} when --fail-on is that level, 0 when it is graver`, async () => {
        workspace().write('memo.md', memos[level] ?? '');
        const same = await workspace().run([...check, 'memo.md', '--fail-on', level]);
        expect(same).to.deep.include({ code: 1, errors: '' });
        const graver = await workspace().run([...check, 'memo.md', '--fail-on', levels[index - 1] ?? 'never']);
        expect(graver).to.deep.include({ code: 0, errors: '' });
      });
    }

    it('fails on critical unless told otherwise, and never when told so', async () => {
      workspace().write('critical.md', memos.critical ?? '');
      workspace().write('caution.md', memos.caution ?? '');
      expect((await workspace().run([...check, 'critical.md'])).code).to.equal(1);
      expect((await workspace().run([...check, 'caution.md'])).code).to.equal(0);
      expect((await workspace().run([...check, 'critical.md', '--fail-on=never'])).code).to.equal(0);
    });

    it('is not moved by suppressed findings', async () => {
      workspace().write(
        'memo.md',
        '<!-- deal-lens-disable-next-block test/critical -- counsel has looked -->\n\nWe buy zorbium.\n',
      );
      const outcome = await workspace().run([...check, 'memo.md', '--fail-on', 'mention', '--format', 'json']);
      expect(outcome.code).to.equal(0);
      expect(reportOf(outcome).findings.map(({ rule, suppressed }) => [rule, suppressed?.reason])).to.deep.equal([
        ['test/critical', 'counsel has looked'],
      ]);
    });
  });

  describe('--format json', () => {
    it('prints one object with the names of the contract', async () => {
      workspace().write('memo.md', 'We buy zorbium.\n');
      workspace().write('empty.txt', '');
      const outcome = await workspace().run([...check, 'memo.md', 'empty.txt', '--format', 'json']);
      expect(JSON.parse(outcome.out)).to.deep.equal({
        version: 1,
        files: ['memo.md', 'empty.txt'],
        findings: [
          {
            file: 'memo.md',
            line: 1,
            column: 8,
            endLine: 1,
            endColumn: 15,
            text: 'zorbium',
            rule: 'test/critical',
            topic: 'test',
            regime: 'custom',
            level: 'critical',
            negated: false,
            message: 'The critical thing needs a look.',
            section: 'summary',
            authorities: [
              {
                citation: 'Test Act, section 1',
                url: 'https://example.org/act',
                status: 'suspended',
                checked: '2026-01-02',
                confidence: 'unverified',
                note: 'until next spring',
              },
            ],
          },
        ],
        assessments: [],
        errors: [],
      });
      expect(outcome.out.endsWith('}\n')).to.equal(true);
    });

    it('gives the same bytes every time', async () => {
      workspace().write('a/one.md', 'We buy zorbium and quuxite.\n');
      workspace().write('a/two.txt', '佐博矿和布林弗。\n');
      const first = await workspace().run([...check, 'a', '--format', 'json']);
      const second = await workspace().run([...check, 'a', '--format', 'json']);
      expect(first.out).to.equal(second.out);
      expect(placesOf(first)).to.have.length(4);
    });

    it('tells message and citation in the language asked for', async () => {
      workspace().write('memo.md', 'We buy zorbium.\n');
      const outcome = await workspace().run([...check, 'memo.md', '--format', 'json', '--lang', 'zh-cn']);
      expect(reportOf(outcome).findings[0]).to.deep.include({ message: '此物需要关注（critical）。' });
      expect(outcome.out).to.include('测试法第一条').and.not.include('Test Act');
    });
  });

  describe('positions', () => {
    const cases: readonly (readonly [name: string, text: string, places: readonly string[]])[] = [
      ['CRLF', 'One.\r\n\r\nTwo zorbium.\r\n', ['3:5-3:12 zorbium']],
      ['a lone CR', 'One.\r\rTwo zorbium.\r', ['3:5-3:12 zorbium']],
      ['a byte order mark, the first unit of line 1', '\uFEFFzorbium\n', ['1:2-1:9 zorbium']],
      ['emoji, which are two units', '🚀🚀 zorbium 🚀 quuxite\n', ['1:6-1:13 zorbium', '1:17-1:24 quuxite']],
      ['a term wrapped over a line', 'We buy zorbium\r\nore here.\n', ['1:8-2:4 zorbium\r\nore']],
      ['full width', 'ｚｏｒｂｉｕｍ。\n', ['1:1-1:8 ｚｏｒｂｉｕｍ']],
      ['a combining mark, with its letter', 'zorbium\u0301 zorbium\n', ['1:10-1:17 zorbium']],
      ['tabs, which are one unit', 'a\tb\tzorbium\n', ['1:5-1:12 zorbium']],
      ['emphasis in the term', 'We buy zor**bium**.\n', ['1:8-1:17 zor**bium']],
    ];
    it(`count ${cases.map(([name]) => name).join('; ')}`, async () => {
      cases.forEach(([, text], index) => workspace().write(`${index}.md`, text));
      const outcome = await workspace().run([...check, '.', '--format', 'json']);
      const { findings } = reportOf(outcome);
      for (const [index, [name, , places]] of cases.entries()) {
        const found = findings.filter(({ file }) => file === `${index}.md`);
        expect(found.map(placeOf), name).to.deep.equal(places);
      }
      expect(outcome.errors).to.equal('');
    });
  });

  describe('standard input', () => {
    it('is read for - as Markdown, or as its file name says', async () => {
      const text = '    zorbium in an indented line\n';
      const markdown = await workspace().run([...check, '-', '--format', 'json'], { input: text });
      expect(placesOf(markdown)).to.deep.equal([]);
      expect(reportOf(markdown).files).to.deep.equal(['-']);
      const plain = await workspace().run([...check, '-', '--format=json', '--stdin-filename', 'drafts/memo.txt'], {
        input: text,
      });
      expect(placesOf(plain)).to.deep.equal(['1:5-1:12 zorbium']);
      expect(reportOf(plain).files).to.deep.equal(['drafts/memo.txt']);
      expect(reportOf(plain).findings[0]?.file).to.equal('drafts/memo.txt');
    });

    it('is read once, among other paths, in their order', async () => {
      workspace().write('a.md', 'quuxite\n');
      const outcome = await workspace().run([...check, '-', 'a.md', '-', './a.md', '--format', 'json'], {
        input: 'zorbium',
      });
      expect(reportOf(outcome).files).to.deep.equal(['-', 'a.md']);
    });
  });

  describe('pretty output', () => {
    it('shows the line with the term underlined, the authority and its status', async () => {
      workspace().write('memo.md', '# Deal\n\nWe buy zorbium ore here.\n');
      const outcome = await workspace().run([...check, 'memo.md']);
      expect(outcome.out).to.equal(
        [
          'memo.md:3:8  critical  zorbium ore: The critical thing needs a look. (test/critical)',
          '  3 │ We buy zorbium ore here.',
          '    │        ^^^^^^^^^^^',
          '   authority: Test Act, section 1 [suspended · checked 2026-01-02 · unverified: confirm with counsel] until next spring https://example.org/act',
          '   report: summary Summary',
          '',
          '1 memo reviewed: 1 critical.',
          'Deal Lens flags terms and cites sources. It does not decide, and it is not legal advice.',
          '',
        ].join('\n'),
      );
    });

    it('says clean, skipped, failed, denied and suppressed in different words', async () => {
      workspace().write('clean.md', 'Nothing here.\n');
      workspace().write('deep.md', `${'> '.repeat(5000)}zorbium\n`);
      workspace().write('binary.md', Uint8Array.of(1, 2, 0, 3));
      workspace().write('denied.md', 'No zorbium is transferred.\n');
      workspace().write('set.md', '<!-- deal-lens-disable-file test -- agreed -->\n\nWe buy zorbium.\n');
      const { out, code, errorLines } = await workspace().run([
        ...check,
        'clean.md',
        'deep.md',
        'binary.md',
        'denied.md',
        'set.md',
      ]);
      expect(code).to.equal(2);
      expect(errorLines).to.have.length(2);
      expect(out).to.include('clean.md  no findings\n');
      expect(out).to.include('deep.md  skipped, not reviewed\n');
      expect(out).to.include('binary.md  could not be reviewed\n');
      expect(out).to.include('state: denied in the memo, so it is shown as a mention\n');
      expect(out).to.include('state: suppressed in the memo: agreed\n');
      expect(out).to.include(
        '3 memos reviewed: 1 mention; 1 suppressed; 1 memo without findings; 1 skipped; 1 could not be reviewed.\n',
      );
    });

    it('gives the authorities of a rule once a memo', async () => {
      workspace().write('memo.md', 'zorbium\n\nzorbium\n');
      const { out } = await workspace().run([...check, 'memo.md']);
      expect(out.split('Test Act')).to.have.length(2);
      expect(out).to.include('authority: as for line 1\n');
    });

    it('is in colour where that is wanted', async () => {
      workspace().write('memo.md', 'zorbium\n');
      const coloured = await workspace().run([...check, 'memo.md'], { environment: { FORCE_COLOR: '1' } });
      expect(coloured.out).to.include('\u001B[1;31mcritical\u001B[0m');
      const plain = await workspace().run([...check, 'memo.md']);
      expect(plain.out).not.to.include('\u001B');
      // eslint-disable-next-line no-control-regex
      expect(coloured.out.replace(/\u001B\[[\d;]*m/gu, '')).to.equal(plain.out);
      const refused = await workspace().run([...check, 'memo.md'], { environment: { FORCE_COLOR: '0', NO_COLOR: '' } });
      expect(refused.out).to.equal(plain.out);
    });

    it('cannot be made to steer the terminal by a memo', async () => {
      workspace().write('memo.txt', 'zorbium \u001B]0;owned\u0007 \u202Eevil\n');
      const { out } = await workspace().run([...check, 'memo.txt']);
      expect(out).to.include('zorbium \uFFFD]0;owned\uFFFD \uFFFDevil');
    });

    it('speaks Chinese when asked to or when the environment does', async () => {
      workspace().write('memo.md', '本公司采购佐博矿。\n');
      const asked = await workspace().run([...check, 'memo.md', '--lang', 'zh-cn']);
      expect(asked.out).to.include(
        [
          'memo.md:1:6  重大  佐博矿: 此物需要关注（critical）。 (test/critical)',
          '  1 │ 本公司采购佐博矿。',
          '    │           ^^^^^^',
          '   依据: 测试法第一条 [暂停施行 · 核对于 2026-01-02 · 未核实，请与律师确认] 至明年春季 https://example.org/act',
        ].join('\n'),
      );
      const inherited = await workspace().run([...check, 'memo.md'], { environment: { LANG: 'zh_CN.UTF-8' } });
      expect(inherited.out).to.equal(asked.out);
    });
  });
});
