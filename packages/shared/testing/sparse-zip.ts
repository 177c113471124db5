/** Zips by hand, zip64 throughout, in which long entries are zeros that lie nowhere: for readers of large ones. */
import { crc32 } from "../src/sharing/crc32.ts";
import type { ByteSource } from "../src/sharing/index.ts";

/** One stored entry: its bytes, or so many zeros whose check sum nobody asks for. */
export type SparseEntry = { readonly name: string } & (
  | { readonly bytes: Uint8Array }
  | { readonly zeros: number }
);

/** The bytes that are not zero, by where they stand, and how many there are in all. */
export interface SparseBytes {
  readonly parts: readonly { readonly at: number; readonly bytes: Uint8Array }[];
  readonly size: number;
}

/** Reads them as a file; zeros in between. */
export const sparseSource = ({ parts, size }: SparseBytes): ByteSource => ({
  size,
  read: async (from, to) => {
    const read = new Uint8Array(Math.max(0, to - from));
    for (const { at, bytes } of parts) {
      const [start, end] = [Math.max(from, at), Math.min(to, at + bytes.length)];
      if (start < end) read.set(bytes.subarray(start - at, end - at), start - from);
    }
    return read;
  },
});

const FULL = 0xffff_ffff;
const UTF8 = 0x0800;

/** Writes numbers of 2, 4 or 8 bytes one after the other, small end first, and bytes as they are. */
const written = (...parts: readonly (readonly [2 | 4 | 8, number] | Uint8Array)[]): Uint8Array => {
  const sizes = parts.map((part) => (part instanceof Uint8Array ? part.length : part[0]));
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    if (part instanceof Uint8Array) bytes.set(part, at);
    else if (part[0] === 2) view.setUint16(at, part[1], true);
    else if (part[0] === 4) view.setUint32(at, part[1], true);
    else view.setBigUint64(at, BigInt(part[1]), true);
    at += part instanceof Uint8Array ? part.length : part[0];
  }
  return bytes;
};

const local = (name: Uint8Array, crc: number, size: number): Uint8Array =>
  written(
    ...([
      [4, 0x04034b50],
      [2, 45],
      [2, UTF8],
      [2, 0],
      [4, 0],
      [4, crc],
    ] as const),
    ...([
      [4, FULL],
      [4, FULL],
      [2, name.length],
      [2, 20],
    ] as const),
    name,
    ...([
      [2, 1],
      [2, 16],
      [8, size],
      [8, size],
    ] as const),
  );

const central = (name: Uint8Array, crc: number, size: number, offset: number): Uint8Array =>
  written(
    ...([
      [4, 0x02014b50],
      [2, 45],
      [2, 45],
      [2, UTF8],
      [2, 0],
      [4, 0],
      [4, crc],
    ] as const),
    ...([
      [4, FULL],
      [4, FULL],
      [2, name.length],
      [2, 28],
      [2, 0],
      [2, 0],
      [2, 0],
    ] as const),
    ...([
      [4, 0],
      [4, FULL],
    ] as const),
    name,
    ...([
      [2, 1],
      [2, 24],
      [8, size],
      [8, size],
      [8, offset],
    ] as const),
  );

const ending = (count: number, directory: number, from: number): Uint8Array => {
  const short = Math.min(count, 0xffff);
  return written(
    ...([
      [4, 0x06064b50],
      [8, 44],
      [2, 45],
      [2, 45],
      [4, 0],
      [4, 0],
    ] as const),
    ...([
      [8, count],
      [8, count],
      [8, directory],
      [8, from],
    ] as const),
    ...([
      [4, 0x07064b50],
      [4, 0],
      [8, from + directory],
      [4, 1],
    ] as const),
    ...([
      [4, 0x06054b50],
      [2, 0],
      [2, 0],
      [2, short],
      [2, short],
      [4, FULL],
      [4, FULL],
    ] as const),
    ...([[2, 0]] as const),
  );
};

/** Packs entries, one after the other, as any program with zip64 does. */
export const sparseZip = (entries: readonly SparseEntry[]): SparseBytes => {
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  const lines: Uint8Array[] = [];
  let at = 0;
  const add = (bytes: Uint8Array): void => {
    parts.push({ at, bytes });
    at += bytes.length;
  };
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    const size = "bytes" in entry ? entry.bytes.length : entry.zeros;
    const crc = "bytes" in entry ? crc32(entry.bytes) : 0;
    lines.push(central(name, crc, size, at));
    add(local(name, crc, size));
    if ("bytes" in entry) add(entry.bytes);
    else at += size;
  }
  const from = at;
  for (const line of lines) add(line);
  add(ending(entries.length, at - from, from));
  return { parts, size: at };
};
