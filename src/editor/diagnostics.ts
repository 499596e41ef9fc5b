import * as vscode from 'vscode';
import type { Finding, Lowering } from '../review/finding.js';
import { levels, type Level } from '../rules/level.js';
import type { Ruleset } from '../rules/ruleset.js';
import { isAboutSuppression } from './findings.js';
import { problemText } from './findingText.js';
import type { GuidanceDocuments } from './guidanceDocuments.js';
import { rangeOf } from './ranges.js';
import type { ReviewChange, Reviews } from './reviews.js';
import type { SettledState } from './reviewState.js';
import type { Settings } from './settings.js';
import type { SeverityName } from './severities.js';
import { describeRefusal, describeState } from './statusText.js';
import type { Words } from './wordForms.js';

/** What the Problems panel names as the origin of our findings. */
export const source = 'Deal Lens';

/** Codes of the rows that are not findings. */
export const rowCodes = { more: 'more-findings', skipped: 'not-reviewed', failed: 'review-failed' } as const;

const severities: Readonly<Record<Exclude<SeverityName, 'none'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows reviews in the Problems panel and as squiggles. The only holder of our diagnostic collection for memos. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('deal-lens');
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly reviews: Reviews,
    private readonly settings: Settings,
    private readonly guidance: GuidanceDocuments,
    private readonly words: Words,
  ) {
    this.subscriptions = [
      reviews.onDidChange((change) => this.show(change)),
      reviews.onDidClose((uri) => this.collection.delete(uri)),
    ];
  }

  /** Shows everything again, in the language now in force. */
  refresh(): void {
    for (const change of this.reviews.all) this.show(change);
  }

  /** Whether a finding is shown as a problem, with its message. */
  lists(document: vscode.TextDocument, finding: Finding): boolean {
    const range = rangeOf(document, finding.span);
    return (this.collection.get(document.uri) ?? []).some(
      (one) => one.range.isEqual(range) && codeOf(one) === finding.rule,
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions, this.collection).dispose();
  }

  private show({ document, state }: ReviewChange): void {
    // While a review runs the last result stays: the editor moves it along with the text.
    if (state.kind !== 'running') this.collection.set(document.uri, this.rows(document, state));
  }

  private rows(document: vscode.TextDocument, state: SettledState): vscode.Diagnostic[] {
    switch (state.kind) {
      case 'off':
        return [];
      case 'reviewed':
        return this.findingRows(document, state.review.findings);
      case 'skipped': {
        const at = document.positionAt(state.refusal.offset);
        const { Warning } = vscode.DiagnosticSeverity;
        return [row(new vscode.Range(at, at), describeRefusal(state.refusal, this.words), Warning, rowCodes.skipped)];
      }
      case 'failed': {
        const start = new vscode.Range(0, 0, 0, 0);
        return [row(start, describeState(state, this.words).detail, vscode.DiagnosticSeverity.Error, rowCodes.failed)];
      }
    }
  }

  private findingRows(document: vscode.TextDocument, findings: readonly Finding[]): vscode.Diagnostic[] {
    const { severities: chosen, maxFindings } = this.settings.of(document.uri);
    const ruleset = this.reviews.rulesetOf(document);
    const visible = findings.filter(({ level }) => chosen[level] !== 'none');
    const [listed, left] = cut(visible, maxFindings);
    const rows = listed.map((finding) => this.findingRow(document, finding, ruleset, severityOf(finding, chosen)));
    return left[0] === undefined ? rows : [...rows, this.moreRow(document, left, left[0])];
  }

  private findingRow(
    document: vscode.TextDocument,
    finding: Finding,
    ruleset: Ruleset,
    severity: vscode.DiagnosticSeverity,
  ): vscode.Diagnostic {
    const message = ruleset.rule(finding.rule)?.rule.message;
    const text = message === undefined ? finding.rule : problemText(finding, message, this.words);
    const diagnostic = row(rangeOf(document, finding.span), text, severity, finding.rule);
    const target = isAboutSuppression(finding) ? undefined : this.guidance.uriOf(finding.section);
    if (target !== undefined) diagnostic.code = { value: finding.rule, target };
    const related = this.related(document, finding);
    if (related.length > 0) diagnostic.relatedInformation = related;
    if (finding.suppressed !== undefined) diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
    return diagnostic;
  }

  private related(document: vscode.TextDocument, finding: Finding): vscode.DiagnosticRelatedInformation[] {
    const related: vscode.DiagnosticRelatedInformation[] = [];
    const add = (span: Finding['span'], message: string): void => {
      const location = new vscode.Location(document.uri, rangeOf(document, span));
      related.push(new vscode.DiagnosticRelatedInformation(location, message));
    };
    if (finding.lowered !== undefined) add(finding.lowered.by, this.loweringText(finding.lowered.kind));
    if (finding.suppressed !== undefined) {
      const { reason, directive } = finding.suppressed;
      add(directive, reason === '' ? this.words.t('Suppressed here.') : this.words.t('Suppressed here: {0}', reason));
    }
    return related;
  }

  private loweringText(kind: Lowering['kind']): string {
    switch (kind) {
      case 'denied':
        return this.words.t('These words deny it, so it counts as a mention.');
      case 'supposed':
        return this.words.t('These words only suppose it, so it counts as a mention.');
      case 'quoted':
        return this.words.t('These words quote it as a word, so it counts as a mention.');
    }
  }

  private moreRow(document: vscode.TextDocument, left: readonly Finding[], first: Finding): vscode.Diagnostic {
    const count = left.length;
    const message = this.words.t(
      count === 1
        ? 'And {0} more finding, which is not listed: the setting dealLens.maxFindings lists the gravest.'
        : 'And {0} more findings, which are not listed: the setting dealLens.maxFindings lists the gravest.',
      count,
    );
    return row(rangeOf(document, first.span), message, vscode.DiagnosticSeverity.Information, rowCodes.more);
  }
}

/** The `most` gravest findings, and the others, both in the order of the text. */
function cut(findings: readonly Finding[], most: number): readonly [readonly Finding[], readonly Finding[]] {
  if (findings.length <= most) return [findings, []];
  const byGravity = findings.map((finding, index) => ({ finding, index }));
  byGravity.sort((a, b) => levels.indexOf(a.finding.level) - levels.indexOf(b.finding.level) || a.index - b.index);
  const listed = new Set(byGravity.slice(0, most).map(({ finding }) => finding));
  return [findings.filter((finding) => listed.has(finding)), findings.filter((finding) => !listed.has(finding))];
}

/** What is suppressed is never louder than a hint, whatever mentions are. */
function severityOf(
  { level, suppressed }: Finding,
  chosen: Readonly<Record<Level, SeverityName>>,
): vscode.DiagnosticSeverity {
  const name = chosen[level];
  return name === 'none' || suppressed !== undefined ? vscode.DiagnosticSeverity.Hint : severities[name];
}

function row(
  range: vscode.Range,
  message: string,
  severity: vscode.DiagnosticSeverity,
  code: string,
): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = source;
  diagnostic.code = code;
  return diagnostic;
}

function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}
