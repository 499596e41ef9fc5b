import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeEverything, codeOf, openUntitled, until, untilCount, untilDiagnostics } from '../support.js';

/** The text of the hovers at the first place of some words. */
async function hoverAt(document: vscode.TextDocument, words: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(words) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .flatMap((content) => (content instanceof vscode.MarkdownString ? [content.value] : []))
    .join('\n\n');
}

async function actionsAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range);
}

describe('the hover', () => {
  afterEach(closeEverything);

  it('tells the term, the topic, the level in words, the authority with its date, and the section', async () => {
    const document = await openUntitled('Eight H100 cards are on order.\n');
    await untilCount(document.uri, 1);
    const text = await hoverAt(document, 'H100');
    expect(text).to.match(/^\*\*H100\*\* — Advanced computing chips/u);
    expect(text).to.include('Critical');
    expect(text).to.match(/checked \d{4}\\?-\d{2}\\?-\d{2}/u);
    expect(text).to.include('command:dealLens.openGuidance');
    expect(text).to.match(/3\\?\.2 /u);
    // Lines of a card, empty ones between paragraphs left out.
    expect(text.split('\n').filter((line) => line.trim() !== '').length).to.be.at.most(10);
  });

  it('is right at once after an edit, without waiting for the diagnostics', async () => {
    const document = await openUntitled('Nothing.\n');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'An A100. ');
    await vscode.workspace.applyEdit(edit);
    expect(await hoverAt(document, 'A100')).to.include('**A100**');
  });

  it('shows words of the memo as text, never as markup', async () => {
    const document = await openUntitled('The H<b>100</b> and an H\\*100 and *H*100.\n');
    await untilDiagnostics(document.uri, ({ length }) => length > 0);
    const text = await hoverAt(document, '*H*100');
    expect(text).to.include('H');
    expect(text).to.not.match(/<b>/u);
  });

  it('is silent beside a term', async () => {
    const document = await openUntitled('Eight H100 cards are on order.\n');
    await untilCount(document.uri, 1);
    expect(await hoverAt(document, 'order')).to.equal('');
  });
});

describe('quick fixes', () => {
  afterEach(closeEverything);

  it('offer the guidance and two suppressions, in this order, none preferred', async () => {
    const document = await openUntitled('Eight H100 cards are on order.\n');
    const [diagnostic] = await untilCount(document.uri, 1);
    if (diagnostic === undefined) throw new Error('There is no diagnostic.');
    // VS Code puts actions of its own beside ours.
    const actions = (await actionsAt(document, diagnostic.range)).filter(
      ({ command }) => command?.command.startsWith('dealLens.') === true,
    );
    expect(actions.map(({ command }) => command?.command)).to.deep.equal([
      'dealLens.openGuidance',
      'dealLens.suppressInBlock',
      'dealLens.suppressInFile',
    ]);
    expect(actions.some(({ isPreferred }) => isPreferred === true)).to.equal(false);
    expect(actions.every(({ kind }) => kind?.value === 'quickfix')).to.equal(true);
  });

  it('replace a stale reference by the one of today, in the language of the memo', async () => {
    for (const [memo, before, after] of [
      ['The model is reported under Executive Order 14110.\n', 'The model is reported under ', 'E.O. 14179'],
      ['申报依据是第 14110 号行政令。\n', '申报依据是', '第 14179 号行政令'],
    ] as const) {
      const document = await openUntitled(memo);
      const stale = (await untilCount(document.uri, 1))[0];
      if (stale === undefined) throw new Error('There is no diagnostic.');
      expect(codeOf(stale)).to.equal('policy-currency/eo-14110');
      const fix = (await actionsAt(document, stale.range)).find(({ edit }) => edit !== undefined);
      if (fix?.edit === undefined) throw new Error('There is no fix with an edit.');
      expect(fix.isPreferred).to.not.equal(true);
      await vscode.workspace.applyEdit(fix.edit);
      expect(document.getText().slice(0, (before + after).length)).to.equal(before + after);
      await untilDiagnostics(document.uri, (all) => all.every((one) => codeOf(one) !== 'policy-currency/eo-14110'));
    }
  });

  it('take out a suppression that does nothing', async () => {
    const document = await openUntitled(
      'One.\n\n<!-- deal-lens-disable-next-block advanced-chips -- sold -->\nEight chairs.\n',
    );
    const [diagnostic] = await untilCount(document.uri, 1);
    if (diagnostic === undefined) throw new Error('There is no diagnostic.');
    expect(codeOf(diagnostic)).to.equal('suppression/unused');
    const [fix] = await actionsAt(document, diagnostic.range);
    if (fix?.edit === undefined) throw new Error('There is no fix with an edit.');
    await vscode.workspace.applyEdit(fix.edit);
    expect(document.getText()).to.equal('One.\n\nEight chairs.\n');
    await untilCount(document.uri, 0);
  });
});

