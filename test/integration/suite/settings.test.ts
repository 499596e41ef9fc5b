import { expect } from 'chai';
import * as vscode from 'vscode';
import { closeEverything, codeOf, openUntitled, untilCount, untilDiagnostics, withSetting } from '../support.js';

const memo = 'Eight H100 cards are on order.\n';

describe('settings', () => {
  afterEach(closeEverything);

  it('switch the review off and on again while documents are open', async () => {
    const document = await openUntitled(memo);
    await untilCount(document.uri, 1);
    await withSetting('enabled', false, async () => {
      await untilCount(document.uri, 0);
    });
    await untilCount(document.uri, 1);
  });

  it('give a topic another level, and a rule its own', async () => {
    const document = await openUntitled(memo);
    await untilCount(document.uri, 1);
    await withSetting('levels', { 'advanced-chips': 'note' }, async () => {
      await untilDiagnostics(document.uri, ([one]) => one?.severity === vscode.DiagnosticSeverity.Information);
    });
    await withSetting('levels', { 'advanced-chips': 'note', 'advanced-chips/datacentre-gpu': 'caution' }, async () => {
      await untilDiagnostics(document.uri, ([one]) => one?.severity === vscode.DiagnosticSeverity.Warning);
    });
    await withSetting('levels', { 'advanced-chips': 'off' }, async () => {
      await untilCount(document.uri, 0);
    });
    await untilDiagnostics(document.uri, ([one]) => one?.severity === vscode.DiagnosticSeverity.Error);
  });

  it('show a level as another severity, or not at all', async () => {
    const document = await openUntitled(memo);
    await untilCount(document.uri, 1);
    await withSetting('severities', { critical: 'warning' }, async () => {
      await untilDiagnostics(document.uri, ([one]) => one?.severity === vscode.DiagnosticSeverity.Warning);
    });
    await withSetting('severities', { critical: 'none' }, async () => {
      await untilCount(document.uri, 0);
    });
  });

  it('switch a pack off', async () => {
    const document = await openUntitled(memo);
    await untilCount(document.uri, 1);
    await withSetting('packs', { 'advanced-chips': false }, async () => {
      await untilCount(document.uri, 0);
    });
  });

  it('change the language of what is said', async () => {
    const document = await openUntitled(memo);
    await untilCount(document.uri, 1);
    await withSetting('language', 'zh-cn', async () => {
      const [one] = await untilDiagnostics(document.uri, ([found]) => /\p{Script=Han}/u.test(found?.message ?? ''));
      expect(one?.message).to.match(/^H100/u);
    });
    await untilDiagnostics(document.uri, ([found]) => !/\p{Script=Han}/u.test(found?.message ?? ''));
  });

  it('cap how many findings are listed, and say how many are left', async () => {
    const document = await openUntitled('An H100.\n\n'.repeat(30));
    await untilCount(document.uri, 30);
    await withSetting('maxFindings', 10, async () => {
      const rows = await untilCount(document.uri, 11);
      const more = rows.filter((row) => codeOf(row) === 'more-findings');
      expect(more).to.have.length(1);
      expect(more[0]?.message).to.include('20');
    });
  });

  it('keep the last good value while one is broken', async () => {
    const document = await openUntitled(memo);
    await untilCount(document.uri, 1);
    await withSetting('levels', { 'advanced-chips': 'note' }, async () => {
      await untilDiagnostics(document.uri, ([one]) => one?.severity === vscode.DiagnosticSeverity.Information);
      await withSetting('levels', { 'advanced-chips': 'grave' }, async () => {
        const other = await openUntitled('An A100.\n');
        const [one] = await untilCount(other.uri, 1);
        expect(one?.severity).to.equal(vscode.DiagnosticSeverity.Information);
      });
    });
  });
});
