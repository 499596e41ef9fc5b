import type { Refusal } from '../memo/memo.js';
import { countAtLeast } from './reportOutline.js';
import type { ReviewState } from './reviewState.js';
import type { Words } from './wordForms.js';

/** What is said of the review of one document. */
export interface StatusText {
  /** A few words. */
  readonly text: string;
  /** What there is to add; where a document was not reviewed, a sentence that stands alone. */
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
    case 'too-dense':
      return describeDensity(refusal.measure ?? 'marks', actual, limit, words);
  }
}

/** What there is too much of in one block. */
function describeDensity(
  measure: NonNullable<Refusal['measure']>,
  actual: string,
  limit: string,
  words: Words,
): string {
  switch (measure) {
    case 'marks':
      return words.t(
        'Deal Lens did not review this document: a paragraph of it has {0} or more marks of emphasis, links and cells, and {1} can be read. Split the paragraph.',
        actual,
        limit,
      );
    case 'lines':
      return words.t(
        'Deal Lens did not review this document: a block of it has {0} lines, and {1} can be read at once. Split it, as by a heading.',
        actual,
        limit,
      );
    case 'characters':
      return words.t(
        'Deal Lens did not review this document: a block of it has {0} characters, and {1} can be read at once. Split it, as by a heading.',
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
      detail: words.t('the rules know no term of this memo'),
    };
  }
  const text = words.t(open === 1 ? '{0} finding' : '{0} findings', open);
  const weight = grave === 0 ? words.t('none graver than a note') : words.t('{0} of them caution or critical', grave);
  return { text, detail: suppressed === 0 ? weight : words.t('{0}; {1} more suppressed', weight, suppressed) };
}
