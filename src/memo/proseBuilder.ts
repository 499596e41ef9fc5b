import { OffsetMap } from '../text/offsetMap.js';
import type { Block, BlockKind, Cell } from './memo.js';

/** Stands in prose for what is no text: a URL, an image. */
export const objectCharacter = '\uFFFC';

/** Collects the prose of one block from left to right, with the way back to the source. */
export class ProseBuilder {
  private text = '';
  private readonly map = OffsetMap.builder();

  /** Adds text that came from `sourceLength` units at `source`; unit by unit when the lengths are equal. */
  add(text: string, source: number, sourceLength: number): void {
    this.text += text;
    this.map.append(text.length, source, sourceLength);
  }

  /** The block, or nothing when it has no visible text. */
  build(kind: BlockKind, start: number, end: number, cell?: Cell): Block | undefined {
    if (this.text.trim() === '') return undefined;
    const block: Block = { kind, prose: this.text, map: this.map.build(), span: { start, end } };
    return cell === undefined ? block : { ...block, cell };
  }
}
