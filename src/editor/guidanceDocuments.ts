import * as vscode from 'vscode';
import type { Section } from '../rules/knowledge.js';
import { guidancePath, guidanceScheme, readGuidancePath } from './guidanceAddress.js';
import { guidanceText } from './guidanceText.js';
import type { Rulesets } from './rulesets.js';
import type { Words } from './wordForms.js';

const preview = 'vscode.markdown.preview.editor';

/** The guidance of each section as a read-only Markdown document of its own, shown in VS Code's Markdown preview. */
export class GuidanceDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly registration: vscode.Disposable;

  constructor(
    private readonly rulesets: Rulesets,
    private readonly words: Words,
  ) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(guidanceScheme, this);
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
      const message = this.words.t('The report has no section “{0}”.', sectionId);
      await vscode.window.showWarningMessage(message);
      return;
    }
    try {
      await vscode.commands.executeCommand('vscode.openWith', uri, preview, { preview: true });
    } catch {
      await vscode.commands.executeCommand('vscode.open', uri, { preview: true });
    }
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const address = readGuidancePath(uri.path);
    const section = address === undefined ? undefined : this.section(address.section);
    if (address === undefined || section === undefined) {
      return this.words.t('The report has no section “{0}”.', uri.path);
    }
    const entries = this.rulesets.compile(noPacks, []).rules.filter((entry) => entry.section === section.id);
    const words = address.language === this.words.language ? this.words : { ...this.words, language: address.language };
    return guidanceText(section, entries, this.rulesets.knowledge, words);
  }

  dispose(): void {
    this.registration.dispose();
  }

  private section(id: string): Section | undefined {
    return this.rulesets.knowledge.sections.find((section) => section.id === id);
  }
}

const noPacks: readonly never[] = [];
