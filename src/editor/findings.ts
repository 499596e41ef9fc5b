import type { Finding } from '../review/finding.js';
import { suppressionTopic } from '../rules/suppressionRules.js';
import type { Span } from '../text/span.js';

/** Whether a finding is about a suppression in the memo rather than about what the memo says. */
export function isAboutSuppression(finding: Finding): boolean {
  return finding.topic === suppressionTopic.id;
}

/** The findings that a place touches; one that ends or begins exactly there counts. */
export function findingsAt(findings: readonly Finding[], place: Span): readonly Finding[] {
  return findings.filter(({ span }) => span.start <= place.end && place.start <= span.end);
}

/**
 * The next finding after, or the one before, a 0-based offset, going round at the end of the memo; what is suppressed is
 * passed over.
 */
export function neighbour(
  findings: readonly Finding[],
  offset: number,
  direction: 'next' | 'previous',
): Finding | undefined {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  return direction === 'next'
    ? (open.find(({ span }) => span.start > offset) ?? open[0])
    : (open.findLast(({ span }) => span.start < offset) ?? open.at(-1));
}

/** What a command needs to find a finding again, as plain JSON. */
export interface FindingReference {
  /** The document's address. */
  readonly uri: string;
  readonly rule: string;
  /** 0-based offset at which the finding began when the reference was made. */
  readonly start: number;
}

/** Reads the argument of a command, which may come from anywhere. */
export function asFindingReference(value: unknown): FindingReference | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { uri, rule, start } = value as Record<string, unknown>;
  return typeof uri === 'string' && typeof rule === 'string' && typeof start === 'number'
    ? { uri, rule, start }
    : undefined;
}

/** The finding that a reference means, the nearest of its rule if the text has moved since. */
export function findReferenced(findings: readonly Finding[], { rule, start }: FindingReference): Finding | undefined {
  const distance = ({ span }: Finding): number => Math.abs(span.start - start);
  return findings
    .filter((finding) => finding.rule === rule)
    .reduce<Finding | undefined>(
      (best, one) => (best === undefined || distance(one) < distance(best) ? one : best),
      undefined,
    );
}
