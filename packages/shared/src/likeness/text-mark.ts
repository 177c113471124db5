import * as v from "valibot";

/**
 * The mark of a text (a 64-bit simhash as 16 hex digits): texts that are nearly the same have marks
 * that differ in few bits.
 */
export const textMarkSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/u), v.brand("TextMark"));
/** The mark of a text; see `textMarkSchema`. */
export type TextMark = v.InferOutput<typeof textMarkSchema>;

/** A caption or a line of contacts says too little to be compared. */
const ENOUGH = 120;
/** What a reprint adds and takes away: the lines of source and editors, web addresses. */
const NOISE =
  /^.{0,60}(?:来源|责任编辑|责编|编辑|作者|记者|原标题|发布时间|转载自|摄影)\s*[:：].{0,120}$|https?:\/\/\S+/gmu;

/** Mixes two 16-bit signs into 64 bits, as two halves of 32 (murmur3's finaliser, twice seeded). */
const mix = (seed: number): number => {
  let hash = seed | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

/** The mark of a text, from its pairs of neighbouring signs; nothing where the text is too short to tell. */
export const textMarkOf = (text: string): TextMark | undefined => {
  const plain = text
    .slice(0, 60_000)
    .normalize("NFKC")
    .replace(NOISE, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
  if (plain.length < ENOUGH) return undefined;
  const sums = new Int32Array(64);
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = (plain.charCodeAt(at) << 16) | plain.charCodeAt(at + 1);
    const high = mix(pair);
    const low = mix(pair ^ 0x9e3779b9);
    for (let bit = 0; bit < 32; bit += 1) {
      sums[bit] = (sums[bit] ?? 0) + ((high >>> bit) & 1 ? 1 : -1);
      sums[bit + 32] = (sums[bit + 32] ?? 0) + ((low >>> bit) & 1 ? 1 : -1);
    }
  }
  let mark = "";
  for (let digit = 15; digit >= 0; digit -= 1) {
    let value = 0;
    for (let bit = 3; bit >= 0; bit -= 1) {
      value = value * 2 + ((sums[digit * 4 + bit] ?? 0) > 0 ? 1 : 0);
    }
    mark += value.toString(16);
  }
  return v.parse(textMarkSchema, mark);
};

const BITS = [0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4];

/** In how many of their 64 bits two marks differ. */
export const markDistance = (one: TextMark, other: TextMark): number => {
  let bits = 0;
  for (let at = 0; at < 16; at += 1) {
    bits += BITS[Number.parseInt(one[at] ?? "0", 16) ^ Number.parseInt(other[at] ?? "0", 16)] ?? 0;
  }
  return bits;
};
