import type { Localized } from '../rules/pack.js';

/** A language of the product, named as `Localized` names it. */
export type Language = keyof Localized;
