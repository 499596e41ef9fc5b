import * as vscode from 'vscode';
import type { Log } from './log.js';
import type { Words } from './wordForms.js';

const files = { en: 'memo.en.md', zh: 'memo.zh-cn.md' } as const;

/** Opens the sample memo of the language in force as an untitled document: nothing is written to disk. */
export async function openSampleMemo(extensionUri: vscode.Uri, words: Words, log: Log): Promise<void> {
  const uri = vscode.Uri.joinPath(extensionUri, 'samples', files[words.language]);
  try {
    const content = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { encoding: 'utf8' });
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
    await vscode.window.showTextDocument(document);
  } catch (error) {
    log.failure('The sample memo could not be opened.', error);
    await vscode.window.showErrorMessage(words.t('The sample memo could not be opened. The log has the reason.'));
  }
}
