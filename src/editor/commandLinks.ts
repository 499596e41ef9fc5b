import type { CommandId } from './commandIds.js';
import { link } from './markdownText.js';

/** A Markdown link that runs one of our commands. The arguments must be plain JSON. */
export function commandLink(label: string, command: CommandId, ...args: readonly unknown[]): string {
  return link(label, `command:${command}?${encodeURIComponent(JSON.stringify(args))}`);
}
