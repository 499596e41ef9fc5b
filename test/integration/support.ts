import * as vscode from 'vscode';
import type { DealLensApi } from '../../src/editor/api.js';

/*
 * What the tests use to act as a user would and to see what a user sees. Nothing here sleeps: every wait is for an event.
 */

export const source = 'Deal Lens';

/** How long something may take to be seen, in milliseconds. Shorter than a test's own limit, so that its words are read. */
const patience = 20_000;

/** What the extension offers to other extensions. */
export async function dealLens(): Promise<DealLensApi> {
  const extension = vscode.extensions.getExtension<DealLensApi>('deal-lens.deal-lens');
  if (extension === undefined) throw new Error('Deal Lens is not there.');
  return extension.activate();
}

/** Opens a new untitled document in an editor. */
export async function openUntitled(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The first folder of the workspace. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The tests need a folder to be open.');
  return folder.uri;
}

/** Writes a file of the workspace, byte for byte. `path` is relative to the folder, with forward slashes. */
export async function writeFile(path: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(workspaceFolder(), ...path.split('/'));
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

/** Opens a file of the workspace in an editor. */
export async function openFile(uri: vscode.Uri): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our diagnostics of a document, in the order of the text. */
export function diagnosticsOf(uri: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter((diagnostic) => diagnostic.source === source)
    .sort((a, b) => a.range.start.compareTo(b.range.start) || a.range.end.compareTo(b.range.end));
}

/** Waits until our diagnostics of a document are as wanted, and gives them. */
export function untilDiagnostics(
  uri: vscode.Uri,
  wanted: (diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  return until(
    vscode.languages.onDidChangeDiagnostics,
    () => {
      const diagnostics = diagnosticsOf(uri);
      return wanted(diagnostics) ? diagnostics : undefined;
    },
    () => `the diagnostics of ${uri.toString()} are: ${diagnosticsOf(uri).map(describe).join(' | ') || 'none'}`,
  );
}

/** Waits until a document has `count` diagnostics of ours. */
export function untilCount(uri: vscode.Uri, count: number): Promise<readonly vscode.Diagnostic[]> {
  return untilDiagnostics(uri, ({ length }) => length === count);
}

/**
 * Waits until `look` finds something, looking now and after each event.
 *
 * @param state what is there instead, for the message when it never comes
 */
export function until<Found>(
  event: vscode.Event<unknown>,
  look: () => Found | undefined,
  state: () => string,
): Promise<Found> {
  return new Promise((resolve, reject) => {
    const settle = (): boolean => {
      const found = look();
      if (found === undefined) return false;
      clearTimeout(timer);
      subscription.dispose();
      resolve(found);
      return true;
    };
    const timer = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`Waited for ${patience / 1000} s; ${state()}`));
    }, patience);
    const subscription = event(settle);
    settle();
  });
}

/** The rule or other code of a diagnostic. */
export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A diagnostic in one line, for the message of a failure. */
export function describe(diagnostic: vscode.Diagnostic): string {
  const { start } = diagnostic.range;
  return `${start.line}:${start.character} ${codeOf(diagnostic)} ${diagnostic.message}`;
}

/** Changes a setting for as long as `use` runs: of the workspace, or of the user where only the user may set it. */
export async function withSetting(name: string, value: unknown, use: () => Promise<void>): Promise<void> {
  const target = name === 'language' ? vscode.ConfigurationTarget.Global : vscode.ConfigurationTarget.Workspace;
  const set = (to: unknown): Thenable<void> => vscode.workspace.getConfiguration('dealLens').update(name, to, target);
  await set(value);
  try {
    await use();
  } finally {
    await set(undefined);
  }
}

/** Closes every editor without saving. */
export async function closeEverything(): Promise<void> {
  for (const { uri, isDirty, isUntitled } of vscode.workspace.textDocuments) {
    if (!isDirty || isUntitled) continue;
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  // An untitled document with text would be asked about; an empty one is closed without a word.
  for (const document of vscode.workspace.textDocuments) {
    if (!document.isUntitled || document.getText() === '') continue;
    const edit = new vscode.WorkspaceEdit();
    edit.delete(document.uri, everything(document));
    await vscode.workspace.applyEdit(edit);
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The range of a whole document. */
export function everything(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
}

/** Replaces the text of an editor as typing does: an edit in the editor, with undo. */
export async function type(
  document: vscode.TextDocument,
  change: (builder: vscode.TextEditorEdit) => void,
): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  if (!(await editor.edit(change))) throw new Error('The editor did not take the edit.');
}
