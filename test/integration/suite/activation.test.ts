import { expect } from 'chai';
import * as vscode from 'vscode';
import { dealLens } from '../support.js';

describe('the extension', () => {
  it('is there, starts, and gives an API that nobody can change', async () => {
    expect(vscode.extensions.getExtension('deal-lens.deal-lens')?.packageJSON).to.have.property('name', 'deal-lens');
    const api = await dealLens();
    expect(Object.isFrozen(api)).to.equal(true);
  });

  it('registers every command that its manifest names', async () => {
    await dealLens();
    const manifest = vscode.extensions.getExtension('deal-lens.deal-lens')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const registered = new Set(await vscode.commands.getCommands(true));
    const missing = manifest.contributes.commands.map(({ command }) => command).filter((id) => !registered.has(id));
    expect(manifest.contributes.commands.length).to.be.above(0);
    expect(missing).to.deep.equal([]);
  });
});
