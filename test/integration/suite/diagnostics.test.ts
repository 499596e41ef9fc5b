import { expect } from 'chai';
import * as vscode from 'vscode';
import {
  closeEverything,
  codeOf,
  dealLens,
  openFile,
  openUntitled,
  type,
  untilCount,
  untilDiagnostics,
  workspaceFolder,
  writeFile,
} from '../support.js';

const chip = 'advanced-chips/datacentre-gpu';

describe('diagnostics', () => {
  afterEach(closeEverything);

  it('mark the term in a file that is opened, and say and link why', async () => {
    const document = await openFile(vscode.Uri.joinPath(workspaceFolder(), 'chips.md'));
    const [diagnostic] = await untilCount(document.uri, 1);
    expect(document.getText(diagnostic?.range)).to.equal('H100');
    expect(diagnostic?.severity).to.equal(vscode.DiagnosticSeverity.Error);
    expect(diagnostic?.message).to.match(/^H100: \S.*\.$/u);
    const code = diagnostic?.code;
    if (typeof code !== 'object') throw new Error('The code of the diagnostic has no target.');
    expect(code.value).to.equal(chip);
    expect(code.target.toString()).to.include('3.2');
  });

  it('follow the text while it is typed', async () => {
    const document = await openUntitled('# Assets\n\nNothing to see.\n');
    await untilCount(document.uri, 0);
    await type(document, (builder) => builder.insert(new vscode.Position(2, 0), 'Eight H100 cards. '));
    const [one] = await untilCount(document.uri, 1);
    expect(document.getText(one?.range)).to.equal('H100');
    await type(document, (builder) => builder.insert(new vscode.Position(0, 0), 'An A100 as well.\n\n'));
    const both = await untilCount(document.uri, 2);
    expect(both.map(({ range }) => document.getText(range))).to.deep.equal(['A100', 'H100']);
    await type(document, (builder) => builder.delete(new vscode.Range(0, 0, 5, 0)));
    await untilCount(document.uri, 0);
  });

  it('never belong to an older text: each result is of the version that is in the editor', async () => {
    const document = await openUntitled('H100\n');
    const { onDidReview } = await dealLens();
    let reviews = 0;
    const stale: string[] = [];
    const watcher = onDidReview(({ uri, state }) => {
      if (uri.toString() !== document.uri.toString() || state.kind !== 'reviewed') return;
      reviews++;
      if (state.version !== document.version) stale.push(`version ${state.version} of ${document.version}`);
      for (const { span } of state.review.findings) {
        const text = document.getText().slice(span.start, span.end);
        if (text !== 'H100') stale.push(text);
      }
    });
    try {
      // Each edit moves everything down, so a result of an older text would mark other words.
      for (let count = 1; count <= 20; count++) {
        await type(document, (builder) => builder.insert(new vscode.Position(0, 0), `Row ${count} H100\n\n`));
      }
      const last = await untilCount(document.uri, 21);
      expect(last.map(({ range }) => document.getText(range))).to.deep.equal(Array(21).fill('H100'));
      expect(reviews).to.be.at.least(1);
      expect(stale).to.deep.equal([]);
    } finally {
      watcher.dispose();
    }
  });

  it('are exact with CRLF, emoji, full width and a byte order mark', async () => {
    const text =
      '\uFEFF# Memo 🚀\r\n\r\n| a | b |\r\n|---|---|\r\n| 👩‍💻 x | Ｈ１００ |\r\n\r\n使用H100芯片 and **H**100 too.\r\n';
    const document = await openFile(await writeFile('odd.md', text));
    expect(document.eol).to.equal(vscode.EndOfLine.CRLF);
    const found = await untilDiagnostics(document.uri, ({ length }) => length >= 3);
    expect(found.map(({ range }) => document.getText(range))).to.deep.equal(['Ｈ１００', 'H100', 'H**100']);
  });

  it('come in plain text too', async () => {
    const document = await openUntitled('1. Assets\n\nThe lab rents 40 H100 cards.\n', 'plaintext');
    const [diagnostic] = await untilCount(document.uri, 1);
    expect(document.getText(diagnostic?.range)).to.equal('H100');
  });

  it('leave alone what no reader sees as prose', async () => {
    const document = await openUntitled(
      '---\ntitle: H100\n---\n\n```\nH100\n```\n\n<!-- H100 -->\n\n<https://example.com/H100>\n\nAn H100 here.\n',
    );
    const [diagnostic] = await untilCount(document.uri, 1);
    expect(diagnostic?.range.start.line).to.equal(12);
  });

  it('turn a denied term into a hint', async () => {
    const document = await openUntitled('No H100 cards are transferred to the investor.\n');
    const [diagnostic] = await untilCount(document.uri, 1);
    expect(diagnostic?.severity).to.equal(vscode.DiagnosticSeverity.Hint);
    expect(diagnostic?.relatedInformation).to.have.length(1);
  });

  it('go when the document is closed, and come back when it becomes Markdown', async () => {
    const document = await openUntitled('One H100.\n', 'ini');
    const memo = await openUntitled('One A100.\n');
    await untilCount(memo.uri, 1);
    expect(vscode.languages.getDiagnostics(document.uri)).to.deep.equal([]);
    await vscode.languages.setTextDocumentLanguage(document, 'markdown');
    await untilCount(document.uri, 1);
    await closeEverything();
    await untilCount(document.uri, 0);
  });

  it('follow a file that is renamed, and go with one that is deleted', async () => {
    const old = await writeFile('before.md', 'Eight H100 cards.\n');
    await openFile(old);
    await untilCount(old, 1);
    const renamed = vscode.Uri.joinPath(workspaceFolder(), 'after.md');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(old, renamed);
    expect(await vscode.workspace.applyEdit(edit)).to.equal(true);
    await untilCount(renamed, 1);
    await untilCount(old, 0);
    const removal = new vscode.WorkspaceEdit();
    removal.deleteFile(renamed);
    expect(await vscode.workspace.applyEdit(removal)).to.equal(true);
    await untilCount(renamed, 0);
  });

  it('fade what is suppressed, and report a suppression that does nothing or gives no reason', async () => {
    const document = await openUntitled(
      [
        '<!-- deal-lens-disable-next-block advanced-chips -- licence obtained -->',
        'Eight H100 cards.',
        '',
        '<!-- deal-lens-disable-next-block advanced-chips -- nothing there -->',
        'Eight chairs.',
        '',
        '<!-- deal-lens-disable-next-block advanced-chips -->',
        'Nine H100 cards.',
        '',
      ].join('\n'),
    );
    const found = await untilDiagnostics(document.uri, ({ length }) => length >= 4);
    const [set, unused, missing] = ['Eight H100', 'nothing there', 'advanced-chips -->'].map(
      (words) => document.positionAt(document.getText().indexOf(words)).line,
    );
    const at = (line: number | undefined): vscode.Diagnostic[] =>
      found.filter(({ range }) => range.start.line === line);
    expect(at(set).map(({ severity, tags }) => [severity, tags])).to.deep.equal([
      [vscode.DiagnosticSeverity.Hint, [vscode.DiagnosticTag.Unnecessary]],
    ]);
    expect(at(unused).map(codeOf)).to.deep.equal(['suppression/unused']);
    expect(at(missing).map(codeOf)).to.deep.equal(['suppression/missing-reason']);
  });
});
