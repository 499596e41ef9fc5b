import * as vscode from 'vscode';
import type { Reviews } from './reviews.js';
import type { SettledState } from './reviewState.js';

/** Where the review of a document ended: reviewed, skipped with the reason, failed, or off. */
export interface DocumentReview {
  readonly uri: vscode.Uri;
  readonly state: SettledState;
}

/** What other extensions and tests may ask of Deal Lens. States are immutable and serialisable. */
export interface DealLensApi {
  /**
   * The review of a document as it is now, made at once if need be.
   *
   * @returns `undefined` if Deal Lens does not review documents of this kind
   * @throws if the document cannot be opened
   */
  review(uri: vscode.Uri): Promise<DocumentReview | undefined>;
  /** Fires when the review of an open document has ended, with the result of its latest version only. */
  readonly onDidReview: vscode.Event<DocumentReview>;
}

/** The API over the reviews of this window, frozen. */
export function makeApi(reviews: Reviews): DealLensApi {
  return Object.freeze<DealLensApi>({
    async review(uri) {
      const document = await vscode.workspace.openTextDocument(uri);
      const state = reviews.current(document);
      return state === undefined ? undefined : { uri, state };
    },
    onDidReview: (listener, thisArgs, disposables) =>
      reviews.onDidChange(
        ({ document, state }) => {
          if (state.kind !== 'running') listener.call(thisArgs, { uri: document.uri, state });
        },
        undefined,
        disposables,
      ),
  });
}
