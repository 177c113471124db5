import { crc32 } from "../crc32.ts";
import { type Frame, writeFrame } from "./frame.ts";

/**
 * Bytes as an endless film of frames, of which any few more than there are blocks give the bytes back.
 * A rateless code after M. Luby, "LT Codes" (FOCS 2002), with its robust soliton distribution.
 */

/** Bytes of a block: with its header a QR code of version 12 at level M, which a cheap camera reads. */
export const BLOCK_BYTES = 256;
/** The longest film that is shown: two minutes at five frames a second. */
export const MOST_BLOCKS = 600;

/** `mulberry32` (Tommy Ettinger, public domain): whole numbers below 2^32 from a seed. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};

/** Which blocks lie in a frame; giver and taker come to the same ones. */
export const blocksIn = (
  { mark, number, degree }: Pick<Frame, "mark" | "number" | "degree">,
  count: number,
): readonly number[] => {
  const random = randomFrom(mark ^ Math.imul(number, 0x9e3779b1));
  const places = Array.from({ length: count }, (_, place) => place);
  // The first steps of Fisher and Yates.
  for (let step = 0; step < degree; step += 1) {
    const other = step + Math.floor((random() * (count - step)) / 2 ** 32);
    const held = places[step] ?? 0;
    places[step] = places[other] ?? 0;
    places[other] = held;
  }
  return places.slice(0, degree);
};

/** Luby's two constants: how high the spike stands, and how often a decoding by peeling alone may fail. */
const SPIKE = 0.1;
const FAILURE = 0.5;

/** Below which sum of chances each degree lies, from degree 1 on; Luby 2002, definition 11. */
const robustSoliton = (count: number): readonly number[] => {
  const ripple = SPIKE * Math.log(count / FAILURE) * Math.sqrt(count);
  const spike = Math.min(count, Math.max(1, Math.round(count / ripple)));
  const weights = Array.from({ length: count }, (_, place) => {
    const degree = place + 1;
    const ideal = degree === 1 ? 1 / count : 1 / (degree * (degree - 1));
    if (degree < spike) return ideal + ripple / (degree * count);
    return degree === spike ? ideal + (ripple * Math.log(ripple / FAILURE)) / count : ideal;
  });
  const sum = weights.reduce((total, weight) => total + Math.max(0, weight), 0);
  let reached = 0;
  return weights.map((weight) => {
    reached += Math.max(0, weight) / sum;
    return reached;
  });
};

/** Lays one block over another. */
export const layOver = (under: Uint8Array, over: Uint8Array): void => {
  for (let at = 0; at < under.length; at += 1) under[at] = (under[at] ?? 0) ^ (over[at] ?? 0);
};

/** The film of some bytes. */
export interface Film {
  /** How many frames a taker needs at least. */
  readonly blocks: number;
  /** The text of a frame; numbers go on for ever, those from 2^24 on come again. */
  readonly frame: (number: number) => string;
}

/** Cuts bytes into blocks and shows them as a film. */
export const filmOf = (bytes: Uint8Array): Film => {
  const mark = crc32(bytes);
  const count = Math.max(1, Math.ceil(bytes.length / BLOCK_BYTES));
  const blocks = Array.from({ length: count }, (_, place) => {
    const block = new Uint8Array(BLOCK_BYTES);
    block.set(bytes.subarray(place * BLOCK_BYTES, (place + 1) * BLOCK_BYTES));
    return block;
  });
  const chances = robustSoliton(count);
  const frame = (wanted: number): string => {
    const number = wanted % 2 ** 24;
    const drawn = randomFrom(~mark ^ Math.imul(number, 0x85ebca6b))() / 2 ** 32;
    const found = chances.findIndex((chance) => drawn < chance);
    const degree = found < 0 ? 1 : found + 1;
    const block = new Uint8Array(BLOCK_BYTES);
    for (const place of blocksIn({ mark, number, degree }, count)) {
      const one = blocks[place];
      if (one !== undefined) layOver(block, one);
    }
    return writeFrame({ mark, length: bytes.length, number, degree, block });
  };
  return { blocks: count, frame };
};
