import * as vscode from 'vscode';
import type { Finding } from '../review/finding.js';
import { commandIds } from './commandIds.js';
import { source } from './diagnostics.js';
import { directiveRemoval } from './directiveEdit.js';
import { findingsAt, isAboutSuppression, type FindingReference } from './findings.js';
import { sectionLabel } from './findingText.js';
import { rangeOf, spanOf } from './ranges.js';
import { replacementOf } from './replacement.js';
import type { Reviews } from './reviews.js';
import type { Words } from './wordForms.js';

/** A long selection may touch hundreds of findings; the menu stays one that can be read. */
const mostFindings = 5;

/**
 * What can be done about a finding, always in the same order. All of it is a judgement: none is preferred, none runs on
 * save or in "fix all".
 */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
  };

  constructor(
    private readonly reviews: Reviews,
    private readonly words: Words,
  ) {}

  provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, triggerKind }: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    // VS Code asks by itself whenever the cursor moves. That must not hurry a review that waits for a pause in typing; it
    // asks again when the diagnostics change.
    const asked = triggerKind === vscode.CodeActionTriggerKind.Invoke;
    const state = asked ? this.reviews.current(document) : this.reviews.stateOf(document);
    if (state?.kind !== 'reviewed') return [];
    const findings = findingsAt(state.review.findings, spanOf(document, range)).slice(0, mostFindings);
    return findings.flatMap((finding) => {
      const place = rangeOf(document, finding.span);
      const own = diagnostics.filter((one) => one.source === source && one.range.isEqual(place));
      const actions = isAboutSuppression(finding)
        ? this.aboutSuppression(document, finding)
        : this.aboutText(document, finding);
      for (const action of actions) action.diagnostics = own;
      return actions;
    });
  }

  private aboutText(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
    const { words } = this;
    const { sections } = this.reviews.rulesetOf(document).knowledge;
    const section = sections.find(({ id }) => id === finding.section);
    const open =
      section === undefined
        ? []
        : [action(words.t('Open guidance: {0}', sectionLabel(section, words)), commandIds.openGuidance, section.id)];
    if (finding.suppressed !== undefined) return open;
    const reference = referenceTo(document, finding);
    return [
      ...this.replacing(document, finding),
      ...open,
      action(
        words.t('Suppress {0} in this paragraph, with a reason…', finding.rule),
        commandIds.suppressInBlock,
        reference,
      ),
      action(
        words.t('Suppress {0} in the whole document, with a reason…', finding.rule),
        commandIds.suppressInFile,
        reference,
      ),
    ];
  }

  /** For a stale reference, today's. */
  private replacing(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
    const replacement = this.reviews.rulesetOf(document).rule(finding.rule)?.rule.replacement;
    if (replacement === undefined) return [];
    const { span, text } = replacementOf(document.getText(), finding, replacement);
    const fix = new vscode.CodeAction(this.words.t('Replace with “{0}”', text), vscode.CodeActionKind.QuickFix);
    fix.edit = new vscode.WorkspaceEdit();
    fix.edit.replace(document.uri, rangeOf(document, span), text);
    return [fix];
  }

  private aboutSuppression(document: vscode.TextDocument, finding: Finding): vscode.CodeAction[] {
    if (finding.rule === 'suppression/missing-reason') {
      return [action(this.words.t('Give a reason…'), commandIds.giveReason, referenceTo(document, finding))];
    }
    const fix = new vscode.CodeAction(this.words.t('Remove this suppression'), vscode.CodeActionKind.QuickFix);
    const { start, end } = directiveRemoval(document.getText(), finding.span);
    fix.edit = new vscode.WorkspaceEdit();
    fix.edit.delete(document.uri, rangeOf(document, { start, end }));
    return [fix];
  }
}

function action(title: string, command: string, argument: unknown): vscode.CodeAction {
  const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  made.command = { title, command, arguments: [argument] };
  return made;
}

function referenceTo(document: vscode.TextDocument, finding: Finding): FindingReference {
  return { uri: document.uri.toString(), rule: finding.rule, start: finding.span.start };
}
