import * as vscode from 'vscode';
import type { Reviews } from './reviews.js';
import type { ReviewState } from './reviewState.js';
import type { Rulesets } from './rulesets.js';
import type { Settings } from './settings.js';
import type { Words } from './wordForms.js';

/**
 * Versions, settings and counts for a bug report, as Markdown in English. Documents appear by scheme, language, size and
 * state only: no text, no name, no path.
 */
export function debugInformation(
  extension: vscode.Extension<unknown>,
  reviews: Reviews,
  rulesets: Rulesets,
  settings: Settings,
  words: Words,
): string {
  const { env, workspace, version } = vscode;
  const { knowledge } = rulesets;
  const rules = knowledge.packs.reduce((sum, pack) => sum + pack.rules.length, 0);
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri.scheme) ?? [];
  const lines = [
    `Deal Lens ${versionOf(extension)}, report ${knowledge.edition}`,
    `VS Code ${version}, ${env.appHost}, ${env.uiKind === vscode.UIKind.Web ? 'web' : 'desktop'} interface, ${extensionHost()} extension host`,
    `Remote: ${env.remoteName ?? 'none'}`,
    `Display language: ${env.language}; words in force: ${words.language}`,
    `Workspace: ${workspace.isTrusted ? 'trusted' : 'not trusted'}; folders by scheme: ${folders.length === 0 ? 'none' : folders.join(', ')}`,
    `Built-in packs: ${knowledge.packs.length}, rules: ${rules}, sections: ${knowledge.sections.length}`,
    `Settings somebody has set: ${settings.explicit(undefined).join(', ') || 'none'}`,
    `Settings in force: ${JSON.stringify(settings.of(undefined))}`,
    `Settings that cannot be used: ${settings.problemsOf(undefined).length}`,
    ...reviews.all.map(({ document, state }) => `Document: ${describeDocument(document, state)}`),
  ];
  return `${lines.map((line) => `- ${line}`).join('\n')}\n`;
}

function describeDocument(document: vscode.TextDocument, state: ReviewState): string {
  const eol = document.eol === vscode.EndOfLine.CRLF ? 'CRLF' : 'LF';
  const size = `${document.getText().length} characters, ${document.lineCount} lines, ${eol}`;
  return `${document.uri.scheme}, ${document.languageId}, ${size}: ${describeOutcome(state)}`;
}

function describeOutcome(state: ReviewState): string {
  switch (state.kind) {
    case 'reviewed':
      return `reviewed, ${state.review.findings.length} findings`;
    case 'skipped':
      return `skipped, ${state.refusal.reason}`;
    case 'off':
    case 'running':
    case 'failed':
      return state.kind;
  }
}

function versionOf(extension: vscode.Extension<unknown>): string {
  const manifest: unknown = extension.packageJSON;
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof found === 'string' ? found : 'of unknown version';
}

/** A web worker has no `process`; both bundles come from this source, so it is asked for, not imported. */
function extensionHost(): string {
  return 'process' in globalThis ? 'Node' : 'web worker';
}
