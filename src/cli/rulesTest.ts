import type { Failure } from '../output/failure.js';
import { builtinKnowledge, builtinRuleset } from '../rules/builtin.js';
import type { Knowledge } from '../rules/knowledge.js';
import { lintRules, type FindRules } from '../rules/lint.js';
import type { Ruleset } from '../rules/ruleset.js';
import { review } from '../review/review.js';
import { Lines } from '../text/lines.js';
import type { RulesTestCommand } from './arguments.js';
import { errorLine, type ExitCode, type Host } from './host.js';
import { messages } from './messages.js';
import { readPacks, type PackSource } from './packs.js';
import { stylerFor, wantsColour } from './terminal.js';

/** What is tested: the packs to lint, the ruleset their examples are run on, and the texts the packs were read from. */
interface Subject {
  readonly knowledge: Knowledge;
  readonly ruleset: Ruleset;
  readonly sources: readonly PackSource[];
}

/** `deal-lens rules test`: runs the examples of rule packs and reports mistakes in the data. */
export async function rulesTest(command: RulesTestCommand, host: Host): Promise<ExitCode> {
  const { language } = command;
  const say = messages[language];
  const failures: Failure[] = [];
  const subject = await subjectOf(command, (failure) => failures.push(failure));
  for (const failure of failures) await host.errors.write(errorLine(failure));

  const find: FindRules = (text) => review(text, 'plaintext', subject.ruleset).findings;
  const { problems, examples } = lintRules(subject.knowledge, find);
  const styler = stylerFor(wantsColour(host.output.isTerminal, host.environment));
  for (const { rule, message } of problems) {
    const place = placeOf(rule, subject.sources);
    const prefix = place === undefined ? '' : `${place}  `;
    await host.output.write(`${prefix}${styler.strong(rule)}  ${message[language]}\n`);
  }
  if (problems.length > 0) await host.output.write(`\n${styler.bad(say.problems(problems.length))}\n`);
  await host.output.write(`${say.tested(subject.knowledge.packs.length, ruleCount(subject.knowledge))}\n`);
  await host.output.write(`${say.testResult(examples.passed, examples.failed)}\n`);
  if (failures.length > 0) return 2;
  return problems.length > 0 || examples.failed > 0 ? 1 : 0;
}

async function subjectOf(command: RulesTestCommand, fail: (failure: Failure) => void): Promise<Subject> {
  const builtin = builtinKnowledge();
  if (command.folder === undefined) return { knowledge: builtin, ruleset: builtinRuleset(), sources: [] };
  const sources = await readPacks(command.folder, command.language, fail);
  const packs = sources.map(({ pack }) => pack);
  return { knowledge: { ...builtin, packs }, ruleset: builtinRuleset(packs), sources };
}

function ruleCount({ packs }: Knowledge): number {
  return packs.reduce((sum, pack) => sum + pack.rules.length, 0);
}

/** `file:line:column` of a rule's id, where the pack came from a file. */
function placeOf(rule: string, sources: readonly PackSource[]): string | undefined {
  for (const { file, text } of sources) {
    const match = new RegExp(`^[\\s-]*["']?id["']?:\\s*["']?(?=${escapeRegExp(rule)}["']?\\s*(?:[,}#]|$))`, 'mu').exec(
      text,
    );
    if (match === null) continue;
    const { line, column } = new Lines(text).positionAt(match.index + match[0].length);
    return `${file}:${line + 1}:${column + 1}`;
  }
  return undefined;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/gu, '\\$&');
}
