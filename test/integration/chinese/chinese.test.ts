import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeEverything, openUntitled, untilCount, until } from '../support.js';

const han = /\p{Script=Han}/u;

describe('in a VS Code that speaks Chinese', () => {
  afterEach(closeEverything);

  it('the display language is Chinese', () => {
    expect(vscode.env.language).to.equal('zh-cn');
  });

  it('diagnostics are Chinese, term first', async () => {
    const document = await openUntitled('订购八张 H100 卡。\n');
    const [diagnostic] = await untilCount(document.uri, 1);
    expect(document.getText(diagnostic?.range)).to.equal('H100');
    expect(diagnostic?.message)
      .to.match(/^H100：/u)
      .and.to.match(han);
  });

  it('hovers are Chinese, with no English left in them', async () => {
    const document = await openUntitled('订购八张 H100 卡。\n');
    await untilCount(document.uri, 1);
    const at = document.positionAt(document.getText().indexOf('H100') + 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      at,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .flatMap((content) => (content instanceof vscode.MarkdownString ? [content.value] : []))
      .join('\n');
    expect(text).to.include('先进计算芯片').and.to.include('核对于');
    expect(text.replace(/\]\([^)]*\)/gu, '')).to.not.match(/Open guidance|Suppress|Critical|in force|checked/u);
  });

  it('quick fixes are Chinese', async () => {
    const document = await openUntitled('订购八张 H100 卡。\n');
    const [diagnostic] = await untilCount(document.uri, 1);
    if (diagnostic === undefined) throw new Error('There is no diagnostic.');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      diagnostic.range,
    );
    const own = actions.filter(({ command }) => command?.command.startsWith('dealLens.') === true);
    expect(own).to.have.length(3);
    for (const { title } of own) expect(title).to.match(han);
  });

  it('guidance opens in Chinese', async () => {
    await vscode.commands.executeCommand('dealLens.openGuidance', '3.2');
    const tab = await until(
      vscode.window.tabGroups.onDidChangeTabs,
      () => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof vscode.TabInputCustom ? input : undefined;
      },
      () => `the active tab is ${vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? 'none'}`,
    );
    expect(tab.uri.path)
      .to.match(/^\/zh-cn\/3\.2 /u)
      .and.to.match(han);
  });
});
