import { expect } from 'chai';
import * as vscode from 'vscode';

describe('the extension', () => {
  it('is there and starts', async () => {
    const extension = vscode.extensions.getExtension('deal-lens.deal-lens');
    expect(extension).to.not.equal(undefined);
    await extension?.activate();
    expect(extension?.isActive).to.equal(true);
  });
});
