import { readFileSync } from 'node:fs';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON file of the repository; the tests run in its root. */
export function readJson(file: string): Record<string, Json> {
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, Json>;
}

/** A value inside a JSON value by path; `undefined` where there is none. */
export function at(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string | number, Json>)[key] : undefined,
    value,
  );
}

/** The entries of a list of objects. */
export function list(value: Json | undefined): readonly Record<string, Json>[] {
  return Array.isArray(value) ? (value as readonly Record<string, Json>[]) : [];
}

/** An object's value, empty where there is none. */
export function record(value: Json | undefined): Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, Json>) : {};
}

/** All strings in a JSON value, wherever they stand. */
export function strings(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((inner: Json) => strings(inner));
}

/** A text; anything else is a mistake in the file. */
export function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new TypeError(`A text is expected, not ${JSON.stringify(value)}.`);
  return value;
}
