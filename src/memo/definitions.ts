import type { Nodes, Root } from 'mdast';

/**
 * The labels that a piece of Markdown defines for links and footnotes, as definitions of their own (`[label]: #`): with them
 * behind it, another piece is parsed as if it stood in the whole memo.
 */
export function standInsOf(tree: Root, source: string): string[] {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') {
      const label = labelAt(source, node.position?.start.offset ?? 0);
      if (label !== undefined) found.push(`${label}: #`);
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

/** The label with its brackets, on one line: a definition in a quote may be wrapped, with the quote's marks between. */
function labelAt(source: string, start: number): string | undefined {
  const label = /^\[(?:[^\\[\]]|\\[\s\S])+\]/u.exec(source.slice(start, start + 2_000))?.[0];
  return label?.replace(/[ \t]*[\r\n]+[ \t>]*/gu, ' ');
}

/** The definitions of a whole memo, by what refers to them. */
export class Definitions {
  private readonly byKey = new Map<string, string>();

  /** @param standIns as `standInsOf` gives them, of all pieces of the memo */
  constructor(standIns: Iterable<string>) {
    for (const standIn of standIns) this.byKey.set(keyOf(standIn.slice(1, -closing.length)), standIn);
  }

  /** The stand-ins that a piece may refer to: all whose label it has in brackets somewhere. */
  namedIn(piece: string): string[] {
    if (this.byKey.size === 0) return [];
    const named = new Set<string>();
    for (const [, label = ''] of piece.matchAll(bracketed)) {
      const standIn = this.byKey.get(keyOf(label));
      if (standIn !== undefined) named.add(standIn);
    }
    return [...named];
  }
}

const closing = ']: #';
/** A label has no brackets in it, unless they are escaped, and at most 999 characters. */
const bracketed = /\[((?:[^\\[\]]|\\[\s\S]){1,999})\]/gu;

/** Equal for labels that are the same to Markdown: case and the amount of white space do not count, nor do the marks of a quote. */
function keyOf(label: string): string {
  const unwrapped = label.replace(/[\r\n][ \t>]*/gu, ' ');
  return unwrapped
    .replace(/[ \t]+/gu, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}
