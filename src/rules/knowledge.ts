import type { Authority, Localized, RulePack } from './pack.js';

/** A topic of the contract in SPEC: stable id, regime, label in both languages, default report section. */
export interface Topic {
  readonly id: string;
  readonly regime: string;
  readonly label: Localized;
  readonly section: string;
}

/** A section of the country report's outline: `summary`, `1`, `1.1` … `5.4`, `conclusion`. */
export interface Section {
  readonly id: string;
  readonly title: Localized;
  /** Page of the report on which the section begins; absent for the summary. */
  readonly page?: number;
  /** Number of footnotes in the section itself. */
  readonly footnotes: number;
  /** Our own digest of the section, in Markdown. */
  readonly guidance: Localized;
}

/** A body of law that topics belong to. */
export interface Regime {
  readonly id: string;
  readonly label: Localized;
}

/** Everything that is known to the product as data: `rules/` at the top level, compiled into the bundles at build time. */
export interface Knowledge {
  /** Edition of the country report, for instance `2026-HY-E017`. */
  readonly edition: string;
  readonly reportTitle: Localized;
  readonly regimes: readonly Regime[];
  readonly topics: readonly Topic[];
  /** Sections in the order of the report. */
  readonly sections: readonly Section[];
  /** Shared authorities by id; packs may bring more of their own. */
  readonly authorities: Readonly<Record<string, Authority>>;
  readonly packs: readonly RulePack[];
}
