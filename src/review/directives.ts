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
  const inForce = new DirectivesInForce(directives);
  // Findings come in the order of their places.
  const marked = findings.map((finding) => {
    const directive = inForce.take(finding);
    if (directive === undefined) return finding;
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
    else if (!inForce.used.has(directive)) rules.push('suppression/unused');
    return rules.map((rule) => problem(rule, directive.span, text));
  });
  return [...marked, ...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The directives that bear on a place, while one goes through a memo from its beginning to its end. */
class DirectivesInForce {
  /** Those that have suppressed a finding. */
  readonly used = new Set<Directive>();
  private readonly ofFile = new ByTarget();
  /** Those for blocks, in the order of the blocks, and how many blocks have been reached. */
  private readonly ofBlocks: readonly { readonly block: Span; readonly directives: ByTarget }[];
  private reached = 0;
  /** The blocks that hold the place, as many as lie in one another. */
  private open: readonly { readonly block: Span; readonly directives: ByTarget }[] = [];

  constructor(directives: readonly Directive[]) {
    const ofBlocks = new Map<string, { block: Span; directives: ByTarget }>();
    for (const directive of directives) {
      const { reach, covers } = directive;
      if (reach === 'file') this.ofFile.add(directive);
      if (reach === 'file' || covers === undefined) continue;
      const key = `${covers.start}-${covers.end}`;
      const known = ofBlocks.get(key) ?? { block: covers, directives: new ByTarget() };
      known.directives.add(directive);
      ofBlocks.set(key, known);
    }
    this.ofBlocks = [...ofBlocks.values()].sort((a, b) => a.block.start - b.block.start);
  }

  /**
   * The first directive in the text that suppresses a finding; all that do count as used. No finding that is asked about later may
   * begin before it.
   */
  take({ span, rule, topic }: Finding): Directive | undefined {
    const open = this.open.filter(({ block }) => block.end > span.start);
    for (; ; this.reached++) {
      const next = this.ofBlocks[this.reached];
      if (next === undefined || next.block.start > span.start) break;
      if (next.block.end > span.start) open.push(next);
    }
    this.open = open;
    const here = open.filter(({ block }) => contains(block, span)).map(({ directives }) => directives);
    let first: Directive | undefined;
    for (const directives of [...here, this.ofFile]) {
      for (const id of [rule, topic]) {
        const directive = directives.take(id, this.used);
        if (directive !== undefined && (first === undefined || directive.span.start < first.span.start))
          first = directive;
      }
    }
    return first;
  }
}

/** Directives of one reach by the rules and topics they name. */
class ByTarget {
  private readonly directives = new Map<string, Directive[]>();
  private readonly taken = new Set<string>();

  add(directive: Directive): void {
    for (const target of directive.targets) {
      const others = this.directives.get(target);
      if (others === undefined) this.directives.set(target, [directive]);
      else others.push(directive);
    }
  }

  /** The first that names a rule or topic; all that do are added to `used`, once. */
  take(target: string, used: Set<Directive>): Directive | undefined {
    const directives = this.directives.get(target);
    if (directives === undefined) return undefined;
    if (!this.taken.has(target)) {
      this.taken.add(target);
      for (const directive of directives) used.add(directive);
    }
    return directives[0];
  }
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
