import type { Comment, Memo } from '../memo/memo.js';
import { contains, type Span } from '../text/span.js';
import type { Finding } from './finding.js';

/** A suppression as written in the memo. */
export interface Directive {
  readonly span: Span;
  readonly reach: 'next-block' | 'file';
  /** Rule and topic ids. */
  readonly targets: readonly string[];
  /** Empty when none was given. */
  readonly reason: string;
  /** What a `next-block` directive covers; absent when no block follows. */
  readonly covers?: Span;
}

/** The suppressions in a memo's comments; other comments are nobody's business. */
export function readDirectives(memo: Memo): Directive[] {
  return memo.comments.flatMap((comment) => readDirective(comment) ?? []);
}

function readDirective({ body, span, covers }: Comment): Directive | undefined {
  const match = /^deal-lens-disable-(next-block|file)(?=\s|$)/u.exec(body);
  if (match === null) return undefined;
  const rest = body.slice(match[0].length);
  const dashes = /(?:^|\s)--(?=\s|$)/u.exec(rest);
  const targets = (dashes === null ? rest : rest.slice(0, dashes.index)).split(/[\s,]+/u).filter((word) => word !== '');
  const reason = dashes === null ? '' : rest.slice(dashes.index + dashes[0].length).trim();
  return {
    span,
    reach: match[1] === 'file' ? 'file' : 'next-block',
    targets,
    reason,
    ...(covers === undefined ? {} : { covers }),
  };
}

/**
 * Marks the findings that directives suppress, and adds findings about directives without a reason, without effect, or with
 * targets that do not exist.
 */
export function applyDirectives(
  findings: readonly Finding[],
  directives: readonly Directive[],
  text: string,
  knows: (id: string) => boolean,
): Finding[] {
  if (directives.length === 0) return [...findings];
  const used = new Set<Directive>();
  const marked = findings.map((finding) => {
    const directive = directives.find((one) => suppresses(one, finding));
    if (directive === undefined) return finding;
    for (const one of directives) if (suppresses(one, finding)) used.add(one);
    return {
      ...finding,
      level: 'mention' as const,
      suppressed: { reason: directive.reason, directive: directive.span },
    };
  });
  const problems = directives.flatMap((directive) => {
    const rules: string[] = [];
    if (directive.reason === '') rules.push('suppression/missing-reason');
    if (directive.targets.length === 0 || directive.targets.some((id) => !knows(id))) rules.push('suppression/unknown');
    else if (!used.has(directive)) rules.push('suppression/unused');
    return rules.map((rule) => problem(rule, directive.span, text));
  });
  return [...marked, ...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function suppresses(directive: Directive, finding: Finding): boolean {
  if (!directive.targets.includes(finding.rule) && !directive.targets.includes(finding.topic)) return false;
  return directive.reach === 'file' || (directive.covers !== undefined && contains(directive.covers, finding.span));
}

function problem(rule: string, span: Span, text: string): Finding {
  return {
    span,
    text: text.slice(span.start, span.end),
    rule,
    topic: 'suppression',
    regime: 'review',
    level: 'note',
    negated: false,
    section: 'summary',
  };
}