describe('guidance', () => {
  afterEach(closeEverything);

  it('opens in the Markdown preview, read-only, with what leads there and the authorities', async () => {
    await vscode.commands.executeCommand('dealLens.openGuidance', '3.2');
    const tab = await until(
      vscode.window.tabGroups.onDidChangeTabs,
      () => {
        const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
        return input instanceof vscode.TabInputCustom ? input : undefined;
      },
      () => `the active tab is ${vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? 'none'}`,
    );
    expect(tab.viewType).to.equal('vscode.markdown.preview.editor');
    expect(tab.uri.path).to.match(/^\/en\/3\.2 .*\.md$/u);
    const guidance = await vscode.workspace.openTextDocument(tab.uri);
    expect(guidance.getText()).to.match(/^# 3\.2 /u);
    expect(guidance.getText()).to.include('Advanced computing chips');
    expect(guidance.getText()).to.include('](https://');
    expect(vscode.workspace.fs.isWritableFileSystem(tab.uri.scheme)).to.equal(false);
  });

  it('exists for every section of the report in both languages', async () => {
    for (const language of ['en', 'zh-cn']) {
      const folder = vscode.Uri.from({ scheme: 'deal-lens-guidance', path: `/${language}` });
      const entries = await vscode.workspace.fs.readDirectory(folder);
      expect(entries.length).to.be.at.least(15);
      for (const [name] of entries) {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name));
        expect(new TextDecoder().decode(bytes), name).to.match(/^# \S/u);
      }
    }
  });

  it('is no memo: it is not reviewed', async () => {
    await vscode.commands.executeCommand('dealLens.openGuidance', '3.2');
    const memo = await openUntitled('One A100.\n');
    await untilCount(memo.uri, 1);
    const reviewed = vscode.languages
      .getDiagnostics()
      .filter(([uri, found]) => uri.scheme === 'deal-lens-guidance' && found.length > 0);
    expect(reviewed).to.deep.equal([]);
  });
});

describe('commands', () => {
  afterEach(closeEverything);

  it('open the sample memo as a document that is on no disk', async () => {
    await vscode.commands.executeCommand('dealLens.openSample');
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined) throw new Error('No document was opened.');
    expect(document.uri.scheme).to.equal('untitled');
    expect(document.languageId).to.equal('markdown');
    const found = await untilDiagnostics(document.uri, ({ length }) => length > 10);
    expect(found.map(({ range }) => document.getText(range))).to.include.members(['H100', 'model weights']);
  });

  it('go from finding to finding, and round', async () => {
    const document = await openUntitled('An H100.\n\nAn A100.\n');
    await untilCount(document.uri, 2);
    const word = (): string => {
      const editor = vscode.window.activeTextEditor;
      const range = editor?.document.getWordRangeAtPosition(editor.selection.active);
      return editor === undefined ? '' : editor.document.getText(range);
    };
    const visited: string[] = [];
    for (const command of ['nextFinding', 'nextFinding', 'nextFinding', 'previousFinding']) {
      await vscode.commands.executeCommand(`dealLens.${command}`);
      visited.push(word());
    }
    expect(visited).to.deep.equal(['H100', 'A100', 'H100', 'A100']);
  });
});
