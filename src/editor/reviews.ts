import * as vscode from 'vscode';
import type { Memo, MemoFormat } from '../memo/memo.js';
import { defaultLimits, readMemo } from '../memo/read.js';
import { review as reviewText, type ReviewOptions } from '../review/review.js';
import type { Ruleset } from '../rules/ruleset.js';
import { memoFormat } from './documents.js';
import type { Reader } from './directiveEdit.js';
import type { Log } from './log.js';
import { folderSchemes } from './memoSelector.js';
import { delayUntilReview } from './pace.js';
import { isOf, type ReviewState, type SettledState } from './reviewState.js';
import type { Rulesets } from './rulesets.js';
import type { Settings } from './settings.js';
import type { WorkspacePacks } from './workspacePacks.js';

/** A document of ours and where its review stands. */
export interface ReviewChange {
  readonly document: vscode.TextDocument;
  readonly state: ReviewState;
}

interface Entry {
  readonly document: vscode.TextDocument;
  state: ReviewState;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first change was made that no review has seen yet, in milliseconds. */
  waitingSince: number | undefined;
  /** What the last review took, in milliseconds. */
  lastCost: number;
}

/**
 * Which open document has which Review. Reviews run after a pause in typing, one per turn of the host, and a result
 * counts only for the version that it was made from.
 */
