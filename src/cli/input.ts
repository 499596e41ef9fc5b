import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** More bytes than this are never read: far above any memo, far below what a string can hold. */
export const maximumBytes = 256 * 1024 * 1024;

/** All bytes of a file, or `undefined` if there are more than `maximumBytes`. @throws the error of the file system. */
export function readFileBytes(file: string): Promise<Uint8Array | undefined> {
  return readBytes(createReadStream(file, { highWaterMark: 1024 * 1024 }));
}

/** All bytes of a stream, or `undefined` if there are more than `maximumBytes`; then the rest is not read. */
export async function readBytes(stream: Readable): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes: Uint8Array = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    length += bytes.length;
    if (length > maximumBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
