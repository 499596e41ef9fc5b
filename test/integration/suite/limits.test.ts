import { expect } from 'chai';
import * as vscode from 'vscode';
import {
  closeEverything,
  codeOf,
  diagnosticsOf,
  openFile,
  openUntitled,
  untilCount,
  withSetting,
  writeFile,
} from '../support.js';

describe('documents that are not reviewed', () => {
  afterEach(closeEverything);

  it('are those of schemes where nobody keeps memos', async () => {
    const registration = vscode.workspace.registerTextDocumentContentProvider('deal-lens-foreign', {
      provideTextDocumentContent: () => 'Eight H100 cards.\n',
    });
    try {
      const uri = vscode.Uri.parse('deal-lens-foreign:/memo.md');
      const document = await openFile(uri);
      expect(document.languageId).to.equal('markdown');
      const memo = await openUntitled('Eight A100 cards.\n');
      // The memo was opened later and is done: the other one would have been done as well.
      await untilCount(memo.uri, 1);
      expect(vscode.languages.getDiagnostics(uri)).to.deep.equal([]);
    } finally {
      registration.dispose();
    }
  });

  it('say so when they are too long, with the limit', async () => {
    await withSetting('maxLength', 1000, async () => {
      const document = await openUntitled(`Eight H100 cards.\n\n${'Lorem ipsum. '.repeat(100)}\n`);
      const [row] = await untilCount(document.uri, 1);
      expect(row && codeOf(row)).to.equal('not-reviewed');
      expect(row?.message).to.include('1,000').and.to.include('dealLens.maxLength');
    });
  });

  it('say so when they are nested too deep', async () => {
    const document = await openUntitled(`${'> '.repeat(5000)}Eight H100 cards.\n`);
    const [row] = await untilCount(document.uri, 1);
    expect(row && codeOf(row)).to.equal('not-reviewed');
    expect(row?.severity).to.equal(vscode.DiagnosticSeverity.Warning);
  });

  it('do not stop others: a memo beside them is reviewed', async () => {
    await openUntitled(`${'> '.repeat(5000)}Eight H100 cards.\n`);
    const memo = await openUntitled('Eight A100 cards.\n');
    const [row] = await untilCount(memo.uri, 1);
    expect(row && codeOf(row)).to.equal('advanced-chips/datacentre-gpu');
  });

  it('never look clean when they are binary', async () => {
    const bytes = new Uint8Array([0, 1, 2, 0, 0, 72, 49, 48, 48, 0, 255, 254]);
    const uri = await writeFile('binary.md', bytes);
    const refusal = await vscode.workspace.openTextDocument(uri).then(
      () => undefined,
      (error: unknown) => String(error),
    );
    // VS Code itself refuses: no editor shows what could look clean.
    expect(refusal).to.match(/binary/iu);
    expect(diagnosticsOf(uri)).to.deep.equal([]);
  });
});
