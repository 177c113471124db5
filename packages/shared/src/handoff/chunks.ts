/**
 * A file as numbered pieces of text, for the carrier that can say nothing but JSON. Each piece is
 * acknowledged, so that no more than a few lie in memory between the two sides.
 */

/** Bytes of one piece before encoding; a multiple of three, so that only the last piece is padded. */
export const CHUNK_BYTES = 393_216;

/** How many pieces may be under way without an acknowledgement. */
export const CHUNKS_IN_FLIGHT = 4;

/** The largest file, in bytes, that travels in pieces; at some 14 MB/s it takes five seconds. */
export const CHUNKED_LIMIT = 64 * 1024 * 1024;

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
const NONE = 255;
const VALUES = new Uint8Array(128).fill(NONE);
CODES.forEach((code, value) => {
  VALUES[code] = value;
});
const PAD = "=".charCodeAt(0);
/** How many character codes one call may take as arguments. */
const AT_ONCE = 8192;

/** How many pieces a file of so many bytes has; an empty one has one, which is empty. */
export const chunkCount = (size: number): number => Math.max(1, Math.ceil(size / CHUNK_BYTES));

/** How many bytes the piece of this index has. */
export const chunkSize = (size: number, index: number): number =>
  Math.max(0, Math.min(CHUNK_BYTES, size - index * CHUNK_BYTES));

/** Bytes as base64 with padding. */
export const encodeChunk = (bytes: Uint8Array): string => {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let at = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const left = bytes.length - from;
    const group =
      ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    codes[at++] = CODES[group >> 18] ?? PAD;
    codes[at++] = CODES[(group >> 12) & 63] ?? PAD;
    codes[at++] = left > 1 ? (CODES[(group >> 6) & 63] ?? PAD) : PAD;
    codes[at++] = left > 2 ? (CODES[group & 63] ?? PAD) : PAD;
  }
  let text = "";
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    text += String.fromCharCode(...codes.subarray(from, from + AT_ONCE));
  }
  return text;
};

/** The bytes of a piece; `undefined` where the text is no base64. */
export const decodeChunk = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  if (text.length % 4 !== 0) return undefined;
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  const letters = text.length - padding;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  let group = 0;
  for (let index = 0; index < text.length; index += 1) {
    const value = index < letters ? (VALUES[text.charCodeAt(index)] ?? NONE) : 0;
    if (value === NONE) return undefined;
    group = (group << 6) | value;
    if (index % 4 !== 3) continue;
    for (let shift = 16; shift >= 0 && at < bytes.length; shift -= 8) {
      bytes[at++] = (group >> shift) & 255;
    }
    group = 0;
  }
  return bytes;
};

/** Puts the pieces of one file together. */
export interface ChunkAssembler {
  /**
   * Takes the next piece. `broken` where it is not the next, has another length than it must, or is no
   * base64; nothing is taken any more after that.
   */
  take(index: number, data: string): "more" | "whole" | "broken";
  /** The pieces so far, in their order. */
  parts(): readonly Uint8Array<ArrayBuffer>[];
}

/** Makes the assembler of a file of so many bytes; a file over the limit is broken from the first piece. */
export const makeChunkAssembler = (size: number): ChunkAssembler => {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let broken = !Number.isSafeInteger(size) || size < 0 || size > CHUNKED_LIMIT;
  return {
    take: (index, data) => {
      const bytes = broken || index !== parts.length ? undefined : decodeChunk(data);
      if (
        bytes === undefined ||
        index >= chunkCount(size) ||
        bytes.length !== chunkSize(size, index)
      ) {
        broken = true;
        return "broken";
      }
      parts.push(bytes);
      return parts.length === chunkCount(size) ? "whole" : "more";
    },
    parts: () => parts,
  };
};
