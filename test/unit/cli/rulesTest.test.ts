import { expect } from 'chai';
import { testPack, withWorkspace } from './program.js';

describe('deal-lens rules test', () => {
  const workspace = withWorkspace();

  it('runs the examples of the packs in a folder', async () => {
    const { code, out, errors } = await workspace().run(['rules', 'test', 'rules']);
    expect(errors).to.equal('');
    expect(out).to.match(/^1 rule pack, 3 rules; examples:\n\d+ passed, 0 failed\n$/mu);
    expect(code).to.equal(0);
  });

  it('names rule and place of an example that fails, and exits with 1', async () => {
    const pack = testPack.replace('We mine quuxite here.', 'We mine pepper here.');
    workspace().write('rules/test.yaml', pack);
    const { code, out } = await workspace().run(['rules', 'test', 'rules']);
    const line = pack.slice(0, pack.indexOf('test/caution')).split('\n').length;
    expect(out).to.match(new RegExp(`^rules/test\\.yaml:${line}:9  test/caution  .*We mine pepper here\\.`, 'mu'));
    expect(out).to.match(/^\d+ passed, 1 failed$/mu);
    expect(code).to.equal(1);
    const chinese = await workspace().run(['rules', 'test', 'rules', '--lang', 'zh-cn']);
    expect(chinese.out)
      .to.include('未命中')
      .and.to.match(/^\d+ passed, 1 failed$/mu);
  });

  it('exits with 2 when a pack cannot be read, and runs the others', async () => {
    workspace().write('rules/broken.yaml', 'topic: [');
    const { code, out, errors } = await workspace().run(['rules', 'test', 'rules']);
    expect(code).to.equal(2);
    expect(errors).to.match(/^deal-lens: rules\/broken\.yaml:1:\d+: YAML: /mu);
    expect(out).to.match(/^\d+ passed, 0 failed$/mu);
  });
});
