import { levels, type Level } from '../rules/level.js';
import { defaultSeverities, severityNames, type SeverityName } from './severities.js';

/*
 * What the settings may hold, and what becomes of a value they may not. Nothing here knows VS Code: `settings.ts` asks
 * it for the raw values.
 */

export const languageSettings = ['auto', 'en', 'zh-cn'] as const;

export type LanguageSetting = (typeof languageSettings)[number];

/** The settings that are in force for a document. */
export interface SettingValues {
  readonly enabled: boolean;
  /** Topic or rule id → level; the rule's own entry goes before its topic's. */
  readonly levels: Readonly<Record<string, Level | 'off'>>;
  readonly severities: Readonly<Record<Level, SeverityName>>;
  /** Topic → whether its packs are used; topics that are not named are. */
  readonly packs: Readonly<Record<string, boolean>>;
  readonly language: LanguageSetting;
  /** How many findings of one document are listed as problems. */
  readonly maxFindings: number;
  /** Documents with more UTF-16 units than this are skipped. */
  readonly maxLength: number;
}

export type SettingName = keyof SettingValues;

export const defaultSettings: SettingValues = {
  enabled: true,
  levels: {},
  severities: defaultSeverities,
  packs: {},
  language: 'auto',
  maxFindings: 500,
  maxLength: 2_000_000,
};

/** Names of all settings, without the prefix `dealLens.`. */
export const settingNames = Object.keys(defaultSettings) as readonly SettingName[];

export const limits = {
  maxFindings: { least: 1, most: 10_000 },
  maxLength: { least: 1_000, most: 50_000_000 },
} as const;

/**
 * A `value` or the value of an `entry` that cannot be used, so that what was in force stays; or the `name` of an entry
 * that means nothing, so that the entry has no effect.
 */
export interface SettingProblem {
  readonly wrong: 'value' | 'entry' | 'name';
  readonly setting: SettingName;
  /** The entry of an object setting that is wrong; empty where the whole value is. */
  readonly entry: string;
  /** The value found, as JSON, cut to a readable length. */
  readonly found: string;
  readonly accepted: Accepted;
}

/** What would be accepted: one of some words, a whole number in a range, an object, or the id of something known. */
export type Accepted =
  | { readonly kind: 'one-of'; readonly words: readonly string[] }
  | { readonly kind: 'whole-number'; readonly least: number; readonly most: number }
  | { readonly kind: 'object'; readonly of: readonly string[] }
  | { readonly kind: 'topic' }
  | { readonly kind: 'topic-or-rule' };

/** The ids that settings may name. */
export interface KnownIds {
  hasTopic(id: string): boolean;
  hasRule(id: string): boolean;
}

/**
 * Reads raw setting values. A broken value, or a broken entry of an object, leaves what `previous` has for it in force
 * and is reported; an entry that names nothing known is reported too, and has no effect.
 */
export function readSettings(
  raw: (name: SettingName) => unknown,
  previous: SettingValues,
  known: KnownIds,
): { readonly values: SettingValues; readonly problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];

  function refuse(
    setting: SettingName,
    found: unknown,
    accepted: Accepted,
    wrong: SettingProblem['wrong'] = 'value',
    entry = '',
  ): void {
    problems.push({ wrong, setting, entry, found: shown(found), accepted });
  }

  function scalar<Name extends 'enabled' | 'language' | 'maxFindings' | 'maxLength'>(
    name: Name,
    accepted: Accepted,
    parse: (value: unknown) => SettingValues[Name] | undefined,
  ): SettingValues[Name] {
    const value = raw(name);
    if (value === undefined) return defaultSettings[name];
    const parsed = parse(value);
    if (parsed !== undefined) return parsed;
    refuse(name, value, accepted);
    return previous[name];
  }

  function entries<Value>(
    name: 'levels' | 'severities' | 'packs',
    words: readonly string[],
    inForce: Readonly<Record<string, Value>>,
    parse: (value: unknown) => Value | undefined,
    unknownKey: (key: string) => Accepted | undefined,
  ): Record<string, Value> {
    const value = raw(name);
    if (value === undefined) return {};
    if (!isRecord(value)) {
      refuse(name, value, { kind: 'object', of: words });
      return { ...inForce };
    }
    const read: Record<string, Value> = {};
    for (const [key, one] of Object.entries(value)) {
      const wrongKey = unknownKey(key);
      const parsed = parse(one);
      if (wrongKey !== undefined) refuse(name, key, wrongKey, 'name', key);
      else if (parsed === undefined) refuse(name, one, { kind: 'one-of', words }, 'entry', key);
      const kept = parsed ?? (Object.hasOwn(inForce, key) ? inForce[key] : undefined);
      if (wrongKey === undefined && kept !== undefined) read[key] = kept;
    }
    return read;
  }

  const wholeNumber = (range: { least: number; most: number }) => (value: unknown) =>
    typeof value === 'number' && Number.isInteger(value) && value >= range.least && value <= range.most
      ? value
      : undefined;

  const values: SettingValues = {
    enabled: scalar('enabled', { kind: 'one-of', words: ['true', 'false'] }, asBoolean),
    levels: entries('levels', [...levels, 'off'], previous.levels, asWord([...levels, 'off']), (key) =>
      known.hasTopic(key) || known.hasRule(key) ? undefined : { kind: 'topic-or-rule' },
    ),
    severities: {
      ...defaultSeverities,
      ...entries<SeverityName>('severities', severityNames, previous.severities, asWord(severityNames), (key) =>
        asWord(levels)(key) === undefined ? { kind: 'one-of', words: levels } : undefined,
      ),
    },
    packs: entries('packs', ['true', 'false'], previous.packs, asBoolean, (key) =>
      known.hasTopic(key) ? undefined : { kind: 'topic' },
    ),
    language: scalar('language', { kind: 'one-of', words: languageSettings }, asWord(languageSettings)),
    maxFindings: scalar(
      'maxFindings',
      { kind: 'whole-number', ...limits.maxFindings },
      wholeNumber(limits.maxFindings),
    ),
    maxLength: scalar('maxLength', { kind: 'whole-number', ...limits.maxLength }, wholeNumber(limits.maxLength)),
  };
  return { values, problems };
}

function asBoolean(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function asWord<Word extends string>(words: readonly Word[]): (value: unknown) => Word | undefined {
  return (value) => words.find((word) => word === value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const longestShown = 60;

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}
