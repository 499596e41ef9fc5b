import * as vscode from 'vscode';
import type { Finding } from '../review/finding.js';
import { contextKeys } from './contextKeys.js';
import { guidanceScheme } from './guidanceAddress.js';
import type { Reviews } from './reviews.js';
import type { ReviewState } from './reviewState.js';

const lookedAtBeside: ReadonlySet<string> = new Set([guidanceScheme, 'output']);

/**
 * The memo that the views and commands are about: the one that was edited last. It stays while something that is no text
 * editor, a guidance preview say, has the focus.
 */
export class ActiveMemo implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when another memo becomes the active one, or its review enters another state. */
  readonly onDidChange = this.changed.event;

  private memo: vscode.TextDocument | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly reviews: Reviews) {
    this.subscriptions = [
      vscode.window.onDidChangeActiveTextEditor(() => this.follow()),
      vscode.window.tabGroups.onDidChangeTabs(() => this.follow()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.follow()),
      reviews.onDidChange(({ document }) => {
        if (document === this.memo) this.changed.fire();
        else if (document === documentInFront()) this.enter(document);
      }),
      reviews.onDidClose((uri) => {
        if (this.memo?.uri.toString() === uri.toString()) this.enter(undefined);
      }),
    ];
    this.follow();
  }

  get document(): vscode.TextDocument | undefined {
    return this.memo;
  }

  /** Where the review of the active memo stands; `undefined` if there is none. */
  get state(): ReviewState | undefined {
    return this.memo === undefined ? undefined : this.reviews.stateOf(this.memo);
  }

  /** An editor that shows the active memo. */
  get editor(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    if (activeTextEditor?.document === this.memo) return activeTextEditor;
    return visibleTextEditors.find(({ document }) => document === this.memo);
  }

  /** The findings of the active memo as it is now. */
  get findings(): readonly Finding[] {
    const state = this.memo === undefined ? undefined : this.reviews.current(this.memo);
    return state?.kind === 'reviewed' ? state.review.findings : [];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.changed).dispose();
  }

  private follow(): void {
    const document = documentInFront();
    // A settings page or a panel is looked at beside the memo, and so is a guidance document.
    if (document === undefined || lookedAtBeside.has(document.uri.scheme)) return;
    this.enter(this.reviews.stateOf(document) === undefined ? undefined : document);
  }

  private enter(document: vscode.TextDocument | undefined): void {
    if (document === this.memo) return;
    this.memo = document;
    void vscode.commands.executeCommand('setContext', contextKeys.memoActive, document !== undefined);
    this.changed.fire();
  }
}

/** The document of the active editor, or of the preview that stands in its place. */
function documentInFront(): vscode.TextDocument | undefined {
  const { activeTextEditor, tabGroups } = vscode.window;
  if (activeTextEditor !== undefined) return activeTextEditor.document;
  const input: unknown = tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof vscode.TabInputCustom)) return undefined;
  const key = input.uri.toString();
  return vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === key);
}
