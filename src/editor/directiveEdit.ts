import type { Block, Memo, MemoFormat } from '../memo/memo.js';
import type { Finding } from '../review/finding.js';
import type { Review } from '../review/review.js';
import { contains, type Span } from '../text/span.js';

/*
 * Where a suppression goes. Markdown decides what a line means by what stands around it, so a place that looks right
 * may still break a table or split a paragraph. Places are therefore proposed, the narrowest first, and each is tried:
 * the first one at which the memo reads as before and the finding is suppressed is taken.
 */

export type DirectiveScope = 'block' | 'file';

export interface DirectiveRequest {
  readonly text: string;
  readonly format: MemoFormat;
  readonly eol: string;
  readonly finding: Finding;
  readonly scope: DirectiveScope;
  /** A reason that `reasonFault` finds nothing wrong with. */
  readonly reason: string;
}

/** How the text can be read and reviewed, under the settings and packs in force for the document. */
export interface Reader {
  read(text: string): Memo | undefined;
  review(text: string): Review;
}

/** Text to insert at a source offset. */
export interface Insertion {
  readonly offset: number;
  readonly text: string;
}

/** What is wrong with a reason: it is empty, or would end the comment that it stands in. */
export function reasonFault(reason: string): 'empty' | 'ends-comment' | undefined {
  if (tidyReason(reason) === '') return 'empty';
  return /--!?>/u.test(reason) ? 'ends-comment' : undefined;
}

/** The insertion that suppresses the finding, or `undefined` where no place of this scope would serve. */
export function directiveInsertion(request: DirectiveRequest, reader: Reader): Insertion | undefined {
  const before = reader.read(request.text);
  if (before === undefined) return undefined;
  const review = reader.review(request.text);
  return proposals(request, before).find((insertion) => serves(insertion, request, before, review, reader));
}

/**
 * The insertion that gives a directive without a reason one.
 *
 * @param directive the directive's span in `text`
 */
export function reasonInsertion(text: string, directive: Span, format: MemoFormat, reason: string): Insertion {
  const source = text.slice(directive.start, directive.end);
  const closing = format === 'markdown' ? /\s*--!?>$/u.exec(source) : null;
  const body = closing === null ? source.trimEnd() : source.slice(0, closing.index);
  // The dashes may be there already, with nothing after them.
  const dashes = /\s--$/u.test(body) ? '' : ' --';
  return { offset: directive.start + body.length, text: `${dashes} ${tidyReason(reason)}` };
}

/** The extent to delete to take a directive out: with its line, if nothing else stands there but quote marks. */
export function directiveRemoval(text: string, directive: Span): Span {
  const start = lineStart(text, directive.start);
  const end = lineEnd(text, directive.end);
  const beside = text.slice(start, directive.start) + text.slice(directive.end, end);
  if (!/^[>\s]*$/u.test(beside)) return directive;
  return { start, end: afterLineBreak(text, end) };
}

function directiveText({ format, finding, scope, reason }: DirectiveRequest): string {
  const name = scope === 'file' ? 'deal-lens-disable-file' : 'deal-lens-disable-next-block';
  const words = `${name} ${finding.rule} -- ${tidyReason(reason)}`;
  return format === 'markdown' ? `<!-- ${words} -->` : words;
}

function tidyReason(reason: string): string {
  return reason.replace(/\s+/gu, ' ').trim();
}

function* proposalsInBlock(request: DirectiveRequest, block: Block): Generator<Insertion> {
  const { text, eol } = request;
  const directive = directiveText(request);
  const start = block.span.start;
  const line = lineStart(text, start);
  const lead = text.slice(line, start);
  // As the first thing of the list item or quote that the block stands in; what follows is moved down a line.
  yield { offset: start, text: directive + eol + lead.replace(/[^>\s]/gu, ' ') };
  yield { offset: line, text: quoteMarks(lead) + directive + eol };
  // Before what the block is a part of: a table, a list.
  let upwards = line;
  for (let steps = 0; steps < 12 && upwards > 0; steps++) {
    upwards = paragraphStart(text, upwards);
    yield { offset: upwards, text: quoteMarks(text.slice(upwards, lineEnd(text, upwards))) + directive + eol };
    yield { offset: upwards, text: directive + eol + eol };
    upwards = lineStart(text, Math.max(0, upwards - 1));
  }
}

function proposals(request: DirectiveRequest, memo: Memo): readonly Insertion[] {
  const { text, eol, finding, scope } = request;
  if (scope === 'file') {
    const offset = memo.frontMatter === undefined ? 0 : afterLineBreak(text, lineEnd(text, memo.frontMatter.span.end));
    const separator = offset > 0 && !/[\r\n]/u.test(text.charAt(offset - 1)) ? eol : '';
    return [{ offset, text: separator + directiveText(request) + eol + eol }];
  }
  const block = innermost(memo.blocks, finding.span);
  return block === undefined ? [] : [...proposalsInBlock(request, block)];
}

function innermost(blocks: readonly Block[], span: Span): Block | undefined {
  return blocks
    .filter((block) => contains(block.span, span))
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0];
}

function serves(insertion: Insertion, request: DirectiveRequest, before: Memo, old: Review, reader: Reader): boolean {
  const { text, finding } = request;
  const changed = text.slice(0, insertion.offset) + insertion.text + text.slice(insertion.offset);
  const after = reader.read(changed);
  if (after === undefined || !readsAlike(before, after)) return false;
  const review = reader.review(changed);
  const moved = (offset: number): number => (offset >= insertion.offset ? offset + insertion.text.length : offset);
  const found = new Map(review.findings.map((one) => [`${one.span.start} ${one.rule}`, one]));
  const suppressed = found.get(`${moved(finding.span.start)} ${finding.rule}`)?.suppressed !== undefined;
  return (
    suppressed && old.findings.filter(isAboutText).every((one) => found.has(`${moved(one.span.start)} ${one.rule}`))
  );
}

/** Findings about directives come and go with the directives; only those about the text must stay. */
function isAboutText(finding: Finding): boolean {
  return !finding.rule.startsWith('suppression/');
}

function readsAlike(a: Memo, b: Memo): boolean {
  return (
    a.blocks.length === b.blocks.length &&
    a.headings.length === b.headings.length &&
    a.blocks.every((block, index) => {
      const other = b.blocks[index];
      return other?.kind === block.kind && other.prose === block.prose;
    })
  );
}

/** The quote marks and white space that a line begins with. */
function quoteMarks(line: string): string {
  return /^[> \t]*/u.exec(line)?.[0] ?? '';
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

function lineEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

function afterLineBreak(text: string, end: number): number {
  if (text.startsWith('\r\n', end)) return end + 2;
  return isBreak(text.charCodeAt(end)) ? end + 1 : end;
}

/** Start of the first line of the run of lines that are not blank, at or above `offset`. */
function paragraphStart(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const above = lineStart(text, start - (text.startsWith('\r\n', start - 2) ? 2 : 1));
    if (/^[>\s]*$/u.test(text.slice(above, lineEnd(text, above)))) return start;
    start = above;
  }
  return start;
}

function isBreak(unit: number): boolean {
  return unit === 10 || unit === 13;
}
