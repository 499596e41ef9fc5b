import type { Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Data, type Processor } from 'unified';
import { align } from './alignment.js';
import { frontMatterLength } from './chunks.js';
import { readFrontMatter } from './frontMatter.js';
import { readHtml } from './html.js';
import type { Block, BlockKind, Cell, Comment, FrontMatter, Heading, Memo } from './memo.js';
import { objectCharacter, ProseBuilder } from './proseBuilder.js';
import { findUrls } from './urls.js';
import type { Span } from '../text/span.js';

const plainProcessor = unified().use(remarkParse).freeze();
const bodyProcessor = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms).freeze();
const memoProcessor = bodyProcessor().use(remarkFrontmatter, ['yaml']).freeze();

/**
 * Takes off the last step of GFM's autolinks, which looks for addresses in finished text and puts nodes without positions in
 * its place. What the tokenizer has not linked, `findUrls` finds.
 */
function withoutTransforms(this: Processor): void {
  const data = this.data();
  const extensions: NonNullable<Data['fromMarkdownExtensions']> = data.fromMarkdownExtensions ?? [];
  data.fromMarkdownExtensions = extensions.flat().map((extension) => ({ ...extension, transforms: [] }));
}

/** What a parse of a piece of Markdown gives. */
export interface Reading {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** Without `covers` where the next node is not in this piece. */
  readonly comments: readonly Comment[];
  readonly frontMatter?: FrontMatter;
  /** Extent of the first node. */
  readonly first?: Span;
}

/** Reads a Markdown memo by one parse of the whole text: slower than `readMarkdown`, and its reference. */
export function readWhole(text: string): Memo {
  // The parser drops a byte order mark and counts from behind it.
  const base = text.startsWith('\uFEFF') ? 1 : 0;
  const source = text.slice(base);
  const { blocks, headings, comments, frontMatter } = readPiece(
    parse(source, frontMatterLength(source) > 0),
    source,
    base,
  );
  return { format: 'markdown', blocks, headings, comments, ...(frontMatter === undefined ? {} : { frontMatter }) };
}

/**
 * The syntax tree of a piece of Markdown.
 * @param hasFrontMatter whether it begins with front matter, opened and closed: where it is never closed, the plugin's failed attempt
 *   takes the meaning from the quotes and lists after it
 */
export function parse(source: string, hasFrontMatter: boolean): Root {
  return (hasFrontMatter ? memoProcessor : bodyProcessor).parse(source);
}