export class Reviews implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<ReviewChange>();
  /** Fires whenever the state of a document changes. */
  readonly onDidChange = this.changed.event;
  private readonly closed = new vscode.EventEmitter<vscode.Uri>();
  /** Fires when a document is no longer reviewed: closed, deleted, or turned into another language. */
  readonly onDidClose = this.closed.event;

  private readonly entries = new Map<string, Entry>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly settings: Settings,
    private readonly rulesets: Rulesets,
    private readonly packs: WorkspacePacks,
    private readonly log: Log,
  ) {
    const { workspace } = vscode;
    this.subscriptions = [
      workspace.onDidOpenTextDocument((document) => this.open(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.schedule(document);
      }),
      // A change of language is told as closing and opening again.
      workspace.onDidCloseTextDocument((document) => this.close(document.uri)),
      workspace.onDidDeleteFiles(({ files }) => files.forEach((uri) => this.closeUnder(uri))),
      workspace.onDidRenameFiles(({ files }) => files.forEach(({ oldUri }) => this.closeUnder(oldUri))),
      workspace.onDidChangeWorkspaceFolders(() => this.reviewAllAgain()),
      settings.onDidChange(() => this.reviewAllAgain()),
      packs.onDidChange(() => this.reviewAllAgain()),
    ];
  }

  /** Begins with the documents that are open already. */
  start(): void {
    for (const document of vscode.workspace.textDocuments) this.open(document);
  }

  /** The documents under review with their states. */
  get all(): readonly ReviewChange[] {
    return [...this.entries.values()].map(({ document, state }) => ({ document, state }));
  }

  /** Where the review of a document stands; `undefined` for a document that is none of ours. */
  stateOf(document: vscode.TextDocument): ReviewState | undefined {
    return this.entries.get(keyOf(document.uri))?.state;
  }

  /**
   * The state for the document as it is now, made at once if there is none yet; `undefined` for a document that is none
   * of ours.
   */
  current(document: vscode.TextDocument): SettledState | undefined {
    const entry = this.entries.get(keyOf(document.uri)) ?? this.open(document);
    if (entry === undefined) return undefined;
    if (entry.state.kind === 'running' || !isOf(entry.state, document.version)) return this.run(entry);
    return entry.state;
  }

  /** How a document is read; `undefined` for a document that is none of ours. */
  formatOf(document: vscode.TextDocument): MemoFormat | undefined {
    return memoFormat(document, folderSchemes());
  }

  /** The rules in force for a document. */
  rulesetOf(document: vscode.TextDocument): Ruleset {
    const { packs } = this.settings.of(document.uri);
    const without = Object.keys(packs).filter((topic) => packs[topic] === false);
    return this.rulesets.compile(this.packs.of(document.uri), without);
  }

  /** Reads and reviews other texts as if they stood in the document; `undefined` for a document that is none of ours. */
  readerFor(document: vscode.TextDocument): Reader | undefined {
    const format = this.formatOf(document);
    if (format === undefined) return undefined;
    const ruleset = this.rulesetOf(document);
    const options = this.optionsOf(document);
    return {
      read: (text) => memoOf(text, format),
      review: (text) => reviewText(text, format, ruleset, options),
    };
  }

  dispose(): void {
    for (const entry of this.entries.values()) clearTimeout(entry.timer);
    this.entries.clear();
    vscode.Disposable.from(...this.subscriptions, this.changed, this.closed).dispose();
  }

  private optionsOf(document: vscode.TextDocument): ReviewOptions {
    const { levels, maxLength } = this.settings.of(document.uri);
    return { levels, limits: { ...defaultLimits, maxLength } };
  }

  private open(document: vscode.TextDocument): Entry | undefined {
    const key = keyOf(document.uri);
    const known = this.entries.get(key);
    if (known?.document === document) return known;
    if (document.isClosed || this.formatOf(document) === undefined) return undefined;
    const entry: Entry = {
      document,
      state: { kind: 'running' },
      timer: undefined,
      waitingSince: undefined,
      lastCost: 0,
    };
    this.entries.set(key, entry);
    this.changed.fire({ document, state: entry.state });
    this.runLater(entry, 0);
    return entry;
  }

  private schedule(document: vscode.TextDocument): void {
    const entry = this.entries.get(keyOf(document.uri));
    if (entry?.document !== document) return;
    const now = Date.now();
    entry.waitingSince ??= now;
    if (entry.state.kind !== 'off') this.enter(entry, { kind: 'running' });
    this.runLater(entry, delayUntilReview(entry.lastCost, now - entry.waitingSince));
  }

  private reviewAllAgain(): void {
    for (const document of vscode.workspace.textDocuments) this.open(document);
    for (const entry of [...this.entries.values()]) {
      if (this.formatOf(entry.document) === undefined) this.close(entry.document.uri);
      else {
        this.enter(entry, { kind: 'running' });
        this.runLater(entry, 0);
      }
    }
  }

  private runLater(entry: Entry, delay: number): void {
    clearTimeout(entry.timer);
    entry.timer = setTimeout(() => {
      if (this.entries.get(keyOf(entry.document.uri)) === entry) this.run(entry);
    }, delay);
  }

  private run(entry: Entry): SettledState {
    clearTimeout(entry.timer);
    entry.timer = undefined;
    entry.waitingSince = undefined;
    const begun = Date.now();
    const state = this.make(entry.document);
    entry.lastCost = Date.now() - begun;
    this.enter(entry, state);
    return state;
  }

  private make(document: vscode.TextDocument): SettledState {
    const { version } = document;
    try {
      if (!this.settings.of(document.uri).enabled) return { kind: 'off' };
      const format = this.formatOf(document);
      if (format === undefined) return { kind: 'off' };
      const review = reviewText(document.getText(), format, this.rulesetOf(document), this.optionsOf(document));
      if (review.refusal !== undefined) return { kind: 'skipped', version, refusal: review.refusal };
      this.log.trace(`Reviewed version ${version}: ${review.findings.length} findings.`);
      return { kind: 'reviewed', version, review };
    } catch (error) {
      this.log.failure('A document could not be reviewed.', error);
      return { kind: 'failed', version };
    }
  }

  private enter(entry: Entry, state: ReviewState): void {
    if (entry.state.kind === 'running' && state.kind === 'running') return;
    entry.state = state;
    this.changed.fire({ document: entry.document, state });
  }

  private close(uri: vscode.Uri): void {
    const key = keyOf(uri);
    const entry = this.entries.get(key);
    if (entry === undefined) return;
    clearTimeout(entry.timer);
    this.entries.delete(key);
    this.closed.fire(uri);
  }

  /** Closes a file, or every document in a folder, that has gone. */
  private closeUnder(uri: vscode.Uri): void {
    const folder = `${keyOf(uri)}/`;
    for (const [key, { document }] of [...this.entries]) {
      if (key === keyOf(uri) || key.startsWith(folder)) this.close(document.uri);
    }
  }
}

function keyOf(uri: vscode.Uri): string {
  return uri.toString();
}

function memoOf(text: string, format: MemoFormat): Memo | undefined {
  const reading = readMemo(text, format);
  return 'memo' in reading ? reading.memo : undefined;
}
