import * as vscode from 'vscode';
import type { Finding } from '../review/finding.js';
import type { ActiveMemo } from './activeMemo.js';
import { commandIds, type CommandId } from './commandIds.js';
import { asFindingReference, findingsAt, isAboutSuppression, neighbour, type FindingReference } from './findings.js';
import { levelName, sectionLabel, termOf } from './findingText.js';
import type { GuidanceDocuments } from './guidanceDocuments.js';
import { rangeOf, spanOf } from './ranges.js';
import type { ReportView } from './reportView.js';
import type { Rulesets } from './rulesets.js';
import type { Suppressions } from './suppressions.js';
import type { Words } from './wordForms.js';

interface Parts {
  readonly memo: ActiveMemo;
  readonly rulesets: Rulesets;
  readonly guidance: GuidanceDocuments;
  readonly reportView: ReportView;
  readonly suppressions: Suppressions;
  readonly words: Words;
  readonly openSample: () => Promise<void>;
  readonly showLog: () => void;
  readonly debugInformation: () => string;
}

/**
 * Registers every command of Deal Lens. A command that takes an argument finds one itself when it is run from the command
 * palette: the finding at the cursor, else it asks.
 */
export function registerCommands(parts: Parts): vscode.Disposable {
  const { guidance, reportView, suppressions, words } = parts;
  const chooser = new Chooser(parts);
  const handlers: Readonly<Record<CommandId, (argument?: unknown) => unknown>> = {
    [commandIds.openGuidance]: async (argument) => {
      const section = await chooser.section(argument);
      if (section !== undefined) await guidance.open(section);
    },
    [commandIds.revealSection]: async (argument) => {
      const section = await chooser.section(argument);
      if (section !== undefined) await reportView.reveal(section);
    },
    [commandIds.suppressInBlock]: async (argument) => {
      const finding = await chooser.finding(argument);
      if (finding !== undefined) await suppressions.suppress(finding, 'block');
    },
    [commandIds.suppressInFile]: async (argument) => {
      const finding = await chooser.finding(argument);
      if (finding !== undefined) await suppressions.suppress(finding, 'file');
    },
    [commandIds.giveReason]: async (argument) => {
      const finding = asFindingReference(argument);
      if (finding !== undefined) await suppressions.giveReason(finding);
    },
    [commandIds.nextFinding]: () => goTo('next', parts),
    [commandIds.previousFinding]: () => goTo('previous', parts),
    [commandIds.openSample]: parts.openSample,
    [commandIds.showLog]: parts.showLog,
    [commandIds.openSettings]: () => vscode.commands.executeCommand('workbench.action.openSettings', 'dealLens.'),
    [commandIds.copyDebugInformation]: async () => {
      await vscode.env.clipboard.writeText(parts.debugInformation());
      vscode.window.setStatusBarMessage(words.t('Debug information copied. It holds no document text.'), 5000);
    },
  };
  return vscode.Disposable.from(
    ...Object.entries(handlers).map(([id, handler]) => vscode.commands.registerCommand(id, handler)),
  );
}

/** Finds what a command is about: its argument, else the finding at the cursor, else what the user picks. */
class Chooser {
  constructor(private readonly parts: Parts) {}

  async section(argument: unknown): Promise<string | undefined> {
    if (typeof argument === 'string') return argument;
    // A menu of the Report view passes the section itself.
    if (isSection(argument)) return argument.id;
    const atCursor = this.atCursor();
    if (atCursor !== undefined) return atCursor.section;
    const { rulesets, words } = this.parts;
    const items = rulesets.knowledge.sections.map((section) => ({
      label: sectionLabel(section, words),
      id: section.id,
    }));
    const placeHolder = words.t('Choose a section of the report');
    return (await vscode.window.showQuickPick(items, { placeHolder }))?.id;
  }

  async finding(argument: unknown): Promise<FindingReference | undefined> {
    const given = asFindingReference(argument);
    if (given !== undefined) return given;
    const { document } = this.parts.memo;
    if (document === undefined) return undefined;
    const finding = this.atCursor() ?? (await this.pick(document));
    return finding === undefined
      ? undefined
      : { uri: document.uri.toString(), rule: finding.rule, start: finding.span.start };
  }

  private atCursor(): Finding | undefined {
    const { editor, findings } = this.parts.memo;
    if (editor === undefined) return undefined;
    return findingsAt(findings, spanOf(editor.document, editor.selection)).find(canBeSuppressed);
  }

  private async pick(document: vscode.TextDocument): Promise<Finding | undefined> {
    const { memo, words } = this.parts;
    const items = memo.findings.filter(canBeSuppressed).map((finding) => ({
      label: termOf(finding),
      description: words.t(
        '{0}, line {1}',
        levelName(finding.level, words),
        document.positionAt(finding.span.start).line + 1,
      ),
      detail: finding.rule,
      finding,
    }));
    if (items.length === 0) {
      await vscode.window.showInformationMessage(words.t('There is no finding in this memo.'));
      return undefined;
    }
    const placeHolder = words.t('Choose a finding');
    return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.finding;
  }
}

function isSection(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

function canBeSuppressed(finding: Finding): boolean {
  return finding.suppressed === undefined && !isAboutSuppression(finding);
}

/** Moves the cursor to the next finding, or the one before, and shows its card. */
async function goTo(direction: 'next' | 'previous', { memo, words, openSample }: Parts): Promise<void> {
  const { document } = memo;
  if (document === undefined) {
    const sample = words.t('Open the sample memo');
    const answer = await vscode.window.showInformationMessage(words.t('Open a memo first.'), sample);
    if (answer === sample) await openSample();
    return;
  }
  const editor = await vscode.window.showTextDocument(document, memo.editor?.viewColumn);
  const finding = neighbour(memo.findings, document.offsetAt(editor.selection.active), direction);
  if (finding === undefined) {
    vscode.window.setStatusBarMessage(words.t('There is no finding in this memo.'), 5000);
    return;
  }
  const range = rangeOf(document, finding.span);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover');
}
