import * as vscode from 'vscode';

/**
 * The only place that Deal Lens logs to. What it is given are rule ids, counts, times and offsets; memo text never:
 * the documents are confidential.
 */
export class Log implements vscode.Disposable {
  private readonly channel = vscode.window.createOutputChannel('Deal Lens', { log: true });

  trace(message: string): void {
    this.channel.trace(message);
  }

  info(message: string): void {
    this.channel.info(message);
  }

  warn(message: string): void {
    this.channel.warn(message);
  }

  /**
   * Logs an error that was caught. Its message is left out, since an error raised while a memo is read may quote it;
   * its kind and the place where it was raised tell a developer enough.
   */
  failure(message: string, error: unknown): void {
    this.channel.error(`${message} ${describe(error)}`);
  }

  show(): void {
    this.channel.show(true);
  }

  dispose(): void {
    this.channel.dispose();
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return `(${typeof error})`;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /u.test(line) && !error.message.includes(line));
  return `(${error.name})${frames
    .slice(0, 8)
    .map((frame) => `\n${frame}`)
    .join('')}`;
}
