import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeEverything, codeOf, openUntitled, untilCount, untilDiagnostics, withSetting } from '../support.js';

describe('suppressions in a memo', () => {
  afterEach(closeEverything);

  it('leave a faded hint, however loud mentions are', async () => {
    await withSetting('severities', { mention: 'error' }, async () => {
      const document = await openUntitled(
        '<!-- deal-lens-disable-next-block advanced-chips -- sold in 2025 -->\nEight H100 cards.\n\nNo H800 cards.\n',
      );
      const [suppressed, denied] = await untilCount(document.uri, 2);
      expect(suppressed?.severity).to.equal(vscode.DiagnosticSeverity.Hint);
      expect(suppressed?.tags).to.deep.equal([vscode.DiagnosticTag.Unnecessary]);
      expect(suppressed?.relatedInformation?.map(({ message }) => message)).to.deep.equal([
        'Suppressed here: sold in 2025',
      ]);
      expect(denied?.severity).to.equal(vscode.DiagnosticSeverity.Error);
    });
  });

  it('offer to take a reason where they have none', async () => {
    const document = await openUntitled('<!-- deal-lens-disable-next-block advanced-chips -->\nEight H100 cards.\n');
    const found = await untilDiagnostics(document.uri, ({ length }) => length === 2);
    const missing = found.find((one) => codeOf(one) === 'suppression/missing-reason');
    if (missing === undefined) throw new Error('There is no finding about the missing reason.');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      missing.range,
    );
    const ours = actions.flatMap(({ command }) => (command?.command.startsWith('dealLens.') ? [command.command] : []));
    expect(ours).to.deep.equal(['dealLens.giveReason']);
  });
});
