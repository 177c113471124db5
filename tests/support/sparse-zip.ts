/** Zips by hand, zip64 throughout, in which long entries are zeros that lie nowhere: for readers of large ones. */
import { crc32 } from "node:zlib";
import type { ByteSource } from "@dianbo/shared/sharing";

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

const local = (name: Buffer, crc: number, size: number): Buffer => {
  const header = Buffer.alloc(30 + 20);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(45, 4);
  header.writeUInt16LE(UTF8, 6);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(FULL, 18);
  header.writeUInt32LE(FULL, 22);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(20, 28);
  header.writeUInt16LE(1, 30);
  header.writeUInt16LE(16, 32);
  header.writeBigUInt64LE(BigInt(size), 34);
  header.writeBigUInt64LE(BigInt(size), 42);
  return Buffer.concat([header.subarray(0, 30), name, header.subarray(30)]);
};

const central = (name: Buffer, crc: number, size: number, offset: number): Buffer => {
  const line = Buffer.alloc(46 + 28);
  line.writeUInt32LE(0x02014b50, 0);
  line.writeUInt16LE(45, 4);
  line.writeUInt16LE(45, 6);
  line.writeUInt16LE(UTF8, 8);
  line.writeUInt32LE(crc, 16);
  line.writeUInt32LE(FULL, 20);
  line.writeUInt32LE(FULL, 24);
  line.writeUInt16LE(name.length, 28);
  line.writeUInt16LE(28, 30);
  line.writeUInt32LE(FULL, 42);
  line.writeUInt16LE(1, 46);
  line.writeUInt16LE(24, 48);
  line.writeBigUInt64LE(BigInt(size), 50);
  line.writeBigUInt64LE(BigInt(size), 58);
  line.writeBigUInt64LE(BigInt(offset), 66);
  return Buffer.concat([line.subarray(0, 46), name, line.subarray(46)]);
};

const ending = (count: number, directory: number, from: number): Buffer => {
  const end = Buffer.alloc(56 + 20 + 22);
  end.writeUInt32LE(0x06064b50, 0);
  end.writeBigUInt64LE(44n, 4);
  end.writeUInt16LE(45, 12);
  end.writeUInt16LE(45, 14);
  end.writeBigUInt64LE(BigInt(count), 24);
  end.writeBigUInt64LE(BigInt(count), 32);
  end.writeBigUInt64LE(BigInt(directory), 40);
  end.writeBigUInt64LE(BigInt(from), 48);
  end.writeUInt32LE(0x07064b50, 56);
  end.writeBigUInt64LE(BigInt(from + directory), 64);
  end.writeUInt32LE(1, 72);
  end.writeUInt32LE(0x06054b50, 76);
  end.writeUInt16LE(Math.min(count, 0xffff), 84);
  end.writeUInt16LE(Math.min(count, 0xffff), 86);
  end.writeUInt32LE(FULL, 88);
  end.writeUInt32LE(FULL, 92);
  return end;
};

/** Packs entries, one after the other, as any program with zip64 does. */
export const sparseZip = (entries: readonly SparseEntry[]): SparseBytes => {
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  const lines: Buffer[] = [];
  let at = 0;
  const add = (bytes: Uint8Array): void => {
    parts.push({ at, bytes });
    at += bytes.length;
  };
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const size = "bytes" in entry ? entry.bytes.length : entry.zeros;
    const crc = "bytes" in entry ? crc32(entry.bytes) : 0;
    lines.push(central(name, crc, size, at));
    add(local(name, crc, size));
    if ("bytes" in entry) add(entry.bytes);
    else at += size;
  }
  const from = at;
  const directory = Buffer.concat(lines);
  add(directory);
  add(ending(entries.length, directory.length, from));
  return { parts, size: at };
};
