import * as vscode from 'vscode';
import type { Section } from '../rules/knowledge.js';
import { guidanceFolders, guidancePath, guidanceScheme, readGuidancePath } from './guidanceAddress.js';
import { guidanceText } from './guidanceText.js';
import type { Rulesets } from './rulesets.js';
import type { WordsInForce } from './words.js';

const preview = 'vscode.markdown.preview.editor';
const noPacks: readonly never[] = [];
const nothing = new vscode.Disposable(() => undefined);

/**
 * The guidance of each section as a read-only Markdown document of its own, in each language, shown in VS Code's Markdown
 * preview. A file system rather than a content provider: links between the documents resolve, and a tab that VS Code
 * restores at its next start finds its text again.
 */
export class GuidanceDocuments implements vscode.FileSystemProvider, vscode.Disposable {
  /** The documents are part of the product and never change while it runs. */
  readonly onDidChangeFile: vscode.Event<vscode.FileChangeEvent[]> = () => nothing;

  private readonly registration: vscode.Disposable;
  private readonly begun = Date.now();
  private readonly made = new Map<string, Promise<Uint8Array>>();

  constructor(
    private readonly rulesets: Rulesets,
    private readonly words: WordsInForce,
  ) {
    this.registration = vscode.workspace.registerFileSystemProvider(guidanceScheme, this, {
      isReadonly: true,
      isCaseSensitive: true,
    });
  }

  /** The address of a section's guidance in the language in force; `undefined` if the report has no such section. */
  uriOf(sectionId: string): vscode.Uri | undefined {
    const section = this.section(sectionId);
    if (section === undefined) return undefined;
    return vscode.Uri.from({ scheme: guidanceScheme, path: guidancePath(section, this.words.language) });
  }

  /** Opens a section's guidance. Without VS Code's Markdown preview, its source is shown. */
  async open(sectionId: string): Promise<void> {
    const uri = this.uriOf(sectionId);
    if (uri === undefined) {
      await vscode.window.showWarningMessage(this.words.t('The report has no section “{0}”.', sectionId));
      return;
    }
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, preview, { preview: true });
    } catch {
      await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
    }
  }

  watch(): vscode.Disposable {
    return nothing;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const times = { ctime: this.begun, mtime: this.begun };
    if (this.list(uri.path) !== undefined) return { type: vscode.FileType.Directory, size: 0, ...times };
    const { length } = await this.readFile(uri);
    return { type: vscode.FileType.File, size: length, permissions: vscode.FilePermission.Readonly, ...times };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    const names = this.list(uri.path);
    if (names === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return names.map((name) => [name, name.endsWith('.md') ? vscode.FileType.File : vscode.FileType.Directory]);
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const known = this.made.get(uri.path);
    if (known !== undefined) return known;
    const made = this.make(uri);
    this.made.set(uri.path, made);
    // What could not be made is tried again the next time.
    made.catch(() => this.made.delete(uri.path));
    return made;
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.registration.dispose();
  }

  private async make(uri: vscode.Uri): Promise<Uint8Array> {
    const address = readGuidancePath(uri.path);
    const section = address === undefined ? undefined : this.section(address.section);
    if (address === undefined || section === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const entries = this.rulesets.compile(noPacks, []).rules.filter((entry) => entry.section === section.id);
    const words = await this.words.of(address.language);
    return new TextEncoder().encode(guidanceText(section, entries, this.rulesets.knowledge, words));
  }

  /** The names in a folder of ours; `undefined` if there is no such folder. */
  private list(path: string): readonly string[] | undefined {
    if (path === '/') return Object.values(guidanceFolders);
    const language = path === `/${guidanceFolders.en}` ? 'en' : path === `/${guidanceFolders.zh}` ? 'zh' : undefined;
    if (language === undefined) return undefined;
    return this.rulesets.knowledge.sections.map((section) => guidancePath(section, language).slice(path.length + 1));
  }

  private section(id: string): Section | undefined {
    return this.rulesets.knowledge.sections.find((section) => section.id === id);
  }
}
