import type { Measure } from '../matching/quantities/measures.js';
import type { Finding, FindingQuantity, Verdict } from '../review/finding.js';
import type { Level } from '../rules/level.js';
import type { Authority, Threshold } from '../rules/pack.js';
import type { Ruleset } from '../rules/ruleset.js';
import type { Lines } from '../text/lines.js';
import type { Language } from './language.js';
import { verdictText } from './thresholdText.js';

/** An authority as other programs read it. */
export interface AuthorityRecord {
  readonly citation: string;
  readonly url: string;
  readonly status: Authority['status'];
  /** The day somebody looked, `YYYY-MM-DD`. */
  readonly checked: string;
  readonly confidence: Authority['confidence'];
  /** What one word of status cannot say. */
  readonly note?: string;
}

/**
 * A finding as other programs read it: the names are a contract. Lines and columns are 1-based, columns in UTF-16 units, the end
 * exclusive, all counted in the file as it is on disk: a byte order mark is the first unit of line 1.
 */
export interface FindingRecord {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
  readonly rule: string;
  readonly topic: string;
  readonly regime: string;
  readonly level: Level;
  readonly negated: boolean;
  /** Set when the memo only supposes the term or quotes it as a word; `level` is `mention` then, as for what it denies. */
  readonly lowered?: 'supposed' | 'quoted';
  readonly message: string;
  /** The value that the finding speaks of, and where it lies. */
  readonly quantity?: QuantityRecord;
  readonly section: string;
  readonly authorities: readonly AuthorityRecord[];
  /** Set when a directive in the memo suppresses the finding; the reason is empty when none was given. */
  readonly suppressed?: { readonly reason: string };
}

/** A value that was read. */
export interface QuantityRecord {
  /** The number with its unit, as written. */
  readonly text: string;
  readonly measure: Measure;
  /** In the measure's own unit: the number as it stands; of a range the lower one. */
  readonly value: number;
  /** What the words around it make of the number. A value without an upper bound has no `high`. */
  readonly low: number;
  readonly high?: number;
  /** Set when the bound itself is left out ("more than 10"). */
  readonly lowOpen?: true;
  readonly highOpen?: true;
  /** For money (ISO 4217). */
  readonly currency?: string;
  readonly thresholds: readonly {
    readonly comparison: Threshold['comparison'];
    readonly at: number;
    readonly side: Verdict['side'];
    readonly meaning: string;
    /** Id of the authority. */
    readonly authority: string;
    /** The verdict in words. */
    readonly says: string;
  }[];
}

/** What the records of one rule have in common. */
type OfRule = Pick<FindingRecord, 'message' | 'authorities'>;

/** Makes records in one language; those of one rule share what is the rule's. */
export class Recorder {
  private readonly ofRules = new Map<string, OfRule>();

  constructor(
    private readonly ruleset: Ruleset,
    private readonly language: Language,
  ) {}

  /** The record of one finding of the memo whose lines are `lines`. */
  record(file: string, lines: Lines, finding: Finding): FindingRecord {
    const start = lines.positionAt(finding.span.start);
    const end = lines.positionAt(finding.span.end);
    const { message, authorities } = this.ofRule(finding.rule);
    return {
      file,
      line: start.line + 1,
      column: start.column + 1,
      endLine: end.line + 1,
      endColumn: end.column + 1,
      text: finding.text,
      rule: finding.rule,
      topic: finding.topic,
      regime: finding.regime,
      level: finding.level,
      negated: finding.negated,
      ...(finding.lowered === undefined || finding.lowered.kind === 'denied' ? {} : { lowered: finding.lowered.kind }),
      message,
      ...(finding.quantity === undefined ? {} : { quantity: quantityRecord(finding.quantity, this.language) }),
      section: finding.section,
      authorities,
      ...(finding.suppressed === undefined ? {} : { suppressed: { reason: finding.suppressed.reason } }),
    };
  }

  private ofRule(id: string): OfRule {
    let known = this.ofRules.get(id);
    if (known === undefined) {
      const entry = this.ruleset.rule(id);
      known = {
        message: entry === undefined ? id : entry.rule.message[this.language],
        authorities: (entry?.authorities ?? []).map((authority) => authorityRecord(authority, this.language)),
      };
      this.ofRules.set(id, known);
    }
    return known;
  }
}

function quantityRecord(quantity: FindingQuantity, language: Language): QuantityRecord {
  const { text, measure, interval, currency, verdicts } = quantity;
  const { low, high, lowOpen, highOpen } = interval;
  return {
    text,
    measure,
    value: high !== Infinity && (low === 0 || highOpen === true) ? high : low,
    low,
    ...(high === Infinity ? {} : { high }),
    ...(lowOpen === undefined ? {} : { lowOpen }),
    ...(highOpen === undefined ? {} : { highOpen }),
    ...(currency === undefined ? {} : { currency }),
    thresholds: verdicts.map((verdict) => {
      const { comparison, at, meaning, authority } = verdict.threshold;
      const says = verdictText(quantity, verdict, language);
      return { comparison, at, side: verdict.side, meaning: meaning[language], authority, says };
    }),
  };
}

function authorityRecord(authority: Authority, language: Language): AuthorityRecord {
  return {
    citation: authority.citation[language],
    url: authority.url,
    status: authority.status,
    checked: authority.checked,
    confidence: authority.confidence,
    ...(authority.note === undefined ? {} : { note: authority.note[language] }),
  };
}
