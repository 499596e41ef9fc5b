import { parseDocument } from 'yaml';
import type { FrontMatter } from './memo.js';

/**
 * Parses front matter for its facts.
 * @param yaml the text between the fences
 * @param offset of that text in the source
 * @param span of the whole front matter, fences included
 */
export function readFrontMatter(yaml: string, offset: number, span: FrontMatter['span']): FrontMatter {
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'error' });
  const problems = document.errors.map((error) => ({
    message: error.message,
    span: { start: offset + error.pos[0], end: offset + Math.max(error.pos[1], error.pos[0] + 1) },
  }));
  let facts: Record<string, unknown> = {};
  if (problems.length === 0) {
    try {
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) facts = { ...value };
    } catch (error) {
      problems.push({ message: error instanceof Error ? error.message : String(error), span });
    }
  }
  return { span, facts, problems };
}
