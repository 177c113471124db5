import { err, ok, type Result } from "../../result/index.ts";
import { crc32 } from "../crc32.ts";
import { fromBase41, toBase41 } from "./base41.ts";

/**
 * One picture of a moving QR code: some blocks of a list, laid over each other. As text
 *
 *   DB3.<base 41 of: mark 4, length 3, number 3, degree 2, blocks laid over each other, check 4 bytes>
 *
 * all numbers big-endian; docs/package-format.md, section 8.
 */
export interface Frame {
  /** CRC-32 of all bytes: which list it is, and whether it came out right. */
  readonly mark: number;
  /** How many bytes the whole is. */
  readonly length: number;
  /** Which picture of the film; says which blocks are in it. */
  readonly number: number;
  /** How many blocks are in it. */
  readonly degree: number;
  /** Those blocks, laid over each other by exclusive or. */
  readonly block: Uint8Array;
}

/** What a frame's text begins with. */
const FRAME_HEAD = "DB3.";
const HEADER = 12;
const CHECK = 4;

/** What is read from anybody: the fewest bytes of a block, the most blocks and bytes of a list. */
const LEAST_BLOCK = 16;
const MOST_BLOCKS_READ = 2_000;
const MOST_BYTES_READ = 512 * 1024;

/** Into how many blocks a list of so many bytes falls. */
export const blockCount = ({ length, block }: Pick<Frame, "length" | "block">): number =>
  Math.ceil(length / block.length);

/** Why a text is no frame. */
export interface FrameFailure {
  readonly type: "not-a-frame" | "damaged-frame";
}

/** A frame as text, in signs that a QR code takes in its alphanumeric mode. */
export const writeFrame = ({ mark, length, number, degree, block }: Frame): string => {
  const bytes = new Uint8Array(HEADER + block.length + CHECK);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark);
  view.setUint32(4, length * 256);
  // The byte after the length's three is the first of the number's.
  view.setUint8(7, number >>> 16);
  view.setUint16(8, number & 0xffff);
  view.setUint16(10, degree);
  bytes.set(block, HEADER);
  view.setUint32(HEADER + block.length, crc32(bytes.subarray(0, HEADER + block.length)));
  return `${FRAME_HEAD}${toBase41(bytes)}`;
};

/** Reads what a QR code said, whoever made it. */
export const readFrame = (text: string): Result<Frame, FrameFailure> => {
  if (!text.startsWith(FRAME_HEAD)) return err({ type: "not-a-frame" });
  const bytes = fromBase41(text.slice(FRAME_HEAD.length).trimEnd());
  if (bytes === undefined || bytes.length < HEADER + LEAST_BLOCK + CHECK) {
    return err({ type: "damaged-frame" });
  }
  const view = new DataView(bytes.buffer);
  const end = bytes.length - CHECK;
  const frame: Frame = {
    mark: view.getUint32(0),
    length: view.getUint32(4) >>> 8,
    number: (view.getUint8(7) << 16) | view.getUint16(8),
    degree: view.getUint16(10),
    block: bytes.slice(HEADER, end),
  };
  const count = blockCount(frame);
  return view.getUint32(end) !== crc32(bytes.subarray(0, end)) ||
    frame.length === 0 ||
    frame.length > MOST_BYTES_READ ||
    count > MOST_BLOCKS_READ ||
    frame.degree === 0 ||
    frame.degree > count
    ? err({ type: "damaged-frame" })
    : ok(frame);
};
