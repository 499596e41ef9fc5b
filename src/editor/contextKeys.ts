/** Every context key that Deal Lens sets, for `when` clauses of the manifest (a test compares). */
export const contextKeys = {
  /** Whether there is an active memo: a document that Deal Lens reviews, edited last. */
  memoActive: 'dealLens.memoActive',
  /** Whether the report's outline could not be read, so that the Report view has nothing to show. */
  outlineMissing: 'dealLens.outlineMissing',
} as const;

export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];
