import { err, ok, type Result } from "../result/index.ts";
import type { ContainerFailure } from "./container.ts";

/** One entry as the zip's own table of contents gives it; nothing in it is believed before it is checked. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** The packed bytes. */
  readonly packed: Uint8Array;
  /** Bytes after unpacking, as declared. */
  readonly size: number;
}

/** One line of a zip's table of contents. */
export interface ZipLine {
  readonly name: string;
  /** The name's own bytes. */
  readonly rawName: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes as they lie in the zip. */
  readonly packedSize: number;
  /** Bytes after unpacking, as declared. */
  readonly size: number;
  /** Where the entry's own header begins. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const CENTRAL_LENGTH = 46;
/** Bytes of an entry's own header, before its name. */
export const LOCAL_LENGTH = 30;
/** Bytes of a zip's end without its comment. */
export const END_LENGTH = 22;
/** Bytes of the longest comment that may follow a zip's end. */
export const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const IN_EXTRA = 0xffff_ffff;
const ZIP64_EXTRA = 1;

const NOT_A_ZIP: ContainerFailure = { type: "not-a-package" };
const DAMAGED: ContainerFailure = { type: "package-damaged" };

/** A view of exactly these bytes. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where a zip's end stands in its last bytes. */
export const findEnd = (view: DataView): number | undefined => {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  return undefined;
};

const decodeName = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** A count of 64 bits, where it is one that a number holds. */
export const longAt = (view: DataView, at: number): number | undefined => {
  if (at + 8 > view.byteLength) return undefined;
  const value = view.getBigUint64(at, true);
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? undefined : Number(value);
};

/** Sizes and offset, of which the long ones stand in the extra field (zip64), in this order. */
const longSizes = (
  [size, packedSize, offset]: readonly [number, number, number],
  extra: DataView,
): readonly [number, number, number] | undefined => {
  let at = 0;
  while (at + 4 <= extra.byteLength && extra.getUint16(at, true) !== ZIP64_EXTRA) {
    at += 4 + extra.getUint16(at + 2, true);
  }
  at += 4;
  const long: number[] = [];
  for (const short of [size, packedSize, offset]) {
    const value = short === IN_EXTRA ? longAt(extra, at) : short;
    if (value === undefined) return undefined;
    if (short === IN_EXTRA) at += 8;
    long.push(value);
  }
  const [first = 0, second = 0, third = 0] = long;
  return [first, second, third];
};

/** Reads `count` lines of a table of contents; `end` is where they must have ended. Folders are left out. */
export const readZipLines = (
  bytes: Uint8Array,
  { at: start, end, count }: { readonly at: number; readonly end: number; readonly count: number },
): Result<readonly ZipLine[], ContainerFailure> => {
  const view = viewOf(bytes);
  const lines: ZipLine[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) return err(DAMAGED);
    const nameEnd = at + CENTRAL_LENGTH + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const next = extraEnd + view.getUint16(at + 32, true);
    if (next > end) return err(DAMAGED);
    const rawName = bytes.subarray(at + CENTRAL_LENGTH, nameEnd);
    const name = decodeName(rawName);
    if (name === undefined) return err({ type: "unsafe-name" });
    const method = view.getUint16(at + 10, true);
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0 || (method !== 0 && method !== 8)) {
      return err(DAMAGED);
    }
    const sizes = longSizes(
      [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)],
      viewOf(bytes.subarray(nameEnd, extraEnd)),
    );
    if (sizes === undefined) return err(DAMAGED);
    const [size, packedSize, offset] = sizes;
    if (!(name.endsWith("/") && size === 0)) {
      lines.push({
        name,
        rawName,
        method,
        crc: view.getUint32(at + 16, true),
        packedSize,
        size,
        offset,
      });
    }
    at = next;
  }
  return ok(lines);
};

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/**
 * How long an entry's own header is, name and extra field included; `undefined` where it is none, or gives
 * another name than the table of contents. `head` begins with the header and holds at least its name.
 */
export const localHeaderLength = (head: Uint8Array, rawName: Uint8Array): number | undefined => {
  const view = viewOf(head);
  if (view.byteLength < LOCAL_LENGTH || view.getUint32(0, true) !== LOCAL) return undefined;
  const nameEnd = LOCAL_LENGTH + view.getUint16(26, true);
  return sameBytes(head.subarray(LOCAL_LENGTH, nameEnd), rawName)
    ? nameEnd + view.getUint16(28, true)
    : undefined;
};

/** Reads the table of contents of a zip that is in memory. Zip64 and encrypted zips are refused. */
export const readZipDirectory = (
  bytes: Uint8Array,
  maxEntries: number,
): Result<readonly ZipEntry[], ContainerFailure> => {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === undefined) return err(NOT_A_ZIP);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) return err({ type: "too-many-files", limit: maxEntries });
  const lines = readZipLines(bytes, { at: view.getUint32(end + 16, true), end, count });
  if (!lines.ok) return lines;
  const entries: ZipEntry[] = [];
  for (const { name, rawName, method, crc, packedSize, size, offset } of lines.value) {
    const header = localHeaderLength(bytes.subarray(offset), rawName);
    if (header === undefined || offset + header + packedSize > bytes.length) return err(DAMAGED);
    const start = offset + header;
    entries.push({ name, method, crc, packed: bytes.subarray(start, start + packedSize), size });
  }
  return ok(entries);
};