/** Tables, strikethrough, addresses without markup, footnotes and check boxes cannot do without one of these. */
const gfmMark = /[|~@]|:-|-:|:\/\/|www\.|\[\^|\[[\sx]\]/iu;

/** The syntax tree of a piece without front matter, the same as from `parse`, in half the time where nothing of GFM is in it. */
export function parseBody(source: string): Root {
  return (gfmMark.test(source) ? bodyProcessor : plainProcessor).parse(source);
}

/**
 * Reads the blocks, headings and comments of a tree.
 * @param source what the tree was parsed from
 * @param base source offset of the piece itself in the memo
 * @param from what stands before it in `source` was only put there for the parser's sake
 */
export function readPiece(tree: Root, source: string, base: number, from = 0): Reading {
  return new Reader(source, base - from).read(tree, from);
}

class Reader {
  private readonly blocks: Block[] = [];
  private readonly headings: Heading[] = [];
  private readonly comments: Comment[] = [];
  private frontMatter: FrontMatter | undefined;

  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  read(tree: Root, from: number): Reading {
    const children = tree.children.filter((child) => startOf(child) >= from);
    this.flow({ ...tree, children }, []);
    const first = children[0];
    return {
      blocks: this.blocks,
      headings: this.headings,
      comments: this.comments,
      ...(this.frontMatter === undefined ? {} : { frontMatter: this.frontMatter }),
      ...(first === undefined ? {} : { first: { start: startOf(first) + this.base, end: endOf(first) + this.base } }),
    };
  }

  /** Reads the children of a container; `after` are the nodes that follow the container itself, nearest first. */
  private flow(parent: Parent, after: readonly Nodes[]): void {
    parent.children.forEach((child, index) => {
      const following = [...parent.children.slice(index + 1, index + 2), ...after];
      this.flowNode(child, following);
    });
  }

  private flowNode(node: RootContent, following: readonly Nodes[]): void {
    switch (node.type) {
      case 'paragraph':
        this.block('paragraph', node, following);
        break;
      case 'heading':
        this.heading(node, following);
        break;
      case 'table':
        node.children.forEach(({ children }, row) => {
          children.forEach((cell, column) => {
            this.block(row === 0 ? 'header-cell' : 'cell', cell, following, { row, column });
          });
        });
        break;
      case 'html':
        this.html(startOf(node), endOf(node), following);
        break;
      case 'yaml':
        this.yaml(startOf(node), endOf(node));
        break;
      default:
        if ('children' in node) this.flow(node, following);
    }
  }

  private heading(node: Extract<RootContent, { type: 'heading' }>, following: readonly Nodes[]): void {
    const block = this.block('heading', node, following);
    if (block !== undefined) this.headings.push({ level: node.depth, title: block.prose.trim(), span: block.span });
  }

  private block(kind: BlockKind, node: Parent & Nodes, following: readonly Nodes[], cell?: Cell): Block | undefined {
    const builder = new ProseBuilder();
    const start = startOf(node);
    const end = endOf(node);
    this.phrasing(node.children as PhrasingContent[], builder, start, end, following);
    const block = builder.build(kind, start + this.base, end + this.base, cell);
    if (block !== undefined) this.blocks.push(block);
    return block;
  }

  /**
   * Reads inline content. The autolink step of GFM makes nodes without a position, so a cursor runs along: what has
   * no position begins where the node before it ended.
   */
  private phrasing(
    nodes: readonly PhrasingContent[],
    builder: ProseBuilder,
    from: number,
    limit: number,
    following: readonly Nodes[],
  ): number {
    let cursor = from;
    for (const node of nodes) {
      const start = node.position?.start.offset ?? cursor;
      const end = node.position?.end.offset;
      switch (node.type) {
        case 'text':
          cursor = this.text(node.value, builder, start, end ?? limit);
          break;
        case 'inlineCode':
          this.inlineCode(node.value, builder, start, end ?? limit);
          break;
        case 'break':
          builder.add('\n', start + this.base, (end ?? start + 1) - start);
          break;
        case 'image':
        case 'imageReference':
          builder.add(objectCharacter, start + this.base, (end ?? start + 1) - start);
          break;
        case 'html':
          this.inlineHtml(node.value, builder, start, end ?? start + node.value.length, following);
          break;
        case 'link':
          cursor = this.link(node, builder, start, end ?? limit, following);
          break;
        case 'footnoteReference':
          break;
        default:
          if ('children' in node) cursor = this.phrasing(node.children, builder, start, end ?? limit, following);
      }
      cursor = end ?? cursor;
    }
    return cursor;
  }

  private link(
    node: Extract<PhrasingContent, { type: 'link' }>,
    builder: ProseBuilder,
    start: number,
    end: number,
    following: readonly Nodes[],
  ): number {
    const words = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    const bare = node.url === words || node.url === `mailto:${words}` || node.url === `http://${words}`;
    if (bare && this.source[start] !== '[') {
      const length = node.position === undefined ? words.length : end - start;
      const at = node.position === undefined ? Math.max(start, this.source.indexOf(words, start)) : start;
      builder.add(objectCharacter, at + this.base, length);
      return at + length;
    }
    return this.phrasing(node.children, builder, start + 1, end, following);
  }

  private text(value: string, builder: ProseBuilder, start: number, limit: number): number {
    const { pieces, end } = align(value, this.source, start, limit);
    const urls = findUrls(value);
    let index = 0;
    for (const piece of pieces) {
      const pieceEnd = index + piece.text.length;
      const sliced = piece.text.length === piece.sourceLength;
      let at = index;
      for (const url of urls) {
        if (url.end <= at || url.start >= pieceEnd) continue;
        if (sliced && url.start > at)
          builder.add(
            piece.text.slice(at - index, url.start - index),
            piece.source + at - index + this.base,
            url.start - at,
          );
        const to = Math.min(url.end, pieceEnd);
        const from = Math.max(at, url.start);
        if (sliced) builder.add(objectCharacter, piece.source + from - index + this.base, to - from);
        else builder.add(objectCharacter, piece.source + this.base, piece.sourceLength);
        at = to;
      }
      if (at < pieceEnd) {
        if (sliced) builder.add(piece.text.slice(at - index), piece.source + at - index + this.base, pieceEnd - at);
        else builder.add(piece.text, piece.source + this.base, piece.sourceLength);
      }
      index = pieceEnd;
    }
    return end;
  }

  private inlineCode(value: string, builder: ProseBuilder, start: number, end: number): void {
    let from = start;
    while (this.source[from] === '`') from++;
    const fence = from - start;
    // One space on both sides is padding that the value no longer has.
    const inner = this.source.slice(from, end - fence);
    if (/^[ \r\n]/u.test(inner) && inner !== value && !value.startsWith(inner[0] ?? ''))
      from += inner.startsWith('\r\n') ? 2 : 1;
    const written = value.replace(/\|/gu, '|');
    for (const piece of alignCode(written, this.source, from, end))
      builder.add(piece.text, piece.source + this.base, piece.sourceLength);
  }

  private inlineHtml(
    value: string,
    builder: ProseBuilder,
    start: number,
    end: number,
    following: readonly Nodes[],
  ): void {
    if (value.startsWith('<!--')) this.comment(start, end, following);
    else if (/^<br\s*\/?>$/iu.test(value)) builder.add('\n', start + this.base, end - start);
  }

  private html(start: number, end: number, following: readonly Nodes[]): void {
    const { prose, comments } = readHtml(this.source, start, end);
    for (const run of prose) {
      const builder = new ProseBuilder();
      for (const piece of run.pieces) builder.add(piece.text, piece.source + this.base, piece.sourceLength);
      const block = builder.build('paragraph', run.start + this.base, run.end + this.base);
      if (block !== undefined) this.blocks.push(block);
    }
    for (const comment of comments) this.comment(comment.start, comment.end, following);
  }

  private comment(start: number, end: number, following: readonly Nodes[]): void {
    const next = following[0];
    this.comments.push({
      span: { start: start + this.base, end: end + this.base },
      body: this.source
        .slice(start, end)
        .replace(/^<!--|-->$/gu, '')
        .trim(),
      ...(next === undefined ? {} : { covers: { start: startOf(next) + this.base, end: endOf(next) + this.base } }),
    });
  }

  private yaml(start: number, end: number): void {
    const written = this.source.slice(start, end);
    const first = written.search(/\r\n|[\r\n]/u);
    const opening = first < 0 ? written.length : first + (written.startsWith('\r\n', first) ? 2 : 1);
    const closing = written.search(/(?:\r\n|[\r\n])---[ \t]*$/u);
    const yaml = closing >= opening ? written.slice(opening, closing) : '';
    this.frontMatter = readFrontMatter(yaml, start + opening + this.base, {
      start: start + this.base,
      end: end + this.base,
    });
  }
}

/** Inline code: line endings became spaces, and in tables `\|` became `|`. */
function alignCode(
  value: string,
  source: string,
  from: number,
  limit: number,
): { text: string; source: number; sourceLength: number }[] {
  const pieces: { text: string; source: number; sourceLength: number }[] = [];
  let at = from;
  for (let index = 0; index < value.length; index++) {
    const wanted = value[index] ?? '';
    const found = source[at] ?? '';
    if (found === wanted) {
      pieces.push({ text: wanted, source: at, sourceLength: 1 });
      at++;
    } else if (found === '\\' && source[at + 1] === '|' && wanted === '|') {
      pieces.push({ text: '|', source: at, sourceLength: 2 });
      at += 2;
    } else if (wanted === ' ' && (found === '\n' || found === '\r')) {
      let end = at + (source.startsWith('\r\n', at) ? 2 : 1);
      while (end < limit && /[ \t>]/u.test(source[end] ?? '') && source[end] !== value[index + 1]) end++;
      pieces.push({ text: '\n', source: at, sourceLength: end - at });
      at = end;
    } else if (wanted === '\uFFFD' && found === '\0') {
      pieces.push({ text: wanted, source: at, sourceLength: 1 });
      at++;
    } else if (/[ \t>]/u.test(found)) {
      at++;
      index--;
    } else return pieces;
    if (at > limit) return pieces;
  }
  return pieces;
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
