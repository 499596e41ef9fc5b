import type { Topic } from './knowledge.js';
import type { Rule } from './pack.js';

/** The topic of findings about suppressions themselves; no law, so it stands beside the table of topics. */
export const suppressionTopic: Topic = {
  id: 'suppression',
  regime: 'review',
  label: { en: 'Suppressions', zh: '忽略标记' },
  section: 'summary',
};

const base = { level: 'note', terms: {}, authorities: [], examples: { hit: {}, miss: {} } } as const;

function rule(id: string, title: Rule['title'], message: Rule['message'], advice: Rule['advice']): Rule {
  return { ...base, terms: {}, authorities: [], examples: { hit: {}, miss: {} }, id, title, message, advice };
}

/** Rules about the directives in a memo; their findings come from `review/directives`, not from terms. */
export const suppressionRules: readonly Rule[] = [
  rule(
    'suppression/missing-reason',
    { en: 'Suppression without a reason', zh: '忽略标记缺少理由' },
    { en: 'This suppression gives no reason, so nobody can tell later why the findings were set aside.', zh: '该忽略标记没有写明理由，日后无人知道为何搁置这些提示。' },
    { en: 'Write "-- " and the reason after the rule or topic.', zh: '请在规则或主题之后写上“-- ”和理由。' },
  ),
  rule(
    'suppression/unused',
    { en: 'Suppression without effect', zh: '忽略标记未起作用' },
    { en: 'This suppression sets no finding aside: the text it was written for may have changed.', zh: '该忽略标记没有对应任何提示：原来的文字可能已经改动。' },
    { en: 'Delete it, or check that it stands before the block it is meant for.', zh: '请删除，或检查它是否位于所针对的段落之前。' },
  ),
  rule(
    'suppression/unknown',
    { en: 'Unknown rule or topic', zh: '未知的规则或主题' },
    { en: 'This suppression names a rule or topic that does not exist, or nothing at all.', zh: '该忽略标记所写的规则或主题不存在，或者没有写明。' },
    { en: 'Copy the id of the rule or topic from the finding.', zh: '请从提示中复制规则或主题的编号。' },
  ),
];
