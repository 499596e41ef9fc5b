/** What a number says about a value: exactly it, a range, or a bound. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Set when the bound itself is left out: "more than 10", "under 10". */
  readonly lowOpen?: true;
  readonly highOpen?: true;
}

export type Comparison = '>' | '>=' | '<' | '<=';

/** The interval of one value. */
export function exactly(value: number): Interval {
  return { low: value, high: value };
}

/**
 * Whether a value that lies somewhere in the interval meets a comparison.
 * @returns nothing when part of the interval does and part does not
 */
export function meets(interval: Interval, comparison: Comparison, at: number): boolean | undefined {
  switch (comparison) {
    case '>':
      return isAbove(interval, at, false);
    case '>=':
      return isAbove(interval, at, true);
    case '<':
      return not(isAbove(interval, at, true));
    case '<=':
      return not(isAbove(interval, at, false));
  }
}

/** @param orEqual whether `at` itself counts as above */
function isAbove({ low, high, lowOpen, highOpen }: Interval, at: number, orEqual: boolean): boolean | undefined {
  const allAbove = low > at || (low === at && (orEqual || lowOpen === true));
  if (allAbove) return true;
  const allBelow = high < at || (high === at && (!orEqual || highOpen === true));
  return allBelow ? false : undefined;
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
