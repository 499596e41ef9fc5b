/**
 * Something that was asked for and could not be done. A memo with a failure has no findings and is not clean.
 * `unreadable`: the file cannot be read; `encoding`: it is not UTF-8; `binary`: it is no text; `too-large`, `too-deep`, `too-dense`: it passes a
 * limit of the review; `internal`: the review itself failed; `rules`: a mistake in a rule pack.
 */
export interface Failure {
  readonly kind: 'unreadable' | 'encoding' | 'binary' | 'too-large' | 'too-deep' | 'too-dense' | 'internal' | 'rules';
  /** The path as it was given or found. */
  readonly file: string;
  /** 1-based, where the place is known as a line. */
  readonly line?: number;
  readonly column?: number;
  /** 0-based offset of the first byte that cannot be read. */
  readonly byteOffset?: number;
  /** What was wrong and what to do, without the path. */
  readonly message: string;
}

/** Whether the text was read but not reviewed because it passes a limit: it is skipped, as opposed to broken. */
export function isSkipped(failure: Failure): boolean {
  return failure.kind === 'too-large' || failure.kind === 'too-deep' || failure.kind === 'too-dense';
}
