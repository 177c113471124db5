import { crc32 } from "hash-wasm";
import type { LessonEntry } from "../../inbox/index.ts";
import type { Sink } from "../fetch-desk.ts";

/** Marks the head of a record: 「DBFR」. */
const MARK = 0x44424652;
/** Mark, number, length, checksum. */
const HEAD_BYTES = 16;

/** Gives memory for so many bytes. */
type Room = (length: number) => Uint8Array<ArrayBuffer>;

const ownRoom: Room = (length) => new Uint8Array(length);

/** The one growing file of a lesson: each fragment with a head that tells what it is. */
export interface FragmentFile {
  /** Fragments on the disk, in the order in which they came. */
  readonly entries: readonly LessonEntry[];
  has(number: number): boolean;
  /** Bytes of all fragments. */
  received(): number;
  /** Writes a fragment: from here on it outlives the browser, and after `flush` the machine. */
  append(number: number, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  flush(): void;
  /** A fragment's bytes, in memory of their own or in what `room` gives, which is no shorter than asked. */
  read(number: number, room?: Room): Uint8Array<ArrayBuffer> | undefined;
}

const sumOf = async (bytes: Uint8Array): Promise<number> =>
  Number.parseInt(await crc32(bytes), 16) >>> 0;

/**
 * The file over an incoming file of the media store. `indexed` is what the ledger knows; a fragment that
 * was flushed before the ledger heard of it is found by its head, and whatever follows the last whole
 * one is cut off.
 */
export const openFragmentFile = async (
  sink: Sink,
  indexed: readonly LessonEntry[],
): Promise<FragmentFile> => {
  const size = sink.size();
  const entries: LessonEntry[] = [];
  const places = new Map<number, LessonEntry>();
  let end = 0;
  let received = 0;
  const add = (entry: LessonEntry): void => {
    entries.push(entry);
    places.set(entry.number, entry);
    end = entry.at + entry.length;
    received += entry.length;
  };
  const readAt = (at: number, length: number, room = ownRoom): Uint8Array<ArrayBuffer> => {
    const bytes = room(length).subarray(0, length);
    sink.read(bytes, at);
    return bytes;
  };
  /** The record that begins at `end`, if it is whole. */
  const nextRecord = async (): Promise<LessonEntry | undefined> => {
    if (end + HEAD_BYTES > size) return undefined;
    const head = new DataView(readAt(end, HEAD_BYTES).buffer);
    if (head.getUint32(0) !== MARK) return undefined;
    const entry = { number: head.getUint32(4), at: end + HEAD_BYTES, length: head.getUint32(8) };
    if (entry.at + entry.length > size) return undefined;
    const sum = await sumOf(readAt(entry.at, entry.length));
    return sum === head.getUint32(12) ? entry : undefined;
  };

  for (const entry of indexed) {
    if (entry.at !== end + HEAD_BYTES || entry.at + entry.length > size) break;
    add(entry);
  }
  for (let found = await nextRecord(); found !== undefined; found = await nextRecord()) add(found);
  if (end < size) sink.truncate(end);

  return {
    entries,
    has: (number) => places.has(number),
    received: () => received,
    append: async (number, bytes) => {
      const head = new DataView(new ArrayBuffer(HEAD_BYTES));
      head.setUint32(0, MARK);
      head.setUint32(4, number);
      head.setUint32(8, bytes.length);
      head.setUint32(12, await sumOf(bytes));
      // Two writes, for a copy of each fragment would lie about until it is collected.
      sink.write(new Uint8Array(head.buffer), end);
      sink.write(bytes, end + HEAD_BYTES);
      add({ number, at: end + HEAD_BYTES, length: bytes.length });
    },
    flush: () => sink.flush(),
    read: (number, room) => {
      const entry = places.get(number);
      return entry === undefined ? undefined : readAt(entry.at, entry.length, room);
    },
  };
};
