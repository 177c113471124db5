import { BACKUP_PARTS, type BackupManifest, makeBackup } from "@dianbo/shared/backup";
import type { Json } from "@dianbo/shared/changes";
import type { Instant } from "@dianbo/shared/clock";
import type { MediaHash } from "@dianbo/shared/courseware";
import { writeContainer } from "@dianbo/shared/sharing";
import { sha256 } from "./backup-file.ts";
import { carriedMemos } from "./carried-memos.ts";
import type { Library } from "./library.ts";
import type { MediaStore } from "./media-store.ts";
import { hashesElsewhere } from "./other-places.ts";
import { storedRecord } from "./stored-records.ts";

/** A backup that is ready to be written, with or without the files. */
export interface MadeBackup {
  readonly manifest: BackupManifest;
  /** Bytes that will be written, to measure progress by. */
  readonly bytes: number;
  /** The whole file as a stream; `onProgress` hears how many bytes have gone. */
  stream(onProgress: (bytes: number) => void): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

/** A copy in a buffer of its own: a stream may hand its buffer on. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** Tells how many bytes have passed. */
const counting = (onProgress: (bytes: number) => void) => {
  let passed = 0;
  return new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      passed += chunk.byteLength;
      onProgress(passed);
      controller.enqueue(chunk);
    },
  });
};

/** The files of the library that are here, in the order of the index. */
const heldFiles = async function* (manifest: BackupManifest, media: MediaStore) {
  for (const { hash, held } of manifest.media) {
    const file = held ? await media.open(hash) : undefined;
    // A file that went meanwhile is missed when the backup is read, and said then.
    if (file?.ok === true) {
      yield { name: `media/${hash}`, input: file.value, lastModified: new Date(0) };
    }
  }
};

/**
 * Makes a backup of everything in the library, as the database holds it: all records with their dots,
 * unknown kinds too, and what the site keeps beside them. The undo log stays behind: it belongs to this device.
 */
export const backUp = async (
  library: Library,
  media: MediaStore,
  {
    madeAt,
    withMedia,
    channels,
  }: {
    readonly madeAt: Instant;
    readonly withMedia: boolean;
    /** What is remembered of channels; it lies in a database of its own. */
    readonly channels?: readonly Json[];
  },
): Promise<MadeBackup> => {
  const { site, siteName, siteKey, device } = library.identity();
  const rows = await library.db.records.toArray();
  const files = await media.list();
  // What was given up here lies in a folder of this PC: a backup with films takes it along from there.
  const elsewhere = await hashesElsewhere(library);
  const { manifest, parts } = await makeBackup(
    {
      site,
      siteName,
      siteKey,
      device,
      madeAt,
      records: rows.flatMap((row) => storedRecord(row) ?? []),
      unreadable: rows.flatMap((row) =>
        storedRecord(row) === undefined ? [JSON.stringify(row)] : [],
      ),
      held: new Set<MediaHash>([...files.map(({ hash }) => hash), ...elsewhere]),
      withMedia,
      channels,
      memos: await carriedMemos(library),
    },
    sha256,
  );
  const mediaBytes = manifest.media
    .filter(({ held }) => held)
    .reduce((sum, { size }) => sum + size, 0);
  if (!withMedia) {
    const packed = owned(writeContainer(parts));
    return {
      manifest,
      bytes: packed.byteLength,
      stream: async (onProgress) => new Blob([packed]).stream().pipeThrough(counting(onProgress)),
    };
  }
  const partsBytes = [...parts.values()].reduce((sum, part) => sum + part.byteLength, 0);
  return {
    manifest,
    bytes: partsBytes + mediaBytes,
    stream: async (onProgress) => {
      const { makeZip } = await import("client-zip");
      const entries = async function* () {
        const part = (name: string) => ({
          name,
          input: owned(parts.get(name) ?? new Uint8Array()),
          lastModified: new Date(madeAt),
        });
        yield part(BACKUP_PARTS.manifest);
        yield part(BACKUP_PARTS.records);
        yield* heldFiles(manifest, media);
        yield part(BACKUP_PARTS.complete);
      };
      return makeZip(entries()).pipeThrough(counting(onProgress));
    },
  };
};
