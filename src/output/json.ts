import type { Failure } from './failure.js';
import type { FindingRecord } from './record.js';

/** Version of the JSON report; grows when a name changes its meaning or goes away. */
export const jsonVersion = 1;

/** What `--format json` prints: one object. `files` are the paths that were read and reviewed, in order. */
export interface JsonReport {
  readonly version: typeof jsonVersion;
  readonly files: readonly string[];
  /** In the order of `files`, then by place. */
  readonly findings: readonly FindingRecord[];
  /** What the findings of a whole memo add up to. */
  readonly assessments: readonly never[];
  readonly errors: readonly Failure[];
}

/** A piece is handed on when it has grown so long (UTF-16 units): findings of a large memo fill more than one string can hold. */
const pieceLength = 65_536;

/**
 * The report as JSON text that ends with a line feed, in pieces: what `JSON.stringify` gives with an indent of two. The same
 * input always gives the same text.
 */
export function* jsonReport(
  files: readonly string[],
  findings: readonly FindingRecord[],
  errors: readonly Failure[],
): Generator<string> {
  const report: JsonReport = { version: jsonVersion, files, findings, assessments: [], errors };
  let before = '{\n';
  for (const [name, value] of Object.entries(report)) {
    yield `${before}  ${JSON.stringify(name)}: `;
    if (Array.isArray(value)) yield* list(value);
    else yield JSON.stringify(value);
    before = ',\n';
  }
  yield '\n}\n';
}

function* list(values: readonly unknown[]): Generator<string> {
  let piece = '[';
  for (const [index, value] of values.entries()) {
    // A string in JSON has no raw line feed, so every one of them is layout.
    const text = JSON.stringify(value, undefined, 2).replaceAll('\n', '\n    ');
    piece += `${index === 0 ? '' : ','}\n    ${text}`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}${values.length === 0 ? '' : '\n  '}]`;
}
