import { displayWidth } from '../output/displayWidth.js';
import type { Output } from './terminal.js';

/** A run shorter than this shows no bar. */
const patience = 400;
const frame = 80;
const barWidth = 24;

/** A bar on standard error while long work goes on; on a terminal only. */
export class Progress {
  private readonly began = performance.now();
  private drawn = 0;
  private visible = false;

  constructor(
    private readonly output: Output,
    private readonly enabled: boolean,
    private readonly label: (done: number, total: number) => string,
  ) {}

  /** Draws how far the work is, if it is time to; `share` of 1 is all. */
  async show(done: number, total: number, share: number): Promise<void> {
    const now = performance.now();
    if (!this.enabled || now - this.began < patience || (this.visible && now - this.drawn < frame)) return;
    this.drawn = now;
    this.visible = true;
    const filled = Math.round(Math.min(1, Math.max(0, share)) * barWidth);
    const label = this.label(done, total);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
    const fits = displayWidth(label) + barWidth + 2 < this.output.width;
    await this.output.write(`\r\u001B[K${fits ? `${bar}  ${label}` : bar}`);
  }

  /** Takes the bar away, before anything else is written to the terminal. */
  async clear(): Promise<void> {
    if (!this.visible) return;
    this.visible = false;
    await this.output.write('\r\u001B[K');
  }
}
