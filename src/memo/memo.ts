import type { OffsetMap } from '../text/offsetMap.js';
import type { Span } from '../text/span.js';

export type MemoFormat = 'markdown' | 'plaintext';

/** What a block is to its reader. A header cell is a cell of a table's first row. */
export type BlockKind = 'paragraph' | 'heading' | 'cell' | 'header-cell';

/**
 * A paragraph, heading, list item's paragraph, table cell or quoted paragraph as a reader sees it.
 *
 * `prose` is the visible text: markup is gone, a soft line break is one `\n`, and what is no text (a URL, an image)
 * is one U+FFFC, so that words on its two sides never join. `map` leads from prose offsets to source offsets.
 */
export interface Block {
  readonly kind: BlockKind;
  readonly prose: string;
  readonly map: OffsetMap;
  /** Source extent of the block, in 0-based UTF-16 offsets. */
  readonly span: Span;
  /** For the cells of a table, where in it they stand. */
  readonly cell?: Cell;
}

/** A place in a table; both count from 0. Row 0 is the header in Markdown; tables in plain text have none, and begin with row 1. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A heading of the memo; `level` counts from 1 (outermost). */
export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly span: Span;
}

/**
 * A place where a directive may stand: an HTML comment in Markdown, a line of its own that begins with
 * `deal-lens-disable-` in plain text.
 */
export interface Comment {
  readonly span: Span;
  /** The comment's words, without `<!--` and `-->`, trimmed. */
  readonly body: string;
  /** Source extent of the next block after the comment (a whole list, table or quote counts as one), if there is one. */
  readonly covers?: Span;
}

/** YAML front matter: read for facts, never flagged. */
export interface FrontMatter {
  readonly span: Span;
  /** The parsed value if it is a mapping; an empty one if it is empty, or could not be parsed. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** What is wrong with it, in the words of the YAML parser, at source offsets. */
  readonly problems: readonly { readonly message: string; readonly span: Span }[];
}

/** A memo as blocks of prose in source order. */
export interface Memo {
  readonly format: MemoFormat;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly comments: readonly Comment[];
  readonly frontMatter?: FrontMatter;
}

/** Why a text is not read as a memo. A refused memo is shown as skipped, never as clean. */
export interface Refusal {
  readonly reason: 'too-large' | 'too-deep' | 'too-dense';
  /** What there is too much of in one block, for `too-dense`. */
  readonly measure?: 'marks' | 'lines' | 'characters';
  /** The limit that the text passes: UTF-16 units, levels of nesting, or as `measure` says. */
  readonly limit: number;
  /** What the text has. */
  readonly actual: number;
  /** Source offset where the limit is passed. */
  readonly offset: number;
}
