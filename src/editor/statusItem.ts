import * as vscode from 'vscode';
import type { ActiveMemo } from './activeMemo.js';
import { commandIds, focusReportView } from './commandIds.js';
import { memoSelector } from './memoSelector.js';
import type { ReviewState } from './reviewState.js';
import type { Settings } from './settings.js';
import { describeSettingProblem } from './settingText.js';
import { describeState } from './statusText.js';
import type { Words } from './wordForms.js';

/** Says beside the language of a memo where its review stands, and whether a setting is wrong. */
export class StatusItem implements vscode.Disposable {
  private readonly review = vscode.languages.createLanguageStatusItem('dealLens.review', memoSelector());
  private settingsProblem: vscode.LanguageStatusItem | undefined;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly memo: ActiveMemo,
    private readonly settings: Settings,
    private readonly words: Words,
  ) {
    this.subscriptions = [
      memo.onDidChange(() => this.update()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.review.selector = memoSelector();
        if (this.settingsProblem !== undefined) this.settingsProblem.selector = memoSelector();
      }),
    ];
    this.update();
  }

  /** Shows everything again, with the settings and the language now in force. */
  refresh(): void {
    this.update();
  }

  dispose(): void {
    this.settingsProblem?.dispose();
    vscode.Disposable.from(...this.subscriptions, this.review).dispose();
  }

  private update(): void {
    this.updateSettings();
    const { state } = this.memo;
    if (state === undefined) return;
    const { text, detail } = describeState(state, this.words);
    this.review.name = 'Deal Lens';
    this.review.text = `${icons[state.kind]} ${text}`;
    this.review.detail = detail;
    this.review.busy = state.kind === 'running';
    this.review.severity = severities[state.kind];
    this.review.command = this.commandFor(state);
    this.review.accessibilityInformation = { label: `Deal Lens: ${text}, ${detail}` };
  }

  private commandFor(state: ReviewState): vscode.Command {
    const { words } = this;
    switch (state.kind) {
      case 'running':
      case 'reviewed':
        return { command: focusReportView, title: words.t('Show the report') };
      case 'off':
      case 'skipped':
        return { command: commandIds.openSettings, title: words.t('Open settings') };
      case 'failed':
        return { command: commandIds.showLog, title: words.t('Show log') };
    }
  }

  private updateSettings(): void {
    const problems = this.settings.problemsOf(this.memo.document?.uri);
    const [first] = problems;
    if (first === undefined) {
      this.settingsProblem?.dispose();
      this.settingsProblem = undefined;
      return;
    }
    const item = (this.settingsProblem ??= vscode.languages.createLanguageStatusItem(
      'dealLens.settings',
      memoSelector(),
    ));
    const count = problems.length;
    item.name = this.words.t('Deal Lens settings');
    item.text = `$(warning) ${this.words.t(count === 1 ? '{0} setting cannot be used' : '{0} settings cannot be used', count)}`;
    item.detail = describeSettingProblem(first, this.words);
    item.severity = vscode.LanguageStatusSeverity.Warning;
    item.command = { command: commandIds.openSettings, title: this.words.t('Open settings') };
    item.accessibilityInformation = {
      label: problems.map((problem) => describeSettingProblem(problem, this.words)).join(' '),
    };
  }
}

const icons: Readonly<Record<ReviewState['kind'], string>> = {
  off: '$(circle-slash)',
  running: '$(sync~spin)',
  reviewed: '$(law)',
  skipped: '$(warning)',
  failed: '$(error)',
};

const { Information, Warning, Error: Failure } = vscode.LanguageStatusSeverity;

const severities: Readonly<Record<ReviewState['kind'], vscode.LanguageStatusSeverity>> = {
  off: Information,
  running: Information,
  reviewed: Information,
  skipped: Warning,
  failed: Failure,
};
