import * as vscode from 'vscode';
import type { Section } from '../rules/knowledge.js';
import type { Level } from '../rules/level.js';
import type { ActiveMemo } from './activeMemo.js';
import { commandIds } from './commandIds.js';
import { contextKeys } from './contextKeys.js';
import { childrenOf, countAtLeast, countBySection, parentOf, type SectionCount } from './reportOutline.js';
import type { Rulesets } from './rulesets.js';
import { SectionDecorations } from './sectionDecorations.js';
import { sectionText } from './sectionText.js';
import { describeState } from './statusText.js';
import type { Words } from './wordForms.js';

const viewId = 'dealLens.report';

const noCounts: ReadonlyMap<string, SectionCount> = new Map();

/** The report's sections in order, with what the active memo's findings mean for each. */
export class ReportView implements vscode.TreeDataProvider<Section>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<Section[] | undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  private readonly view: vscode.TreeView<Section>;
  private readonly listener: vscode.Disposable;
  private readonly decorations = new SectionDecorations((id) => this.counts.get(id));
  private counts = noCounts;

  constructor(
    private readonly rulesets: Rulesets,
    private readonly memo: ActiveMemo,
    private readonly words: Words,
  ) {
    this.view = vscode.window.createTreeView(viewId, { treeDataProvider: this, showCollapseAll: true });
    this.listener = memo.onDidChange(() => this.update());
    void vscode.commands.executeCommand('setContext', contextKeys.outlineMissing, this.sections.length === 0);
    this.update();
  }

  /** Shows everything again, in the language now in force. */
  refresh(): void {
    this.update();
    this.changed.fire(undefined);
  }

  /** Selects a section in the view and gives the view the focus. */
  async reveal(sectionId: string): Promise<void> {
    const section = this.sections.find(({ id }) => id === sectionId);
    if (section === undefined) {
      await vscode.window.showWarningMessage(this.words.t('The report has no section “{0}”.', sectionId));
      return;
    }
    await this.view.reveal(section, { select: true, focus: true, expand: true });
  }

  getChildren(section?: Section): Section[] {
    return [...childrenOf(this.sections, section?.id)];
  }

  getParent(section: Section): Section | undefined {
    const parent = parentOf(section.id);
    return this.sections.find(({ id }) => id === parent);
  }

  getTreeItem(section: Section): vscode.TreeItem {
    const count = this.counts.get(section.id);
    const { label, description, tooltip, accessibilityLabel } = sectionText(section, count, this.words);
    const { Expanded, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(label, this.getChildren(section).length > 0 ? Expanded : None);
    item.id = section.id;
    item.resourceUri = SectionDecorations.uriOf(section.id);
    item.description = description;
    item.tooltip = new vscode.MarkdownString(tooltip);
    item.iconPath = iconOf(count?.gravest);
    item.contextValue = 'section';
    item.accessibilityInformation = { label: accessibilityLabel };
    item.command = {
      command: commandIds.openGuidance,
      title: this.words.t('Open guidance'),
      arguments: [section.id],
    };
    return item;
  }

  dispose(): void {
    vscode.Disposable.from(this.listener, this.view, this.decorations, this.changed).dispose();
  }

  private get sections(): readonly Section[] {
    return this.rulesets.knowledge.sections;
  }

  private update(): void {
    const { document, state } = this.memo;
    // Never `delete` these two: they are accessors of the view, and would be gone for good.
    this.view.description = document?.uri.path.split('/').at(-1) ?? '';
    // While a review runs the last counts stay, so that the view does not flicker at every keystroke.
    if (state?.kind === 'running') return;
    const findings = state?.kind === 'reviewed' ? state.review.findings : [];
    this.show(countBySection(findings));
    this.showBadge(countAtLeast(findings, 'caution'));
    const silent = state !== undefined && state.kind !== 'reviewed';
    this.view.message = silent ? describeState(state, this.words).detail : '';
  }

  private show(counts: ReadonlyMap<string, SectionCount>): void {
    const before = this.counts;
    this.counts = counts;
    const different = this.sections.filter(({ id }) => !sameCount(before.get(id), counts.get(id)));
    if (different.length === 0) return;
    this.changed.fire(different);
    this.decorations.refresh(different.map(({ id }) => id));
  }

  private showBadge(count: number): void {
    this.view.badge =
      count === 0
        ? undefined
        : {
            value: count,
            tooltip: this.words.t(
              count === 1
                ? 'The active memo has {0} finding that is critical or to be checked.'
                : 'The active memo has {0} findings that are critical or to be checked.',
              count,
            ),
          };
  }
}

function sameCount(a: SectionCount | undefined, b: SectionCount | undefined): boolean {
  return a?.open === b?.open && a?.suppressed === b?.suppressed && a?.gravest === b?.gravest;
}

/** An icon tells the level by its form; the colour only says it again. */
function iconOf(gravest: Level | undefined): vscode.ThemeIcon {
  switch (gravest) {
    case 'critical':
      return new vscode.ThemeIcon('error', new vscode.ThemeColor('list.errorForeground'));
    case 'caution':
      return new vscode.ThemeIcon('warning', new vscode.ThemeColor('list.warningForeground'));
    case 'note':
      return new vscode.ThemeIcon('info', new vscode.ThemeColor('notificationsInfoIcon.foreground'));
    case 'mention':
      return new vscode.ThemeIcon('circle-small-filled');
    case undefined:
      return new vscode.ThemeIcon('book');
  }
}
