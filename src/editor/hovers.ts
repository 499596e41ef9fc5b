import * as vscode from 'vscode';
import type { Finding } from '../review/finding.js';
import { hoverCommands } from './commandIds.js';
import { findingsAt } from './findings.js';
import { hoverText } from './hoverText.js';
import { rangeOf, spanOf } from './ranges.js';
import type { Reviews } from './reviews.js';
import type { Words } from './wordForms.js';

/** The card that explains a finding where the pointer rests on its term. */
export class Hovers implements vscode.HoverProvider {
  /** @param isListed whether a finding is among the document's problems, so that VS Code shows its message above the card */
  constructor(
    private readonly reviews: Reviews,
    private readonly isListed: (document: vscode.TextDocument, finding: Finding) => boolean,
    private readonly words: Words,
  ) {}

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const state = this.reviews.current(document);
    if (state?.kind !== 'reviewed') return undefined;
    const place = spanOf(document, new vscode.Range(position, position));
    const findings = findingsAt(state.review.findings, place);
    const ruleset = this.reviews.rulesetOf(document);
    const cards = findings.flatMap((finding) => {
      const entry = ruleset.rule(finding.rule);
      if (entry === undefined) return [];
      const section = ruleset.knowledge.sections.find(({ id }) => id === finding.section);
      const reference = { uri: document.uri.toString(), rule: finding.rule, start: finding.span.start };
      const { lowered } = finding;
      const cue = lowered === undefined ? {} : { cue: document.getText(rangeOf(document, lowered.by)) };
      const subject = { finding, entry, section, reference, ...cue, messageShown: this.isListed(document, finding) };
      const card = new vscode.MarkdownString(hoverText(subject, this.words));
      // Memo text stands in the card: of all commands only ours may run from it, and HTML stays text.
      card.isTrusted = { enabledCommands: hoverCommands };
      card.supportHtml = false;
      return [card];
    });
    const first = findings[0];
    return first === undefined || cards.length === 0
      ? undefined
      : new vscode.Hover(cards, rangeOf(document, first.span));
  }
}
