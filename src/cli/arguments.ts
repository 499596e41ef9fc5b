import { parseArgs } from 'node:util';
import type { Language } from '../output/language.js';
import { levels, type Level } from '../rules/level.js';
import { messages } from './messages.js';

export const formats = ['pretty', 'json'] as const;
/** Formats of later versions: known by name, so that asking for one is answered with more than "unknown". */
const laterFormats = ['sarif', 'markdown', 'html', 'csv'];
const laterCommands = ['report', 'search'];
const languageNames: Readonly<Record<string, Language>> = { en: 'en', 'zh-cn': 'zh' };

export type Format = (typeof formats)[number];

export interface CheckCommand {
  readonly name: 'check';
  readonly language: Language;
  /** Files, folders, and `-` for standard input; at least one. */
  readonly paths: readonly string[];
  readonly format: Format;
  readonly failOn: Level | 'never';
  /** Folders of further rule packs. */
  readonly rules: readonly string[];
  readonly stdinFilename?: string;
}

export interface RulesTestCommand {
  readonly name: 'rules test';
  readonly language: Language;
  /** A folder of packs to test in place of the built-in ones. */
  readonly folder?: string;
}

export interface InformationCommand {
  readonly name: 'help' | 'version';
  readonly language: Language;
  readonly about: 'program' | 'check' | 'rules';
}

/** A command line that cannot be carried out; the message is in the language. */
export interface Mistake {
  readonly name: 'mistake';
  readonly language: Language;
  readonly message: string;
}

export type Command = CheckCommand | RulesTestCommand | InformationCommand | Mistake;

const options = {
  format: { type: 'string' },
  'fail-on': { type: 'string' },
  rules: { type: 'string', multiple: true },
  lang: { type: 'string' },
  'stdin-filename': { type: 'string' },
  report: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type OptionName = keyof typeof options;

const optionsOf: Readonly<Record<'check' | 'rules', readonly OptionName[]>> = {
  check: ['format', 'fail-on', 'rules', 'lang', 'stdin-filename', 'report', 'help', 'version'],
  rules: ['lang', 'help', 'version'],
};

/** Carries a sentence to the user out of the middle of the parsing. */
class Refused extends Error {}

/**
 * Understands a command line. Never throws: what cannot be understood comes back as a `Mistake`, in the language that was
 * asked for, or else that of the environment.
 */
export function parseCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Command {
  let language = languageOf(environment);
  try {
    const { values, positionals } = read(
      args,
      (chosen) => (language = chosen),
      () => language,
    );
    return command(values, positionals, language);
  } catch (error) {
    if (error instanceof Refused) return { name: 'mistake', language, message: error.message };
    throw error;
  }
}

/** The language of an environment: Chinese where LC_ALL, LC_MESSAGES or LANG (the first that is set) is, else English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): Language {
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(
    (value) => value !== undefined && value !== '',
  );
  return locale !== undefined && /^zh(?:[_.@-]|$)/iu.test(locale) ? 'zh' : 'en';
}

interface Values {
  readonly given: ReadonlySet<OptionName>;
  readonly single: ReadonlyMap<OptionName, string>;
  readonly rules: readonly string[];
  /** The first option that does not exist, as written. */
  readonly unknown?: string;
}

/** Splits the arguments; the language is settled first, because mistakes are told in it. */
function read(
  args: readonly string[],
  setLanguage: (language: Language) => void,
  language: () => Language,
): { values: Values; positionals: string[] } {
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const lastLanguage = tokens.filter((token) => token.kind === 'option' && token.name === 'lang').pop();
  if (lastLanguage?.kind === 'option') {
    const known = languageNames[lastLanguage.value?.toLowerCase().replace('_', '-') ?? ''];
    if (known !== undefined) setLanguage(known);
  }
  const say = messages[language()];
  const given = new Set<OptionName>();
  const single = new Map<OptionName, string>();
  const rules: string[] = [];
  const positionals: string[] = [];
  let unknown: string | undefined;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    if (!isOption(token.name)) {
      unknown ??= token.rawName;
      continue;
    }
    given.add(token.name);
    if (options[token.name].type === 'boolean') {
      if (token.value !== undefined) throw new Refused(say.needlessValue(token.rawName));
    } else if (token.value === undefined || token.value === '' || (!token.inlineValue && /^-./u.test(token.value))) {
      throw new Refused(say.missingValue(token.rawName));
    } else if (token.name === 'rules') rules.push(token.value);
    else single.set(token.name, token.value);
  }
  return { values: { given, single, rules, ...(unknown === undefined ? {} : { unknown }) }, positionals };
}

