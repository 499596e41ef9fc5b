/** A file's bytes as text, or why they are none. `byteOffset` is 0-based and names the first byte that cannot be read. */
export type Decoded =
  | { readonly text: string }
  | { readonly kind: 'encoding'; readonly byteOffset: number; readonly byte: number; readonly looksLike?: Encoding }
  | { readonly kind: 'binary'; readonly byteOffset: number; readonly looksLike?: FileKind };

/** Encodings that memos are found in and that a person can convert from, once told. */
export type Encoding = 'UTF-16' | 'UTF-32' | 'GB18030';
export type FileKind = 'pdf' | 'word' | 'zip';

/**
 * Reads bytes as UTF-8, strictly: no replacement characters, so that every offset of the text is one of the file. A byte order mark
 * stays in the text, as its first unit.
 */
export function decode(bytes: Uint8Array): Decoded {
  const marked = encodingMark(bytes);
  if (marked !== undefined) return { kind: 'encoding', byteOffset: 0, byte: bytes[0] ?? 0, looksLike: marked };
  const signature = knownSignature(bytes);
  if (signature !== undefined) return { kind: 'binary', byteOffset: 0, looksLike: signature };
  const bad = firstInvalidByte(bytes);
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    if (looksLikeUtf16(bytes)) return { kind: 'encoding', byteOffset: nul, byte: 0, looksLike: 'UTF-16' };
    return { kind: 'binary', byteOffset: bad >= 0 ? Math.min(bad, nul) : nul };
  }
  if (bad >= 0) {
    const guess = decodes(bytes, 'gb18030') ? { looksLike: 'GB18030' as const } : {};
    return { kind: 'encoding', byteOffset: bad, byte: bytes[bad] ?? 0, ...guess };
  }
  return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/**
 * The 0-based offset of the first byte that begins no well-formed UTF-8 sequence (Unicode 16, table 3-7), or -1 when all are
 * well-formed.
 */
export function firstInvalidByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0;
    if (lead < 0x80) {
      index++;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0 || index + length > bytes.length) return index;
    const second = bytes[index + 1] ?? 0;
    // Overlong forms, surrogates and what lies beyond U+10FFFF are ruled out by the second byte.
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) return index;
    for (let rest = 2; rest < length; rest++) {
      if (((bytes[index + rest] ?? 0) & 0xc0) !== 0x80) return index;
    }
    index += length;
  }
  return -1;
}

function encodingMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  return undefined;
}

/** What people drag onto a review by mistake. */
function knownSignature(bytes: Uint8Array): FileKind | undefined {
  const begins = (...signature: number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf';
  if (begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return 'word';
  if (!begins(0x50, 0x4b, 0x03, 0x04)) return undefined;
  // A .docx is a ZIP archive whose first entries name its parts.
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return start.includes('[Content_Types].xml') || start.includes('word/') ? 'word' : 'zip';
}

/** Whether every other byte of the beginning is nearly always 0, as in UTF-16 text of Latin letters. */
function looksLikeUtf16(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 512);
  const zeros = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = sample.length / 2;
  return sample.length >= 4 && ((even > half * 0.6 && odd < half * 0.1) || (odd > half * 0.6 && even < half * 0.1));
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
