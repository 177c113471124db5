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

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;

const NOT_A_ZIP: ContainerFailure = { type: "not-a-package" };
const DAMAGED: ContainerFailure = { type: "package-damaged" };

const findEnd = (view: DataView): number | undefined => {
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

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** The packed bytes of an entry; its own header must give the same name as the table of contents. */
const packedBytes = (
  bytes: Uint8Array,
  view: DataView,
  at: number,
  length: number,
  name: Uint8Array,
): Uint8Array | undefined => {
  if (at + LOCAL_LENGTH > bytes.length || view.getUint32(at, true) !== LOCAL) return undefined;
  const nameLength = view.getUint16(at + 26, true);
  const nameStart = at + LOCAL_LENGTH;
  const start = nameStart + nameLength + view.getUint16(at + 28, true);
  if (start + length > bytes.length) return undefined;
  if (!sameBytes(bytes.subarray(nameStart, nameStart + nameLength), name)) return undefined;
  return bytes.subarray(start, start + length);
};

/** Reads a zip's table of contents; folders are left out. Zip64 and encrypted zips are refused. */
export const readZipDirectory = (
  bytes: Uint8Array,
  maxEntries: number,
): Result<readonly ZipEntry[], ContainerFailure> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return err(NOT_A_ZIP);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries) return err({ type: "too-many-files", limit: maxEntries });
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) return err(DAMAGED);
    const nameLength = view.getUint16(at + 28, true);
    const next =
      at +
      CENTRAL_LENGTH +
      nameLength +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (next > end) return err(DAMAGED);
    const rawName = bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength);
    const name = decodeName(rawName);
    if (name === undefined) return err({ type: "unsafe-name" });
    const method = view.getUint16(at + 10, true);
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0 || (method !== 0 && method !== 8)) {
      return err(DAMAGED);
    }
    const size = view.getUint32(at + 24, true);
    const packed = packedBytes(
      bytes,
      view,
      view.getUint32(at + 42, true),
      view.getUint32(at + 20, true),
      rawName,
    );
    if (packed === undefined) return err(DAMAGED);
    if (!(name.endsWith("/") && size === 0)) {
      entries.push({ name, method, crc: view.getUint32(at + 16, true), packed, size });
    }
    at = next;
  }
  return ok(entries);
};
