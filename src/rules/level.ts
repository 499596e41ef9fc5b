/**
 * How grave a finding is, gravest first. `critical`: a filing, licence or prohibition is plausibly triggered;
 * `caution`: a fact or regime to be checked; `note`: context worth knowing; `mention`: said, negated or accepted.
 */
export const levels = ['critical', 'caution', 'note', 'mention'] as const;

export type Level = (typeof levels)[number];

/** Whether `level` is at least as grave as `threshold`. */
export function atLeast(level: Level, threshold: Level): boolean {
  return levels.indexOf(level) <= levels.indexOf(threshold);
}

/** The less grave of two levels. */
export function milder(a: Level, b: Level): Level {
  return levels.indexOf(a) >= levels.indexOf(b) ? a : b;
}
