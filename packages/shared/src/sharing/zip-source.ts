import { err, ok, type Result } from "../result/index.ts";
import { areSafeNames, type ContainerFailure, unpackEntry } from "./container.ts";
import {
  END_LENGTH,
  findEnd,
  LOCAL_LENGTH,
  LONGEST_COMMENT,
  localHeaderLength,
  longAt,
  readZipLines,
  viewOf,
  type ZipLine,
} from "./zip-directory.ts";

/** Bytes that lie somewhere and are read piece by piece: a file on disk, of any size. */
export interface ByteSource {
  /** How many there are. */
  readonly size: number;
  /** The bytes from one place to another; rejects where the file has gone. */
  read(from: number, to: number): Promise<Uint8Array>;
}

/** Where an entry's bytes lie in a zip. */
export interface ByteRange {
  readonly from: number;
  readonly to: number;
}

/** A zip of which only the table of contents has been read. */
export interface OpenZip {
  readonly lines: ReadonlyMap<string, ZipLine>;
  /** Where the packed bytes of an entry lie; refused where its own header says something else. */
  locate(line: ZipLine): Promise<Result<ByteRange, ContainerFailure>>;
  /** A small entry, unpacked: at most `most` bytes, packed and unpacked. */
  unpack(line: ZipLine, most: number): Promise<Result<Uint8Array, ContainerFailure>>;
}

/** What a reader is willing to take in of a table of contents. */
export interface ZipLimits {
  readonly entries: number;
  /** Bytes of the table of contents. */
  readonly directoryBytes: number;
}

const LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
const LONG_END = 0x06064b50;
const LONG_END_LENGTH = 56;
const SHORT_FULL = 0xffff;
const FULL = 0xffff_ffff;

const NOT_A_ZIP: ContainerFailure = { type: "not-a-package" };
const DAMAGED: ContainerFailure = { type: "package-damaged" };

/** Where the table of contents lies. */
interface Directory extends ByteRange {
  readonly count: number;
}

/** The end of a long zip (zip64) says with 64 bits what did not fit into the short one. */
const longDirectory = async (
  source: ByteSource,
  end: number,
): Promise<Result<Directory, ContainerFailure>> => {
  if (end < LOCATOR_LENGTH) return err(DAMAGED);
  const locator = viewOf(await source.read(end - LOCATOR_LENGTH, end));
  const at = locator.getUint32(0, true) === LOCATOR ? longAt(locator, 8) : undefined;
  if (at === undefined || at + LONG_END_LENGTH > end) return err(DAMAGED);
  const view = viewOf(await source.read(at, at + LONG_END_LENGTH));
  if (view.getUint32(0, true) !== LONG_END) return err(DAMAGED);
  const [count, size, from] = [longAt(view, 32), longAt(view, 40), longAt(view, 48)];
  if (count === undefined || size === undefined || from === undefined) return err(DAMAGED);
  return from + size <= at ? ok({ count, from, to: from + size }) : err(DAMAGED);
};

const findDirectory = async (source: ByteSource): Promise<Result<Directory, ContainerFailure>> => {
  const tailFrom = Math.max(0, source.size - END_LENGTH - LONGEST_COMMENT);
  const view = viewOf(await source.read(tailFrom, source.size));
  const at = findEnd(view);
  if (at === undefined) return err(NOT_A_ZIP);
  const end = tailFrom + at;
  const count = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 12, true);
  const from = view.getUint32(at + 16, true);
  if (count === SHORT_FULL || size === FULL || from === FULL) return longDirectory(source, end);
  return from + size <= end ? ok({ count, from, to: from + size }) : err(DAMAGED);
};

/** No two entries may share bytes, and none may lie in the table of contents: bombs are made of such. */
const lieApart = (lines: readonly ZipLine[], end: number): boolean => {
  const sorted = [...lines].sort((a, b) => a.offset - b.offset);
  return sorted.every(({ offset, rawName, packedSize }, place) => {
    const next = sorted[place + 1]?.offset ?? end;
    return offset + LOCAL_LENGTH + rawName.length + packedSize <= next;
  });
};

/**
 * Opens a stranger's zip of any size: reads its table of contents and nothing else. Names, their number and
 * where the entries lie are checked; each entry's own header when it is wanted.
 */
export const openZip = async (
  source: ByteSource,
  limits: ZipLimits,
): Promise<Result<OpenZip, ContainerFailure>> => {
  const found = await findDirectory(source);
  if (!found.ok) return found;
  const { count, from, to } = found.value;
  if (count > limits.entries) return err({ type: "too-many-files", limit: limits.entries });
  if (to - from > limits.directoryBytes) {
    return err({ type: "too-many-files", limit: limits.entries });
  }
  const read = readZipLines(await source.read(from, to), { at: 0, end: to - from, count });
  if (!read.ok) return read;
  const lines = read.value;
  if (!areSafeNames(lines.map(({ name }) => name))) return err({ type: "unsafe-name" });
  if (!lieApart(lines, from)) return err(DAMAGED);
  const locate: OpenZip["locate"] = async ({ offset, rawName, packedSize }) => {
    const head = await source.read(offset, offset + LOCAL_LENGTH + rawName.length);
    const length = localHeaderLength(head, rawName);
    const start = length === undefined ? undefined : offset + length;
    return start === undefined || start + packedSize > from
      ? err(DAMAGED)
      : ok({ from: start, to: start + packedSize });
  };
  return ok({
    lines: new Map(lines.map((line) => [line.name, line])),
    locate,
    unpack: async (line, most) => {
      if (line.packedSize > most || line.size > most) {
        return err({ type: "package-too-large", limit: most });
      }
      const range = await locate(line);
      if (!range.ok) return range;
      const packed = await source.read(range.value.from, range.value.to);
      const bytes = unpackEntry({ ...line, packed });
      return bytes === undefined ? err(DAMAGED) : ok(bytes);
    },
  });
};
