import { crc32 } from "../crc32.ts";
import { blocksIn, layOver } from "./fountain.ts";
import { blockCount, type Frame } from "./frame.ts";

/** What became of a frame. */
export type FrameTaken =
  /** It told something new. */
  | "taken"
  /** All it tells is known. */
  | "known"
  /** It belongs to another list. */
  | "of-another-list";

/** Frames of one list, gathered until they give its bytes. */
export interface Gathering {
  readonly take: (frame: Frame) => FrameTaken;
  /** How many frames have told something new. */
  readonly held: () => number;
  /** How many such frames it needs. */
  readonly needed: number;
  /** Once nothing is missing: the bytes, or that they are not those that were sent. */
  readonly whole: () => "missing" | "damaged" | Uint8Array;
}

/** Which blocks lie over each other here, one bit each, and what that looks like. */
interface Row {
  readonly blocks: Uint32Array;
  readonly laid: Uint8Array;
}

const has = (blocks: Uint32Array, place: number): boolean =>
  (((blocks[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;

const layRowOver = (under: Row, over: Row): void => {
  for (let at = 0; at < under.blocks.length; at += 1) {
    under.blocks[at] = (under.blocks[at] ?? 0) ^ (over.blocks[at] ?? 0);
  }
  layOver(under.laid, over.laid);
};

/**
 * Begins to gather the list that a first frame belongs to; that frame itself is taken like all others.
 * Gaussian elimination over two values instead of Luby's peeling: every frame that tells anything new is
 * made use of, so that the first frames enough are enough; at the size of a list it costs nothing.
 */
export const gatheringFor = (first: Frame): Gathering => {
  const { mark, length } = first;
  const size = first.block.length;
  const needed = blockCount(first);
  /** At each place the row whose first block it is. */
  const rows: (Row | undefined)[] = Array.from({ length: needed }, () => undefined);
  let held = 0;

  const take = (frame: Frame): FrameTaken => {
    if (frame.mark !== mark || frame.length !== length || frame.block.length !== size) {
      return "of-another-list";
    }
    const row: Row = {
      blocks: new Uint32Array(Math.ceil(needed / 32)),
      laid: Uint8Array.from(frame.block),
    };
    for (const place of blocksIn(frame, needed)) {
      row.blocks[place >>> 5] = (row.blocks[place >>> 5] ?? 0) | (1 << (place & 31));
    }
    for (let place = 0; place < needed; place += 1) {
      if (!has(row.blocks, place)) continue;
      const standing = rows[place];
      if (standing === undefined) {
        rows[place] = row;
        held += 1;
        return "taken";
      }
      layRowOver(row, standing);
    }
    return "known";
  };

  const whole = (): "missing" | "damaged" | Uint8Array => {
    if (held < needed) return "missing";
    const bytes = new Uint8Array(needed * size);
    for (let place = needed - 1; place >= 0; place -= 1) {
      const row = rows[place];
      if (row === undefined) return "missing";
      const block = Uint8Array.from(row.laid);
      for (let later = place + 1; later < needed; later += 1) {
        if (has(row.blocks, later)) {
          layOver(block, bytes.subarray(later * size, (later + 1) * size));
        }
      }
      bytes.set(block, place * size);
    }
    const sent = bytes.subarray(0, length);
    return crc32(sent) === mark ? sent : "damaged";
  };

  return { take, held: () => held, needed, whole };
};
