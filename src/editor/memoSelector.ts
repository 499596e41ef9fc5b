import * as vscode from 'vscode';
import { memoLanguages, memoSchemes } from './documents.js';

/** The schemes of the workspace's folders, so that the documents of any virtual workspace are known as documents. */
export function folderSchemes(): ReadonlySet<string> {
  return new Set(vscode.workspace.workspaceFolders?.map(({ uri }) => uri.scheme));
}

/** The documents that Deal Lens reviews, as VS Code selects documents, with the folders that are open now. */
export function memoSelector(): vscode.DocumentFilter[] {
  return memoLanguages.flatMap((language) => memoSchemes(folderSchemes()).map((scheme) => ({ language, scheme })));
}

/** Registers something for the documents that Deal Lens reviews, and again whenever other folders are opened. */
export function registerForMemos(
  register: (selector: vscode.DocumentSelector) => vscode.Disposable,
): vscode.Disposable {
  let registration = register(memoSelector());
  const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
    registration.dispose();
    registration = register(memoSelector());
  });
  return new vscode.Disposable(() => {
    listener.dispose();
    registration.dispose();
  });
}
