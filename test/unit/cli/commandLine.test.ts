import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { languageOf, parseCommand } from '../../../src/cli/arguments.js';
import { run, withWorkspace } from './program.js';

describe('command line', () => {
  describe('mistakes end with 2 and one line that says what to do', () => {
    const cases: readonly (readonly [args: readonly string[], english: string])[] = [
      [[], 'no command given; "deal-lens --help" lists them'],
      [['chek'], 'there is no command "chek"; "deal-lens --help" lists them'],
      [['check'], 'name the files or folders to review, or - for standard input'],
      [['check', 'a.md', '--formt', 'json'], 'there is no option --formt; "deal-lens check --help" lists them'],
      [['--formt'], 'there is no option --formt; "deal-lens --help" lists them'],
      [['check', 'a.md', '--format', 'xml'], '--format cannot be "xml"; it is one of pretty, json'],
      [['check', 'a.md', '--format', 'sarif'], '--format sarif is not available yet in this version'],
      [['check', 'a.md', '--format'], '--format needs a value'],
      [['check', 'a.md', '--format='], '--format needs a value'],
      [['check', 'a.md', '--format', '--fail-on', 'note'], '--format needs a value'],
      [
        ['check', 'a.md', '--fail-on', 'low'],
        '--fail-on cannot be "low"; it is one of critical, caution, note, mention, never',
      ],
      [['check', 'a.md', '--lang', 'fr'], '--lang cannot be "fr"; it is one of en, zh-cn'],
      [['check', 'a.md', '--help=yes'], '--help takes no value'],
      [['rules'], 'there is no command "rules"; "deal-lens --help" lists them'],
      [['rules', 'lint'], 'there is no command "rules lint"; "deal-lens --help" lists them'],
      [['rules', 'test', 'a', 'b'], '"b" is one argument too many'],
      [['rules', 'test', '--format', 'json'], 'there is no option --format; "deal-lens rules --help" lists them'],
      [['report', 'a.txt'], '"deal-lens report" is not available yet in this version'],
    ];
    for (const [args, message] of cases) {
      it(`deal-lens ${args.join(' ')}`, () => {
        expect(parseCommand(args, {})).to.deep.equal({ name: 'mistake', language: 'en', message });
        const chinese = parseCommand(args.includes('--lang') ? args : [...args, '--lang=zh-cn'], { LANG: 'zh_CN' });
        expect(chinese).to.deep.include({ name: 'mistake', language: 'zh' });
        if (chinese.name === 'mistake') expect(chinese.message).to.match(/[\u4E00-\u9FFF]/u);
      });
    }

    it('and nothing on standard output', async () => {
      const outcome = await run(['check', 'a.md', '--formt']);
      expect(outcome).to.deep.include({
        code: 2,
        out: '',
        errorLines: ['deal-lens: there is no option --formt; "deal-lens check --help" lists them'],
      });
    });
  });

  it('takes options before, between and after paths, with = and without', () => {
    const expected = {
      name: 'check',
      language: 'zh',
      paths: ['a.md', 'b'],
      format: 'json',
      failOn: 'note',
      rules: ['x', 'y'],
    };
    const ways = [
      'check --format json a.md --fail-on=note --rules x b --rules y --lang zh-CN',
      '--lang=zh_cn check a.md b --format=json --rules=x --rules=y --fail-on note',
      'check --rules x --rules y --lang zh-cn --fail-on note --format json -- a.md b',
    ];
    for (const way of ways) expect(parseCommand(way.split(' '), {})).to.deep.equal(expected);
  });

  it('takes what follows -- as paths, whatever it looks like', () => {
    expect(parseCommand(['check', '--', '--format', '-'], {})).to.deep.include({ paths: ['--format', '-'] });
  });

  it('reads the language of the environment', () => {
    expect(languageOf({})).to.equal('en');
    expect(languageOf({ LANG: 'C.UTF-8' })).to.equal('en');
    expect(languageOf({ LANG: 'zh_CN.UTF-8' })).to.equal('zh');
    expect(languageOf({ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_US.UTF-8' })).to.equal('en');
    expect(languageOf({ LANG: 'en_US', LC_MESSAGES: 'zh-Hans' })).to.equal('zh');
    expect(languageOf({ LANG: 'zha_CN' })).to.equal('en');
  });

  describe('information', () => {
    const workspace = withWorkspace();

    it('--version is that of the package', async () => {
      const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
      expect(await workspace().run(['--version'])).to.deep.include({ code: 0, out: `${version}\n`, errors: '' });
    });

    it('--help names every command and option, in both languages', async () => {
      for (const lang of ['en', 'zh-cn']) {
        const program = await workspace().run(['--help', '--lang', lang]);
        expect(program).to.deep.include({ code: 0, errors: '' });
        for (const word of ['check', 'rules test', '--lang', '--help', '--version'])
          expect(program.out).to.include(word);
        const check = await workspace().run(['check', '-h', '--lang', lang]);
        for (const word of ['pretty|json', '--fail-on', '--rules', '--stdin-filename', '.gitignore', 'never']) {
          expect(check.out).to.include(word);
        }
        expect((await workspace().run(['help', 'rules', '--lang', lang])).out).to.include('rules test [');
      }
    });
  });
});
