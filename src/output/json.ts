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

/** The report as JSON text that ends with a line feed. The same input always gives the same text. */
export function jsonReport(
  files: readonly string[],
  findings: readonly FindingRecord[],
  errors: readonly Failure[],
): string {
  const report: JsonReport = { version: jsonVersion, files, findings, assessments: [], errors };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
