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
