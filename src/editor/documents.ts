import type { MemoFormat } from '../memo/memo.js';

/*
 * The one place that says which documents Deal Lens reviews: those of our languages, from schemes where people keep
 * documents. Tools show Markdown too (a Git revision, a chat answer, a release note): nobody drafts a memo there.
 */

const formats: Readonly<Record<string, MemoFormat>> = { markdown: 'markdown', plaintext: 'plaintext' };

/** Language ids of the documents that can be memos. */
export const memoLanguages: readonly string[] = Object.keys(formats);

/** Schemes of documents that are reviewed wherever they are opened. */
const documentSchemes: ReadonlySet<string> = new Set([
  'file',
  'untitled',
  'vscode-vfs',
  'vscode-remote',
  'vscode-test-web',
]);

/** Schemes of documents that a tool shows. Never reviewed, not even when a workspace folder has one. */
const toolSchemes: ReadonlySet<string> = new Set([
  'chat-editing-text-model',
  'comment',
  'deal-lens-guidance',
  'git',
  'output',
  'vscode',
  'vscode-chat-code-block',
  'vscode-notebook-cell',
  'vscode-scm',
  'vscode-settings',
  'vscode-userdata',
  'walkThrough',
  'walkThroughSnippet',
]);

/** What has to be known of a document to tell whether it is a memo. */
export interface DocumentKind {
  readonly languageId: string;
  readonly uri: { readonly scheme: string };
}

/**
 * The format in which a document is reviewed, or `undefined` if it is none of ours.
 *
 * @param folderSchemes schemes of the workspace's folders: documents of a virtual workspace are the user's documents
 * whatever its file system is called
 */
export function memoFormat(document: DocumentKind, folderSchemes: ReadonlySet<string>): MemoFormat | undefined {
  const { scheme } = document.uri;
  if (toolSchemes.has(scheme)) return undefined;
  if (!documentSchemes.has(scheme) && !folderSchemes.has(scheme)) return undefined;
  return Object.hasOwn(formats, document.languageId) ? formats[document.languageId] : undefined;
}

/** The schemes that are reviewed in a workspace whose folders have `folderSchemes`. */
export function memoSchemes(folderSchemes: ReadonlySet<string>): readonly string[] {
  return [...new Set([...documentSchemes, ...folderSchemes])].filter((scheme) => !toolSchemes.has(scheme));
}
