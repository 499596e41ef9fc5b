import type { Refusal } from '../memo/memo.js';
import { countAtLeast } from './reportOutline.js';
import type { ReviewState } from './reviewState.js';
import type { Words } from './wordForms.js';

/** What is said of the review of one document. */
export interface StatusText {
  /** A few words. */
  readonly text: string;
  /** One sentence that stands alone, also for a screen reader. */
  readonly detail: string;
}

/** Puts a review state into words. Each state reads differently; only a finished review without findings reads clean. */
export function describeState(state: ReviewState, words: Words): StatusText {
  switch (state.kind) {
    case 'off':
      return {
        text: words.t('Review is off'),
        detail: words.t('Deal Lens does not review this document: the setting dealLens.enabled is off.'),
      };
    case 'running':
      return { text: words.t('Reviewing…'), detail: words.t('Deal Lens is reviewing this document.') };
    case 'reviewed':
      return describeFindings(state, words);
    case 'skipped':
      return { text: words.t('Not reviewed'), detail: describeRefusal(state.refusal, words) };
    case 'failed':
      return {
        text: words.t('Could not be reviewed'),
        detail: words.t('Deal Lens could not review this document. The log has the reason.'),
      };
  }
}

/** Why a document is skipped: the limit, and what the document has. */
export function describeRefusal(refusal: Refusal, words: Words): string {
  const limit = refusal.limit.toLocaleString('en-US');
  const actual = refusal.actual.toLocaleString('en-US');
  switch (refusal.reason) {
    case 'too-large':
      return words.t(
        'Deal Lens did not review this document: it has {0} characters, and the setting dealLens.maxLength allows {1}.',
        actual,
        limit,
      );
    case 'too-deep':
      return words.t(
        'Deal Lens did not review this document: its quotes and lists are nested {0} levels deep, and {1} can be read.',
        actual,
        limit,
      );
  }
}

function describeFindings(state: Extract<ReviewState, { kind: 'reviewed' }>, words: Words): StatusText {
  const { findings } = state.review;
  const suppressed = findings.filter((finding) => finding.suppressed !== undefined).length;
  const open = findings.length - suppressed;
  const grave = countAtLeast(findings, 'caution');
  if (open === 0 && suppressed === 0) {
    return {
      text: words.t('No findings'),
      detail: words.t('Deal Lens has reviewed this document and found no term that its rules know.'),
    };
  }
  const text = words.t(open === 1 ? '{0} finding' : '{0} findings', open);
  const weight =
    grave === 0
      ? words.t('Deal Lens has reviewed this document: {0}, none of them graver than a note.', text)
      : words.t('Deal Lens has reviewed this document: {0}, {1} of them caution or critical.', text, grave);
  if (suppressed === 0) return { text, detail: weight };
  const also = words.t(
    suppressed === 1 ? '{0} more is suppressed in the text.' : '{0} more are suppressed in the text.',
    suppressed,
  );
  return { text, detail: `${weight} ${also}` };
}
