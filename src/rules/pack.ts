import * as z from 'zod/mini';
import { measures } from '../matching/quantities/measures.js';
import { levels } from './level.js';

/*
 * The form of a rule pack: types, validation and the JSON Schema (`npm run schemas`) all come from this file.
 * rules/README.md explains it to those who write packs.
 */

const text = z.string().check(z.minLength(1));
const isoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));
const id = z.string().check(z.regex(/^[a-z0-9]+(?:[-./][a-z0-9]+)*$/u));

const localized = z.strictObject({ en: text, zh: text });
const localizedLists = z.strictObject({ en: z.optional(z.array(text)), zh: z.optional(z.array(text)) });

const authority = z.strictObject({
  citation: localized,
  url: z.string().check(z.regex(/^https:\/\/\S+$/u)),
  status: z.enum(['in-force', 'suspended', 'rescinded', 'superseded', 'proposed']),
  /** Said beside the status where one word is not enough ("announced as rescinded, text still in the CCL"). */
  note: z.optional(localized),
  checked: isoDate,
  confidence: z.enum(['official', 'secondary', 'memory', 'unverified']),
});

const condition = z.strictObject({
  words: z.array(text).check(z.minLength(1)),
  within: z.optional(z.enum(['sentence', 'block'])),
  before: z.optional(z.int().check(z.minimum(1), z.maximum(12))),
  after: z.optional(z.int().check(z.minimum(1), z.maximum(12))),
});

const threshold = z.strictObject({
  measure: z.enum(measures),
  at: z.number(),
  comparison: z.enum(['>', '>=', '<', '<=']),
  unit: z.optional(text),
  meaning: localized,
  authority: id,
  /** The level of a finding whose value meets the threshold; left out where meeting it makes nothing graver. */
  level: z.optional(z.enum(levels)),
});

const rule = z.strictObject({
  id,
  level: z.enum(levels),
  terms: z.strictObject({ en: z.optional(z.array(text)), zh: z.optional(z.array(text)) }),
  except: z.optional(z.array(text)),
  near: z.optional(z.array(condition)),
  unless: z.optional(z.array(condition)),
  /** `false` for rules whose terms themselves are denials or stale claims, so that negation words do not lower them. */
  negatable: z.optional(z.boolean()),
  title: localized,
  message: localized,
  advice: localized,
  checklist: z.optional(localizedLists),
  /** For stale references: the wording to put in place of the term. */
  replacement: z.optional(localized),
  thresholds: z.optional(z.array(threshold)),
  section: z.optional(id),
  authorities: z.array(id).check(z.minLength(1)),
  examples: z.strictObject({ hit: localizedLists, miss: localizedLists }),
});

const pack = z.strictObject({
  topic: id,
  authorities: z.optional(z.record(id, authority)),
  rules: z.array(rule).check(z.minLength(1)),
});

/** The schema of a rule pack file. */
export const packSchema = pack;
/** The schema of a file of shared authorities (`rules/authorities/*.yaml`): id → authority. */
export const authoritiesSchema = z.record(id, authority);

/** A text in both languages of the product. */
export type Localized = z.infer<typeof localized>;
export type LocalizedLists = z.infer<typeof localizedLists>;
/** A statute, regulation, order or standard that a rule rests on, with its status on the day it was checked. */
export type Authority = z.infer<typeof authority>;
export type Condition = z.infer<typeof condition>;
export type Threshold = z.infer<typeof threshold>;
export type Rule = z.infer<typeof rule>;
export type RulePack = z.infer<typeof pack>;
