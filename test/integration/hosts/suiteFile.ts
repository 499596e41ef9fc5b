/** Loads one file of tests, which registers them with mocha. */
export type SuiteFile = () => Promise<unknown>;

/** How long one test may take, in milliseconds: generous, because a machine may be busy with other things. */
export const timeout = 30_000;
