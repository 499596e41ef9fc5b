import type { Accepted, SettingProblem } from './settingValues.js';
import type { Words } from './wordForms.js';

/** One setting problem as sentences: which setting, what it holds, what it may hold, what is in force instead. */
export function describeSettingProblem(problem: SettingProblem, words: Words): string {
  const setting = `dealLens.${problem.setting}`;
  const accepted = describeAccepted(problem.accepted, words);
  const { found, entry } = problem;
  switch (problem.wrong) {
    case 'value':
      return words.t(
        'The setting {0} holds {1}, which cannot be used. {2} The previous value stays in force.',
        setting,
        found,
        accepted,
      );
    case 'entry':
      return words.t(
        'The setting {0} holds {1} for “{2}”, which cannot be used. {3} The previous value stays in force.',
        setting,
        found,
        entry,
        accepted,
      );
    case 'name':
      return words.t(
        'The setting {0} names “{1}”, which is unknown. {2} The entry has no effect.',
        setting,
        entry,
        accepted,
      );
  }
}

function describeAccepted(accepted: Accepted, words: Words): string {
  switch (accepted.kind) {
    case 'one-of':
      return words.t('Accepted are: {0}.', accepted.words.join(', '));
    case 'whole-number':
      return words.t('Accepted is a whole number from {0} to {1}.', accepted.least, accepted.most);
    case 'object':
      return words.t('Accepted is an object whose values are: {0}.', accepted.of.join(', '));
    case 'topic':
      return words.t('Accepted are the ids of topics, for instance advanced-chips.');
    case 'topic-or-rule':
      return words.t('Accepted are the ids of topics and rules, for instance advanced-chips.');
  }
}
