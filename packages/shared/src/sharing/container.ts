import { Inflate, type Zippable, zipSync } from "fflate";
import { err, ok, type Result } from "../result/index.ts";
import { crc32 } from "./crc32.ts";
import { hasHiddenCharacters } from "./hidden-characters.ts";
import { unpackBounded } from "./unpack-bounded.ts";
import { readZipDirectory, type ZipEntry } from "./zip-directory.ts";

/** Why a container was refused; nothing of it is used then. */
export type ContainerFailure =
  | { readonly type: "not-a-package" }
  | { readonly type: "package-damaged" }
  /** A name that leads out of the container, is absolute, stands twice or hides what it is. */
  | { readonly type: "unsafe-name" }
  | { readonly type: "too-many-files"; readonly limit: number }
  /** Bytes, packed or unpacked. */
  | { readonly type: "package-too-large"; readonly limit: number };

/** What a reader is willing to take in; sizes in bytes. */
export interface ContainerLimits {
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly entries: number;
}

/** Every entry carries this date, so that the same content gives the same bytes on any day and PC. */
const FIXED_DATE = "1980-01-01T12:00:00";
const LONGEST_NAME = 240;
/** Names Windows keeps for devices, with any ending. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/iu;

const isSafeSegment = (segment: string): boolean =>
  segment !== "" &&
  segment !== "." &&
  segment !== ".." &&
  !/[. ]$/u.test(segment) &&
  !RESERVED.test(segment);

/** Whether a name stays inside the container's folder on every system and hides nothing. */
const isSafeName = (name: string): boolean =>
  name.length <= LONGEST_NAME &&
  !/[\\:*?"<>|]/u.test(name) &&
  !hasHiddenCharacters(name) &&
  name.split("/").every(isSafeSegment);

/** Two names that one folder on Windows cannot hold beside each other. */
const folded = (name: string): string => name.normalize("NFC").toLowerCase();

/** Writes files into one small zip; equal files give equal bytes whatever their order. Names are our own. */
export const writeContainer = (files: ReadonlyMap<string, Uint8Array>): Uint8Array => {
  const entries: Zippable = {};
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!isSafeName(name)) throw new Error(`a container may not hold the name ${name}`);
    entries[name] = [bytes, { level: 9, mtime: FIXED_DATE }];
  }
  return zipSync(entries);
};

/** Whether all names stay inside, and no two of them are one on Windows. */
export const areSafeNames = (names: readonly string[]): boolean =>
  names.every(isSafeName) && new Set(names.map(folded)).size === names.length;

/** An entry's bytes, where they are as many as it said and their check sum holds. */
export const unpackEntry = (
  entry: Pick<ZipEntry, "method" | "packed" | "size" | "crc">,
): Uint8Array | undefined => {
  const bytes =
    entry.method === 0
      ? entry.packed.slice()
      : unpackBounded(entry.packed, entry.size, (onPart) => new Inflate(onPart));
  if (bytes === undefined || bytes.length !== entry.size) return undefined;
  return crc32(bytes) === entry.crc ? bytes : undefined;
};

/**
 * Reads a zip from a stranger. Everything is checked before the first byte is unpacked: size, number
 * and names of the files, what they say they unpack to; and while unpacking, that it is what they said.
 * Where only some of it is wanted, the rest is neither unpacked nor counted.
 */
export const readContainer = (
  bytes: Uint8Array,
  limits: ContainerLimits,
  wanted: (name: string) => boolean = () => true,
): Result<Map<string, Uint8Array>, ContainerFailure> => {
  if (bytes.length > limits.packedBytes) {
    return err({ type: "package-too-large", limit: limits.packedBytes });
  }
  const directory = readZipDirectory(bytes, limits.entries);
  if (!directory.ok) return directory;
  const all = directory.value;
  if (!areSafeNames(all.map(({ name }) => name))) return err({ type: "unsafe-name" });
  const entries = all.filter(({ name }) => wanted(name));
  const declared = entries.reduce((sum, { size }) => sum + size, 0);
  if (declared > limits.unpackedBytes) {
    return err({ type: "package-too-large", limit: limits.unpackedBytes });
  }
  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const unpacked = unpackEntry(entry);
    if (unpacked === undefined) return err({ type: "package-damaged" });
    files.set(entry.name, unpacked);
  }
  return ok(files);
};
