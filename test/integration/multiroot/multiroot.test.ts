import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeEverything, codeOf, openFile, untilCount, untilDiagnostics } from '../support.js';

/** The two folders of the workspace, `first` and `second`. */
function folders(): readonly [vscode.WorkspaceFolder, vscode.WorkspaceFolder] {
  const [first, second] = vscode.workspace.workspaceFolders ?? [];
  if (first === undefined || second === undefined) throw new Error('The tests need two folders to be open.');
  return [first, second];
}

async function memoIn(folder: vscode.WorkspaceFolder): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(folder.uri, 'memo.md');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('Eight H100 cards are on order.\n'));
  return openFile(uri);
}

describe('in a workspace with two folders', () => {
  afterEach(closeEverything);

  it('each folder has settings of its own', async () => {
    const [first, second] = folders();
    const [one, two] = [await memoIn(first), await memoIn(second)];
    await untilCount(one.uri, 1);
    await untilCount(two.uri, 1);
    const configuration = vscode.workspace.getConfiguration('dealLens', first.uri);
    const target = vscode.ConfigurationTarget.WorkspaceFolder;
    await configuration.update('levels', { 'advanced-chips': 'note' }, target);
    try {
      await untilDiagnostics(one.uri, ([row]) => row?.severity === vscode.DiagnosticSeverity.Information);
      const [other] = await untilCount(two.uri, 1);
      expect(other?.severity).to.equal(vscode.DiagnosticSeverity.Error);
    } finally {
      await configuration.update('levels', undefined, target);
    }
    await untilDiagnostics(one.uri, ([row]) => row?.severity === vscode.DiagnosticSeverity.Error);
  });

  it('the packs of a folder count for its memos only', async () => {
    const [first, second] = folders();
    const [one, two] = [await memoIn(first), await memoIn(second)];
    await untilCount(one.uri, 1);
    await untilCount(two.uri, 1);
    const rules = vscode.Uri.joinPath(first.uri, '.deal-lens', 'rules');
    await vscode.workspace.fs.createDirectory(rules);
    await vscode.workspace.fs.copy(
      vscode.Uri.joinPath(second.uri, 'house.yaml'),
      vscode.Uri.joinPath(rules, 'house.yaml'),
    );
    const rows = await untilCount(one.uri, 2);
    expect(rows.map(codeOf)).to.include('advanced-chips/order-word');
    expect((await untilCount(two.uri, 1)).map(codeOf)).to.not.include('advanced-chips/order-word');
  });
});
