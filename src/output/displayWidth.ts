/*
 * How many columns a terminal gives to a text. Chinese characters and most emoji take two, combining marks none. The
 * ranges are those of East_Asian_Width W and F (Unicode 16), which JavaScript's regular expressions cannot name; characters
 * of ambiguous width count as one, as terminals do unless told otherwise.
 */

const wide =
  /[\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\u3247\u3250-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D376}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}\p{Emoji_Presentation}]/u;
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u;
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11FF]+$/u;
/** Line-drawing controls, escape sequences and the marks that turn a line's direction: a terminal would obey them. */
const unsafe = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A user-perceived character: where it begins in its text (0-based UTF-16 offset) and the columns it takes. */
export interface Grapheme {
  readonly text: string;
  readonly offset: number;
  readonly width: number;
}

/** The characters of a text as a reader counts them, in order. */
export function* graphemes(text: string): Generator<Grapheme> {
  for (const { segment, index } of segmenter.segment(text)) {
    yield { text: segment, offset: index, width: graphemeWidth(segment) };
  }
}

/** The columns that a text without tabs and line breaks takes in a terminal. */
export function displayWidth(text: string): number {
  // Printable ASCII is most of what is measured.
  if (/^[\x20-\x7E]*$/u.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += grapheme.width;
  return width;
}

/**
 * A text that is safe to show: control characters and direction marks, which could move the cursor or make a line read
 * otherwise than it is, become `\uFFFD`, one for one.
 */
export function printable(text: string): string {
  return text.replace(unsafe, '\uFFFD');
}

function graphemeWidth(grapheme: string): number {
  if (emoji.test(grapheme)) return 2;
  if (invisible.test(grapheme)) return 0;
  // A half-width voiced mark belongs to the character before it, and takes a column of its own.
  const marks = /[\uFF9E\uFF9F]/u.test(grapheme) && grapheme.length > 1 ? 1 : 0;
  return (wide.test(grapheme) ? 2 : 1) + marks;
}
