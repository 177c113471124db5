import { BACKUP_PARTS, type Backup, type BackupFailure, readBackup } from "@dianbo/shared/backup";
import type { MediaHash } from "@dianbo/shared/courseware";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { FileEntry, ZipReader } from "@zip.js/zip.js";
import { createSHA256 } from "hash-wasm";

/** The ending of a backup's name. */
export const BACKUP_ENDING = ".dianbo-backup";

/** What the parts may hold, in bytes: a library of 20,000 items with all their article copies. */
const MOST_BYTES = 512 * 1024 * 1024;
/** Entries of a zip: every file of a large site, and some. */
const MOST_ENTRIES = 200_000;

/** SHA-256 in lower-case hex, for parts that are in memory. */
export const sha256 = async (bytes: Uint8Array): Promise<string> =>
  (await createSHA256()).update(bytes).digest("hex");

/** A backup that was read and checked, with the way to its media. */
export interface OpenedBackup extends Backup {
  /** The file as it lies in the backup, not yet checked; none where it is not in there. */
  media(hash: MediaHash): Promise<Blob | undefined>;
}

const LOCAL_HEADER = 30;

/** The bytes of an entry; those stored as they are (our own are) stay on disk until they are read. */
const bytesOf = async (file: Blob, entry: FileEntry): Promise<Blob | undefined> => {
  if (entry.encrypted) return undefined;
  if (entry.compressionMethod !== 0) {
    const { BlobWriter } = await import("@zip.js/zip.js");
    return await entry.getData(new BlobWriter(), { useWebWorkers: false });
  }
  const head = new DataView(
    await file.slice(entry.offset, entry.offset + LOCAL_HEADER).arrayBuffer(),
  );
  if (head.byteLength < LOCAL_HEADER) return undefined;
  const start = entry.offset + LOCAL_HEADER + head.getUint16(26, true) + head.getUint16(28, true);
  return file.slice(start, start + entry.uncompressedSize);
};

/** Unpacks an entry that is held in memory, never more than it said it has. */
const unpack = async (entry: FileEntry): Promise<Uint8Array> => {
  const { Uint8ArrayWriter } = await import("@zip.js/zip.js");
  return await entry.getData(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    checkSignature: true,
  });
};

/** Every file of a zip by its name, from its own table of contents; none where that cannot be trusted. */
const entriesOf = async (
  reader: ZipReader<unknown>,
): Promise<ReadonlyMap<string, FileEntry> | undefined> => {
  const entries = new Map<string, FileEntry>();
  let count = 0;
  for await (const entry of reader.getEntriesGenerator()) {
    count += 1;
    if (count > MOST_ENTRIES || entries.has(entry.filename)) return undefined;
    if (!entry.directory) entries.set(entry.filename, entry);
  }
  return entries;
};

/** Unpacks our own parts; none where they are larger than a library can be or do not unpack. */
const partsOf = async (
  entries: ReadonlyMap<string, FileEntry>,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> => {
  const parts = new Map<string, Uint8Array>();
  try {
    for (const name of Object.values(BACKUP_PARTS)) {
      const entry = entries.get(name);
      if (entry === undefined) continue;
      if (entry.uncompressedSize > MOST_BYTES) return undefined;
      parts.set(name, await unpack(entry));
    }
    return parts;
  } catch {
    // The unpacker speaks of broken bytes by throwing.
    return undefined;
  }
};

/** Whether a file begins as every zip does: then its end is what is missing. */
const beginsLikeZip = async (file: Blob): Promise<boolean> => {
  const head = new DataView(await file.slice(0, 4).arrayBuffer());
  return head.byteLength === 4 && head.getUint32(0, true) === 0x04034b50;
};

/**
 * Reads a backup from a file that anybody may have made. Only entries under our own names are looked
 * at, none is unpacked under its name, and what is read is checked against the hashes of the manifest.
 */
export const readBackupFile = async (file: Blob): Promise<Result<OpenedBackup, BackupFailure>> => {
  const { BlobReader, configure, ZipReader } = await import("@zip.js/zip.js");
  configure({ useWebWorkers: false });
  const reader = new ZipReader(new BlobReader(file));
  let entries: ReadonlyMap<string, FileEntry> | undefined;
  try {
    entries = await entriesOf(reader);
  } catch {
    // Without its end a zip has no table of contents: this one was not written to the end.
    const begun = await beginsLikeZip(file).catch(() => false);
    return err({ type: begun ? "backup-incomplete" : "not-a-backup" });
  }
  const parts = entries === undefined ? undefined : await partsOf(entries);
  if (entries === undefined || parts === undefined) return err({ type: "backup-damaged" });
  const backup = await readBackup(parts, sha256);
  if (!backup.ok) return backup;
  const found = entries;
  return ok({
    ...backup.value,
    media: async (hash) => {
      const entry = found.get(`media/${hash}`);
      return entry === undefined ? undefined : await bytesOf(file, entry);
    },
  });
};
