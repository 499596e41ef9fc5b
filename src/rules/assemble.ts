import * as z from 'zod/mini';
import { Lines } from '../text/lines.js';
import type { Knowledge, Regime, Section, Topic } from './knowledge.js';
import { readData, readPack, type PackProblem } from './packFile.js';
import { authoritiesSchema, type Authority, type Localized, type RulePack } from './pack.js';

/** A file of the data folder: path with forward slashes, relative to `rules/`. */
export interface DataFile {
  readonly path: string;
  readonly text: string;
}

/** A mistake in a data file; line and column are 0-based. */
export interface DataProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: Localized;
}

const label = z.strictObject({ en: z.string(), zh: z.string() });
const topicsSchema = z.record(
  z.string(),
  z.strictObject({ label, topics: z.record(z.string(), z.strictObject({ label, section: z.string() })) }),
);
const outlineSchema = z.strictObject({
  edition: z.string(),
  title: label,
  sections: z.array(
    z.strictObject({ id: z.string(), title: label, page: z.optional(z.int()), footnotes: z.int() }),
  ),
});

/** Puts the files of `rules/` together into one value; the files with problems are left out and reported. */
export function assembleKnowledge(
  files: readonly DataFile[],
  options: { readonly examples: boolean },
): { knowledge: Knowledge; problems: DataProblem[] } {
  const problems: DataProblem[] = [];
  const report = (file: DataFile, found: readonly PackProblem[]): void => {
    const lines = new Lines(file.text);
    for (const { message, span } of found) problems.push({ path: file.path, ...lines.positionAt(span.start), message });
  };
  const read = <T>(path: string, schema: z.ZodMiniType<T>): T | undefined => {
    const file = files.find((one) => one.path === path);
    if (file === undefined) return undefined;
    const { value, problems: found } = readData(file.text, schema);
    report(file, found);
    return value;
  };

  const regimes: Regime[] = [];
  const topics: Topic[] = [];
  for (const [id, regime] of Object.entries(read('topics.yaml', topicsSchema) ?? {})) {
    regimes.push({ id, label: regime.label });
    for (const [topic, { label: name, section }] of Object.entries(regime.topics)) {
      topics.push({ id: topic, regime: id, label: name, section });
    }
  }
  const outline = read('outline.yaml', outlineSchema);
  const sections: Section[] = (outline?.sections ?? []).map(({ id, title, page, footnotes }) => ({
    id,
    title,
    ...(page === undefined ? {} : { page }),
    footnotes,
    guidance: { en: guidanceOf(files, 'en', id), zh: guidanceOf(files, 'zh-cn', id) },
  }));
  const authorities: Record<string, Authority> = {};
  const packs: RulePack[] = [];
  for (const file of files) {
    if (!file.path.endsWith('.yaml') || file.path === 'topics.yaml' || file.path === 'outline.yaml') continue;
    if (file.path.startsWith('authorities/')) {
      const { value, problems: found } = readData(file.text, authoritiesSchema);
      report(file, found);
      Object.assign(authorities, value ?? {});
    } else {
      const { pack, problems: found } = readPack(file.text);
      report(file, found);
      if (pack !== undefined) packs.push(options.examples ? pack : withoutExamples(pack));
    }
  }
  return {
    knowledge: {
      edition: outline?.edition ?? '',
      reportTitle: outline?.title ?? { en: '', zh: '' },
      regimes,
      topics,
      sections,
      authorities,
      packs,
    },
    problems,
  };
}

function guidanceOf(files: readonly DataFile[], language: string, section: string): string {
  return files.find(({ path }) => path === `guidance/${language}/${section}.md`)?.text.trim() ?? '';
}

function withoutExamples(pack: RulePack): RulePack {
  return { ...pack, rules: pack.rules.map((rule) => ({ ...rule, examples: { hit: {}, miss: {} } })) };
}
