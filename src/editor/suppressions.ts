import * as vscode from 'vscode';
import type { Finding } from '../review/finding.js';
import {
  directiveInsertion,
  reasonFault,
  reasonInsertion,
  type DirectiveScope,
  type Insertion,
} from './directiveEdit.js';
import { findReferenced, type FindingReference } from './findings.js';
import { termOf } from './findingText.js';
import type { Reviews } from './reviews.js';
import type { Words } from './wordForms.js';

/** Asks for a reason and writes a suppression into the memo. */
export class Suppressions {
  constructor(
    private readonly reviews: Reviews,
    private readonly words: Words,
  ) {}

  /** Suppresses the rule of a finding in its block or in the whole document; without a reason nothing happens. */
  async suppress(reference: FindingReference, scope: DirectiveScope): Promise<void> {
    const asked = this.find(reference);
    if (asked === undefined) return this.say(this.words.t('This finding is no longer in the document.'));
    const { rule } = asked.finding;
    const reason = await this.askReason(
      this.words.t('Suppress “{0}”', termOf(asked.finding)),
      scope === 'file'
        ? this.words.t('Why does {0} need no attention in this document?', rule)
        : this.words.t('Why does {0} need no attention in this paragraph?', rule),
    );
    if (reason === undefined) return;
    // The document may have changed while the question was open.
    const now = this.find(reference);
    if (now === undefined) return this.say(this.words.t('This finding is no longer in the document.'));
    await this.write(now.document, now.finding, scope, reason);
  }

  /** Asks for the reason that a suppression in the memo lacks, and writes it there. */
  async giveReason(reference: FindingReference): Promise<void> {
    const gone = this.words.t('This suppression is no longer in the document.');
    if (this.find(reference) === undefined) return this.say(gone);
    const title = this.words.t('Reason for this suppression');
    const reason = await this.askReason(title, this.words.t('Why do these findings need no attention?'));
    if (reason === undefined) return;
    const now = this.find(reference);
    const format = now === undefined ? undefined : this.reviews.formatOf(now.document);
    if (now === undefined || format === undefined) return this.say(gone);
    await this.insert(now.document, reasonInsertion(now.document.getText(), now.finding.span, format, reason));
  }

  private async write(
    document: vscode.TextDocument,
    finding: Finding,
    scope: DirectiveScope,
    reason: string,
  ): Promise<void> {
    const reader = this.reviews.readerFor(document);
    const format = this.reviews.formatOf(document);
    if (reader === undefined || format === undefined) return;
    const text = document.getText();
    const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
    const insertion = directiveInsertion({ text, format, eol, finding, scope, reason }, reader);
    if (insertion === undefined) return this.offerFile(document, finding, scope, reason);
    await this.insert(document, insertion);
  }

  private async insert(document: vscode.TextDocument, { offset, text }: Insertion): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(offset), text);
    if (!(await vscode.workspace.applyEdit(edit))) {
      return this.say(this.words.t('The suppression could not be written: the document cannot be edited.'));
    }
  }

  /** No place near the block serves, in a table inside a list say: the whole document is the other choice. */
  private async offerFile(
    document: vscode.TextDocument,
    finding: Finding,
    scope: DirectiveScope,
    reason: string,
  ): Promise<void> {
    if (scope === 'file') {
      return this.say(this.words.t('The suppression could not be placed without changing how the memo reads.'));
    }
    const inFile = this.words.t('Suppress in the whole document');
    const message = this.words.t('No place before this block takes a suppression without changing how the memo reads.');
    const answer = await vscode.window.showWarningMessage(message, inFile);
    if (answer === inFile) await this.write(document, finding, 'file', reason);
  }

  private async askReason(title: string, prompt: string): Promise<string | undefined> {
    const { words } = this;
    return vscode.window.showInputBox({
      title,
      prompt,
      placeHolder: words.t('For instance: licence obtained, see annex 2'),
      ignoreFocusOut: true,
      validateInput: (value) => {
        switch (reasonFault(value)) {
          case 'empty':
            return words.t('Write a reason: it stays in the memo, for those who read it later.');
          case 'ends-comment':
            return words.t('A reason cannot hold “-->”, which would end the comment.');
          case undefined:
            return undefined;
        }
      },
    });
  }

  private find(
    reference: FindingReference,
  ): { readonly document: vscode.TextDocument; readonly finding: Finding } | undefined {
    const document = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === reference.uri);
    const state = document === undefined ? undefined : this.reviews.current(document);
    if (document === undefined || state?.kind !== 'reviewed') return undefined;
    const finding = findReferenced(state.review.findings, reference);
    return finding === undefined ? undefined : { document, finding };
  }

  private async say(message: string): Promise<void> {
    await vscode.window.showWarningMessage(message);
  }
}
