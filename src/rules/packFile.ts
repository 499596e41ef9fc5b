import { isCollection, isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type Node, type Scalar } from 'yaml';
import * as z from 'zod/mini';
import { en, zhCN } from 'zod/locales';
import type { Span } from '../text/span.js';
import type { Part } from '../matching/pattern.js';
import { compileTerm, NotationError } from './notation.js';
import { packSchema, type Localized, type RulePack } from './pack.js';

/** A mistake in a pack or data file: what, and where in the file's text (0-based UTF-16 offsets, end exclusive). */
export interface PackProblem {
  readonly message: Localized;
  readonly span: Span;
}

/** A pack as read from its file: absent when there are problems. */
export interface PackReading {
  readonly pack?: RulePack;
  readonly problems: readonly PackProblem[];
}

/**
 * Reads a rule pack (YAML or JSON): syntax, form, and the notation of every term are checked, each mistake with its place in
 * the text. Never throws.
 */
export function readPack(source: string): PackReading {
  const reading = readData(source, packSchema);
  if (reading.value === undefined) return { problems: reading.problems };
  const problems = checkTerms(reading.value, reading.document);
  return problems.length > 0 ? { problems } : { pack: reading.value, problems: [] };
}

/** Reads a YAML text against a schema; the document is given so that later checks can point into it. */
export function readData<T>(
  source: string,
  schema: z.ZodMiniType<T>,
): { value?: T; problems: PackProblem[]; document: Document } {
  const document = parseDocument(source, { prettyErrors: false, lineCounter: new LineCounter(), stringKeys: true });
  const syntax = [...document.errors, ...document.warnings].map((error) => ({
    message: { en: `YAML: ${error.message}`, zh: `YAML 语法：${error.message}` },
    span: { start: error.pos[0], end: Math.max(error.pos[1], error.pos[0] + 1) },
  }));
  if (document.errors.length > 0) return { problems: syntax, document };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { problems: [{ message: { en: `YAML: ${reason}`, zh: `YAML：${reason}` }, span: { start: 0, end: 1 } }], document };
  }
  const parsed = z.safeParse(schema, value, { error: en().localeError });
  if (parsed.success) return { value: parsed.data, problems: syntax, document };
  const chinese = z.safeParse(schema, value, { error: zhCN().localeError });
  const translated = chinese.success ? [] : chinese.error.issues;
  return {
    problems: parsed.error.issues.map((issue, index) => ({
      message: { en: `${at(issue.path)}${issue.message}`, zh: `${at(issue.path)}${translated[index]?.message ?? issue.message}` },
      span: spanOfPath(document, issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined),
    })),
    document,
  };
}

const needsWords = {
  en: 'a slot alone would be found everywhere; a rule for it needs a "near" condition',
  zh: '单独的占位符处处都会命中：这样的规则必须有 near 条件',
};

/** Whether a part is more than a number or a class of words. */
function isSpecific(part: Part): boolean {
  return part.type === 'words' && part.wordClass === undefined;
}

function checkTerms(pack: RulePack, document: Document): PackProblem[] {
  const problems: PackProblem[] = [];
  const check = (term: string, path: readonly PropertyKey[], mayBeSlot = false): void => {
    try {
      const hasWords = compileTerm(term).every(({ parts }) => parts.some(isSpecific));
      const isCondition = path.includes('words');
      if (!hasWords && !mayBeSlot && !isCondition) throw new NotationError(0, needsWords);
    } catch (error) {
      if (!(error instanceof NotationError)) throw error;
      problems.push({
        message: { en: `Term "${term}": ${error.explanation.en}.`, zh: `术语“${term}”：${error.explanation.zh}。` },
        span: spanOfPath(document, path),
      });
    }
  };
  pack.rules.forEach((rule, index) => {
    const base = ['rules', index] as const;
    const hasCompany = (rule.near ?? []).length > 0;
    rule.terms.en?.forEach((term, at) => check(term, [...base, 'terms', 'en', at], hasCompany));
    rule.terms.zh?.forEach((term, at) => check(term, [...base, 'terms', 'zh', at], hasCompany));
    rule.except?.forEach((term, at) => check(term, [...base, 'except', at]));
    for (const key of ['near', 'unless'] as const) {
      rule[key]?.forEach((condition, which) => {
        condition.words.forEach((word, at) => check(word, [...base, key, which, 'words', at]));
      });
    }
  });
  return problems;
}

function at(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '' : `${path.map(String).join('.')}: `;
}

/** The place of a value in the text; of the nearest one that exists above it when the value itself is missing. */
export function spanOfPath(document: Document, path: readonly PropertyKey[], key?: string): Span {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true);
    if (!isNode(node)) continue;
    if (depth === path.length && key !== undefined && isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key);
      if (pair !== undefined && isScalar(pair.key) && pair.key.range) return { start: pair.key.range[0], end: pair.key.range[1] };
    }
    const range = node.range;
    if (range) return { start: range[0], end: Math.max(range[1], range[0] + 1) };
  }
  return { start: 0, end: 1 };
}

function isNode(value: unknown): value is Node | Scalar {
  return isScalar(value) || isCollection(value);
}
