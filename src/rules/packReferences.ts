import { parseDocument } from 'yaml';
import type { Knowledge } from './knowledge.js';
import type { RulePack } from './pack.js';
import { spanOfPath, type PackProblem } from './packFile.js';

/**
 * What a pack that is well formed names and nobody knows: sections, authorities, and ids that do not begin with the pack's
 * topic. Its rules work all the same; what they name leads nowhere.
 *
 * @param source the text that the pack was read from
 * @param knowledge what the pack is added to
 */
export function findBrokenReferences(source: string, pack: RulePack, knowledge: Knowledge): PackProblem[] {
  const document = parseDocument(source, { prettyErrors: false, stringKeys: true });
  const problems: PackProblem[] = [];
  const report = (path: readonly PropertyKey[], en: string, zh: string): void => {
    problems.push({ message: { en, zh }, span: spanOfPath(document, path) });
  };
  const authorities = { ...knowledge.authorities, ...pack.authorities };
  const checkAuthority = (id: string, path: readonly PropertyKey[]): void => {
    if (!Object.hasOwn(authorities, id)) report(path, `Authority "${id}" does not exist.`, `依据“${id}”不存在。`);
  };
  const sections = new Set(knowledge.sections.map(({ id }) => id));
  pack.rules.forEach((rule, index) => {
    const base = ['rules', index] as const;
    if (!rule.id.startsWith(`${pack.topic}/`)) {
      report([...base, 'id'], `The id must begin with "${pack.topic}/".`, `编号必须以“${pack.topic}/”开头。`);
    }
    if (rule.section !== undefined && !sections.has(rule.section)) {
      report([...base, 'section'], `Section "${rule.section}" does not exist.`, `章节“${rule.section}”不存在。`);
    }
    rule.authorities.forEach((id, at) => checkAuthority(id, [...base, 'authorities', at]));
    rule.thresholds?.forEach(({ authority }, at) => checkAuthority(authority, [...base, 'thresholds', at, 'authority']));
  });
  return problems;
}
