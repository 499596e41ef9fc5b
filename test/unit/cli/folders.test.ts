import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'chai';
import { reportOf, withWorkspace } from './program.js';

describe('folders', () => {
  const workspace = withWorkspace();
  const check = ['check', '--rules', 'rules', '--format', 'json'];
  const memo = 'We buy zorbium.\n';

  it('are walked for .md, .markdown and .txt, in the order of their names', async () => {
    for (const file of ['b.md', 'a/z.TXT', 'a/y.markdown', 'a/b/c/d.md', 'a/x.html', 'a/x.yaml', 'c.mdx', 'd'])
      workspace().write(`deal/${file}`, memo);
    const outcome = await workspace().run([...check, 'deal']);
    expect(reportOf(outcome).files).to.deep.equal([
      'deal/a/b/c/d.md',
      'deal/a/y.markdown',
      'deal/a/z.TXT',
      'deal/b.md',
    ]);
    expect(reportOf(outcome).findings).to.have.length(4);
    expect(outcome.errors).to.equal('');
  });

  it('may have any name', async () => {
    const names = [
      'a (1)',
      'b#2',
      '日本',
      'c%20d',
      "it's",
      'x[1]{2}',
      'né e\u0301',
      '🚀',
      '-dash',
      '$HOME',
      'new\nline',
    ];
    for (const name of names) workspace().write(`odd/${name}/${name}.md`, memo);
    const outcome = await workspace().run([...check, 'odd', ...names.map((name) => `./odd/${name}`)]);
    expect(outcome.errors).to.equal('');
    expect(new Set(reportOf(outcome).files)).to.deep.equal(new Set(names.map((name) => `odd/${name}/${name}.md`)));
    expect(reportOf(outcome).files).to.have.length(names.length);
    for (const name of names) {
      const one = await workspace().run([...check, path.join('odd', name)]);
      expect(reportOf(one).files, name).to.deep.equal([`odd/${name}/${name}.md`]);
      if (name === 'b#2') break;
    }
  });

  it('honour .gitignore files: nested, negated, anchored, and those above', async () => {
    mkdirSync(path.join(workspace().folder, '.git'));
    workspace().write('.gitignore', '*.tmp.md\n/top.md\nbuild/\n# a comment\n\n!keep.tmp.md\ndeals/**/private\n');
    workspace().write('deals/.gitignore', '\uFEFFdraft-*\r\n!draft-final.md\r\n/only-here.md\r\n\\#odd.md\r\n');
    for (const file of [
      'top.md',
      'deals/top.md',
      'x.tmp.md',
      'keep.tmp.md',
      'build/a.md',
      'deals/build/b.md',
      'deals/one/private/c.md',
      'deals/draft-1.md',
      'deals/two/draft-2.md',
      'deals/draft-final.md',
      'deals/only-here.md',
      'deals/two/only-here.md',
      'deals/#odd.md',
      'node_modules/pkg/README.md',
      '.hidden/a.md',
      'deals/.secret.md',
    ])
      workspace().write(file, memo);
    const fromRoot = await workspace().run([...check, '.']);
    const kept = ['deals/draft-final.md', 'deals/top.md', 'deals/two/only-here.md', 'keep.tmp.md'];
    expect(reportOf(fromRoot).files).to.deep.equal(kept);
    // Rules above the folder that was named are in force too.
    const fromBelow = await workspace().run([...check, 'deals']);
    expect(reportOf(fromBelow).files).to.deep.equal(kept.filter((file) => file.startsWith('deals/')));
    // What is named outright is reviewed, ignored or not.
    const named = await workspace().run([...check, 'top.md', 'build', 'deals/.secret.md']);
    expect(reportOf(named).files).to.deep.equal(['top.md', 'build/a.md', 'deals/.secret.md']);
  });

  it('are not followed through links, and links to memos are', async () => {
    workspace().write('elsewhere/real.md', memo);
    workspace().write('deal/a.md', memo);
    symlinkSync('..', path.join(workspace().folder, 'deal/loop'));
    symlinkSync('../elsewhere', path.join(workspace().folder, 'deal/folder.md'));
    symlinkSync('../elsewhere/real.md', path.join(workspace().folder, 'deal/link.md'));
    const outcome = await workspace().run([...check, 'deal']);
    expect(reportOf(outcome).files).to.deep.equal(['deal/a.md', 'deal/link.md']);
    expect(outcome.errors).to.equal('');
  });

  it('are reviewed once when named twice or within one another', async () => {
    workspace().write('deal/a.md', memo);
    workspace().write('deal/sub/b.md', memo);
    const outcome = await workspace().run([
      ...check,
      'deal/sub/b.md',
      'deal',
      './deal/',
      path.join(workspace().folder, 'deal/a.md'),
    ]);
    expect(reportOf(outcome).files).to.deep.equal(['deal/sub/b.md', 'deal/a.md']);
  });

  it('without a memo are an error, not clean', async () => {
    workspace().write('deal/a.docx', memo);
    const outcome = await workspace().run([...check, 'deal']);
    expect(outcome.code).to.equal(2);
    expect(outcome.errorLines).to.deep.equal([
      'deal-lens: deal: no memo in this folder: looked for .md, .markdown and .txt that are not hidden or ignored',
    ]);
  });
});
