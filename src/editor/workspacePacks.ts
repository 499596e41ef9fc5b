import * as vscode from 'vscode';
import type { RulePack } from '../rules/pack.js';
import { readPack, type PackProblem } from '../rules/packFile.js';
import { findBrokenReferences } from '../rules/packReferences.js';
import { Lines } from '../text/lines.js';
import { inLanguage } from './findingText.js';
import type { Log } from './log.js';
import type { Rulesets } from './rulesets.js';
import type { Words } from './wordForms.js';

const none: readonly RulePack[] = [];
const packName = /\.(?:ya?ml|json)$/iu;

interface PackFile {
  readonly uri: vscode.Uri;
  /** The text that was last read. */
  readonly source: string;
  /** The last good reading, which stays in force while the file is broken. */
  readonly pack: RulePack | undefined;
}

interface FolderPacks {
  readonly files: ReadonlyMap<string, PackFile>;
  readonly packs: readonly RulePack[];
}

/**
 * A team's own rule packs, `.deal-lens/rules/*.yaml` of each workspace folder. They are read in trusted workspaces only,
 * watched, and read from the editor while they are being written. A broken pack is reported at its place, and what was last
 * good of it stays in force.
 */
export class WorkspacePacks implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** Fires when the packs in force have changed. */
  readonly onDidChange = this.changed.event;

  private readonly problems = vscode.languages.createDiagnosticCollection('deal-lens-packs');
  private readonly folders = new Map<string, FolderPacks>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private watchers: vscode.Disposable[] = [];
  private reading: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a watcher has told of something since the last second reading. */
  private toldByWatcher = false;

  constructor(
    private readonly rulesets: Rulesets,
    private readonly words: Words,
    private readonly log: Log,
  ) {}

  /** Reads the packs of the open folders and keeps them up to date. */
  start(): void {
    const { workspace } = vscode;
    this.subscriptions.push(
      workspace.onDidChangeWorkspaceFolders(() => {
        this.watch();
        this.readSoon();
      }),
      workspace.onDidGrantWorkspaceTrust(() => this.readSoon()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isPack(document.uri)) this.readSoon();
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (isPack(uri)) this.readSoon();
      }),
    );
    this.watch();
    this.readSoon();
  }

  /**
   * The packs in force for a resource: those of its workspace folder. A document that is not saved yet is in no folder;
   * where only one is open, it can only belong there.
   */
  of(resource: vscode.Uri | undefined): readonly RulePack[] {
    const { workspace } = vscode;
    const own = resource === undefined ? undefined : workspace.getWorkspaceFolder(resource);
    const only = workspace.workspaceFolders?.length === 1 ? workspace.workspaceFolders[0] : undefined;
    const folder = own ?? (resource === undefined || resource.scheme === 'untitled' ? only : undefined);
    return this.folders.get(folder?.uri.toString() ?? '')?.packs ?? none;
  }

  /** Puts the problems of all pack files into the language in force. */
  retell(): void {
    for (const { files } of this.folders.values()) {
      for (const { uri, source } of files.values()) this.report(uri, source);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions, ...this.watchers, this.problems, this.changed).dispose();
  }

  private watch(): void {
    vscode.Disposable.from(...this.watchers).dispose();
    this.watchers = (vscode.workspace.workspaceFolders ?? []).map((folder) => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, '{.deal-lens,.deal-lens/rules,.deal-lens/rules/*}'),
      );
      const read = (): void => {
        this.toldByWatcher = true;
        this.readSoon();
      };
      return vscode.Disposable.from(
        watcher,
        watcher.onDidCreate(read),
        watcher.onDidChange(read),
        watcher.onDidDelete(read),
      );
    });
  }

  /** Reads when nothing more has come for a while, in milliseconds. */
  private readSoon(delay = 100): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      // One reading after the other, so that an older state of a folder never replaces a newer one.
      this.reading = this.reading
        .then(() => this.readAll())
        .then(() => this.readAgain())
        .catch((error: unknown) => this.log.failure('The packs of the workspace could not be read.', error));
    }, delay);
  }

  /** A folder that has just been made is watched only a moment later: what is written in between goes untold. */
  private readAgain(): void {
    if (!this.toldByWatcher) return;
    this.toldByWatcher = false;
    if (this.timer === undefined) this.readSoon(1000);
  }

  private async readAll(): Promise<void> {
    const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
    let anythingChanged = this.forgetAllBut(folders);
    for (const folder of folders) {
      const key = folder.uri.toString();
      const before = this.folders.get(key);
      const after = await this.readFolder(folder.uri, before);
      const packs = [...after.values()].flatMap(({ pack }) => pack ?? []);
      const same =
        packs.length === (before?.packs.length ?? 0) && packs.every((pack, index) => pack === before?.packs[index]);
      this.folders.set(key, { files: after, packs: same ? (before?.packs ?? none) : packs });
      if (!same) anythingChanged = true;
    }
    if (!anythingChanged) return;
    this.log.info(
      `Workspace packs in force: ${[...this.folders.values()].reduce((sum, { packs }) => sum + packs.length, 0)}.`,
    );
    this.changed.fire();
  }

  private forgetAllBut(folders: readonly vscode.WorkspaceFolder[]): boolean {
    const open = new Set(folders.map(({ uri }) => uri.toString()));
    let forgotten = false;
    for (const [key, { files, packs }] of [...this.folders]) {
      if (open.has(key)) continue;
      for (const { uri } of files.values()) this.problems.delete(uri);
      this.folders.delete(key);
      forgotten ||= packs.length > 0;
    }
    return forgotten;
  }

  private async readFolder(
    folder: vscode.Uri,
    before: FolderPacks | undefined,
  ): Promise<ReadonlyMap<string, PackFile>> {
    const rules = vscode.Uri.joinPath(folder, '.deal-lens', 'rules');
    const files = new Map<string, PackFile>();
    const names = await this.listFiles(rules);
    if (names === undefined) return before?.files ?? files;
    for (const name of names) {
      if (!packName.test(name)) continue;
      const uri = vscode.Uri.joinPath(rules, name);
      const key = uri.toString();
      const known = before?.files.get(key);
      const source = await this.readText(uri);
      if (source === undefined) {
        if (known !== undefined) files.set(key, known);
      } else if (source === known?.source) {
        files.set(key, known);
      } else {
        files.set(key, { uri, source, pack: this.report(uri, source) ?? known?.pack });
      }
    }
    for (const { uri } of before?.files.values() ?? []) {
      if (!files.has(uri.toString())) this.problems.delete(uri);
    }
    return files;
  }

  /** The names in a folder, none if there is no such folder, `undefined` if it cannot be read. */
  private async listFiles(folder: vscode.Uri): Promise<readonly string[] | undefined> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folder);
      return entries.flatMap(([name, type]) => ((type & vscode.FileType.File) !== 0 ? [name] : [])).sort();
    } catch (error) {
      // Most workspaces have no packs of their own.
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return [];
      this.log.failure('The folder .deal-lens/rules could not be read; the packs read before stay in force.', error);
      return undefined;
    }
  }

  /** The text of a pack: from its editor if it is open there, saved or not; `undefined` if it cannot be read. */
  private async readText(uri: vscode.Uri): Promise<string | undefined> {
    const key = uri.toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
    if (open !== undefined) return open.getText();
    try {
      return await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
    } catch (error) {
      this.log.failure('A rule pack of the workspace could not be read.', error);
      const message = this.words.t(
        'Deal Lens could not read this rule pack. Check that it is a text file that you may read.',
      );
      this.problems.set(uri, [problem(new vscode.Range(0, 0, 0, 0), message)]);
      return undefined;
    }
  }

  private report(uri: vscode.Uri, source: string): RulePack | undefined {
    const { pack, problems } = readPack(source);
    const lines = new Lines(source);
    const position = (offset: number): vscode.Position => {
      const { line, column } = lines.positionAt(offset);
      return new vscode.Position(line, column);
    };
    const { Error: Broken, Warning } = vscode.DiagnosticSeverity;
    const rows = (found: readonly PackProblem[], severity: vscode.DiagnosticSeverity): vscode.Diagnostic[] =>
      found.map(({ message, span }) => {
        const range = new vscode.Range(position(span.start), position(span.end));
        return problem(range, inLanguage(message, this.words), severity);
      });
    const references = pack === undefined ? [] : findBrokenReferences(source, pack, this.rulesets.knowledge);
    this.problems.set(uri, [...rows(problems, Broken), ...rows(references, Warning)]);
    return pack;
  }
}

function problem(range: vscode.Range, message: string, severity = vscode.DiagnosticSeverity.Error): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = 'Deal Lens';
  diagnostic.code = 'rule-pack';
  return diagnostic;
}

/** Whether a document is a pack of some workspace folder. */
function isPack(uri: vscode.Uri): boolean {
  return /\/\.deal-lens\/rules\/[^/]+$/u.test(uri.path) && packName.test(uri.path);
}
