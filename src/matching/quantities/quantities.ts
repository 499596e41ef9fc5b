import type { Folded } from '../../text/folding.js';
import type { Span } from '../../text/span.js';
import { findNumbers, type NumberToken } from '../numbers.js';
import { bounded, boundReach } from './bounds.js';
import { exactly, type Interval } from './interval.js';
import { names, units, type Measure, type Unit } from './measures.js';
import { readNumber, readShare } from './value.js';

/** A number with a meaning: folded offsets of the number with its unit or name. */
export interface Quantity extends Span {
  readonly measure: Measure;
  /** In the measure's own unit: per cent, operations, GB/s, people, metres, days … */
  readonly interval: Interval;
  /** For money (ISO 4217). */
  readonly currency?: string;
  /** `inferred` where only the size of the number tells what it measures. */
  readonly certainty: 'stated' | 'inferred';
}

/** How far a unit or name may reach from its number, in folded units. */
const unitReach = 48;
/** No count of anything but operations is as large. */
const leastOperations = 1e20;

/**
 * The quantities of a folded text, in order; numbers that measure nothing we know are left out.
 * @param labels folded; what a number measures that stands alone in a cell: what heads its column and its row
 */
export function findQuantities(folded: Folded, labels: readonly string[] = []): Quantity[] {
  return findNumbers(folded).flatMap((token) => readQuantity(folded, token, labels) ?? []);
}

function readQuantity(folded: Folded, token: NumberToken, labels: readonly string[]): Quantity | undefined {
  const { start, end } = token;
  const written = writtenOf(folded, token);
  const value = readInterval(written, token.kind === 'percent');
  if (value === undefined) return undefined;
  const before = slice(folded, Math.max(0, start - unitReach), start);
  const behind = slice(folded, end, Math.min(folded.length, end + unitReach));
  const isAlone = start <= boundReach && !/[a-z\u4E00-\u9FFF]/u.test(behind) && folded.length - end < unitReach;
  const found = measureOf(token, value.interval, before, behind) ?? (isAlone ? labelled(labels) : undefined);
  if (found === undefined) return undefined;
  const { unit, length, name, certainty } = found;
  const scaled = scale(value.interval, unit.factor ?? prefixOf(behind));
  const interval = value.isRange
    ? scaled
    : bounded(
        scaled.low,
        before.slice(0, before.length - name).slice(-boundReach),
        value.isMore ? '余' : behind.slice(length, length + boundReach),
      );
  return {
    start: start - name,
    end: end + length,
    measure: unit.measure,
    interval,
    ...(unit.currency === undefined ? {} : { currency: unit.currency }),
    certainty,
  };
}

interface Found {
  readonly unit: Unit;
  /** Folded units that the unit takes behind the number, and the name before it. */
  readonly length: number;
  readonly name: number;
  readonly certainty: Quantity['certainty'];
}

const percent: Unit = { measure: 'percent', pattern: /^/u };
const operations: Unit = { measure: 'operations', pattern: /^/u };

function measureOf({ kind }: NumberToken, { low }: Interval, before: string, behind: string): Found | undefined {
  if (kind === 'percent') return { unit: percent, length: 0, name: 0, certainty: 'stated' };
  for (const unit of names) {
    const match = unit.pattern.exec(before);
    if (match !== null) return { unit, length: 0, name: match[0].length, certainty: 'stated' };
  }
  for (const unit of units) {
    const match = unit.pattern.exec(behind);
    if (match !== null) return { unit, length: match[0].length, name: 0, certainty: 'stated' };
  }
  return low >= leastOperations ? { unit: operations, length: 0, name: 0, certainty: 'inferred' } : undefined;
}

/** What a number measures by the label of its column or row: `TPP`, `Patients`, `带宽密度（GB/s/mm²）`. */
function labelled(labels: readonly string[]): Found | undefined {
  for (const label of labels) {
    const unit =
      names.find(({ pattern }) => pattern.test(label.replace(/ ?\([^)]*\)$/u, ''))) ??
      units.find(({ pattern }) => pattern.test(/\(([^)]*)\)$/u.exec(label)?.[1] ?? label));
    if (unit !== undefined) return { unit, length: 0, name: 0, certainty: 'stated' };
  }
  return undefined;
}

/** A rate of operations is counted in operations a second, whatever its prefix. */
function prefixOf(behind: string): number {
  const [, prefix] = /^ ?([kmgtpez])(?:flop(?:s|\/s)|ops)(?![a-z])/u.exec(behind) ?? [];
  return prefix === undefined ? 1 : 1000 ** ('kmgtpez'.indexOf(prefix) + 1);
}

function scale(interval: Interval, factor: number): Interval {
  return factor === 1 ? interval : { ...interval, low: interval.low * factor, high: interval.high * factor };
}

interface Reading {
  readonly interval: Interval;
  readonly isRange: boolean;
  /** Set for `120多万`: somewhat more than that. */
  readonly isMore: boolean;
}

const rangeSign = /(?<=[\d%％a-z百千万萬亿億])\s*(?:-|–|—|~|～|〜|to|至|到)\s*(?=[\d０-９])/iu;

function readInterval(written: string, isShare: boolean): Reading | undefined {
  const read = isShare ? readShare : readNumber;
  const [from, to, more] = written.split(rangeSign);
  if (from !== undefined && to !== undefined && more === undefined) {
    const high = read(to);
    const low = (isShare ? readShare(from) : undefined) ?? readNumber(withFactorOf(from, to));
    if (low !== undefined && high !== undefined && low <= high) {
      return { interval: { low, high }, isRange: true, isMore: false };
    }
  }
  const plain = written.replace(/[多余餘](?=[百千万萬亿億])/u, '');
  const value = read(plain);
  return value === undefined ? undefined : { interval: exactly(value), isRange: false, isMore: plain !== written };
}

/** In `10–15 million` the million belongs to both. */
function withFactorOf(from: string, to: string): string {
  const [factor] = /(?:[a-z]+|[百千万萬亿億]+)\s*$/iu.exec(to) ?? [];
  return factor === undefined || /[a-z百千万萬亿億]\s*$/iu.test(from) ? from : `${from} ${factor}`;
}

function writtenOf({ text, map }: Folded, { start, end }: Span): string {
  const place = map.spanOf(start, end);
  return text.slice(place.start, place.end);
}

function slice({ units: folded }: Folded, start: number, end: number): string {
  return String.fromCharCode(...folded.subarray(start, end));
}