function command(values: Values, positionals: readonly string[], language: Language): Command {
  const say = messages[language];
  const [name, ...rest] = positionals;
  if (name === undefined) {
    if (values.unknown !== undefined) throw new Refused(say.unknownOption(values.unknown, 'deal-lens'));
    if (values.given.has('version')) return { name: 'version', language, about: 'program' };
    if (values.given.has('help')) return { name: 'help', language, about: 'program' };
    throw new Refused(say.noCommand);
  }
  if (name === 'help') {
    const about = rest[0] === 'check' || rest[0] === 'rules' ? rest[0] : 'program';
    return { name: 'help', language, about };
  }
  if (laterCommands.includes(name)) throw new Refused(say.notYet(`"deal-lens ${name}"`));
  if (name !== 'check' && name !== 'rules') throw new Refused(say.unknownCommand(name));
  if (values.given.has('help')) return { name: 'help', language, about: name };
  if (values.given.has('version')) return { name: 'version', language, about: name };
  if (values.unknown !== undefined) throw new Refused(say.unknownOption(values.unknown, `deal-lens ${name}`));
  const foreign = [...values.given].find((option) => !optionsOf[name].includes(option));
  if (foreign !== undefined) throw new Refused(say.unknownOption(`--${foreign}`, `deal-lens ${name}`));
  oneOf(values, 'lang', Object.keys(languageNames), say.badValue, (value) => value.toLowerCase().replace('_', '-'));
  return name === 'check' ? checkCommand(values, rest, language) : rulesCommand(rest, language);
}

function checkCommand(values: Values, paths: readonly string[], language: Language): CheckCommand {
  const say = messages[language];
  const wanted = values.single.get('format');
  if (wanted !== undefined && laterFormats.includes(wanted)) throw new Refused(say.notYet(`--format ${wanted}`));
  if (values.given.has('report')) throw new Refused(say.notYet('--report'));
  const format = oneOf(values, 'format', formats, say.badValue) ?? 'pretty';
  const failOn = oneOf(values, 'fail-on', [...levels, 'never' as const], say.badValue) ?? 'critical';
  if (paths.length === 0) throw new Refused(say.noPaths);
  const stdinFilename = values.single.get('stdin-filename');
  return {
    name: 'check',
    language,
    paths,
    format,
    failOn,
    rules: values.rules,
    ...(stdinFilename === undefined ? {} : { stdinFilename }),
  };
}

function rulesCommand(rest: readonly string[], language: Language): RulesTestCommand {
  const say = messages[language];
  const [verb, folder, surplus] = rest;
  if (verb !== 'test') throw new Refused(say.unknownCommand(verb === undefined ? 'rules' : `rules ${verb}`));
  if (surplus !== undefined) throw new Refused(say.unexpected(surplus));
  return { name: 'rules test', language, ...(folder === undefined ? {} : { folder }) };
}

function oneOf<T extends string>(
  values: Values,
  option: OptionName,
  accepted: readonly T[],
  refuse: (option: string, value: string, accepted: readonly string[]) => string,
  normalize: (value: string) => string = (value) => value,
): T | undefined {
  const value = values.single.get(option);
  if (value === undefined) return undefined;
  const found = accepted.find((one) => one === normalize(value));
  if (found === undefined) throw new Refused(refuse(`--${option}`, value, accepted));
  return found;
}

function isOption(name: string): name is OptionName {
  return Object.hasOwn(options, name);
}
