/*
 * What the test run inside the editor tells the script outside: one line of JSON for each event, on the console.
 */

/** Begins each line that is meant for the script. */
export const mark = 'deal-lens-test:';

export type TestEvent =
  | { readonly kind: 'begin'; readonly total: number }
  | { readonly kind: 'pass'; readonly title: string; readonly duration: number }
  | { readonly kind: 'fail'; readonly title: string; readonly message: string }
  | { readonly kind: 'skip'; readonly title: string }
  | { readonly kind: 'end' };

function report(runner: Mocha.Runner): void {
  runner.on('start', () => tell({ kind: 'begin', total: runner.total }));
  runner.on('pass', (test) => tell({ kind: 'pass', title: test.fullTitle(), duration: test.duration ?? 0 }));
  runner.on('fail', (test: Mocha.Test | Mocha.Hook, error: unknown) =>
    tell({ kind: 'fail', title: test.fullTitle(), message: describe(error) }),
  );
  runner.on('pending', (test) => tell({ kind: 'skip', title: test.fullTitle() }));
  runner.on('end', () => tell({ kind: 'end' }));
}

/**
 * A mocha reporter that tells the script outside what happens. A hook that fails counts as a failed test. Mocha's types
 * ask for a subclass of its own, which would have to be imported differently in each host; it makes do with a function.
 */
export const Reporter = report as unknown as Mocha.ReporterConstructor;

function tell(event: TestEvent): void {
  console.log(mark + JSON.stringify(event));
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message, stack = '' } = error;
  // Mocha's assertion errors carry what was expected and what was found beside the message.
  const { expected, actual } = error as { expected?: unknown; actual?: unknown };
  const compared = expected === undefined ? '' : `\nexpected: ${shown(expected)}\nfound:    ${shown(actual)}`;
  return `${stack.includes(message) ? stack : `${message}\n${stack}`}${compared}`;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  // Not for undefined, functions and symbols, whatever the types say.
  const text = JSON.stringify(value, undefined, 2) as string | undefined;
  return text ?? String(value);
}
