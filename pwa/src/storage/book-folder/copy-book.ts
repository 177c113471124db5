import {
  type BookFile,
  type BookManifest,
  bookFiles,
  type FolderFile,
  withFile,
} from "@dianbo/shared/book-folder";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import type { SiteId } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { MediaStore } from "../media-store.ts";
import type { CopyHands } from "./copy-hands.ts";
import { type IndexFailure, readIndex, writeIndex } from "./folder-index.ts";
import { type Folder, type FolderFailure, fileAt, folderFailureOf } from "./folder-shape.ts";

/** How a library's files and a folder stand to each other. */
export interface BookState {
  readonly index: BookManifest;
  /** In the folder, read back when it was copied, and still of its length. */
  readonly there: readonly BookFile[];
  /** In the browser only; the largest last, since they are the ones that may not fit. */
  readonly missing: readonly BookFile[];
}

const isThere = async (folder: Folder, { path, size }: FolderFile): Promise<boolean> =>
  (await fileAt(folder, path))?.size === size;

/** Looks which of the library's files the folder has; `held` are those that the browser has. */
export const lookAtBook = async (
  folder: Folder,
  site: SiteId,
  items: Iterable<Courseware>,
  held: ReadonlySet<MediaHash>,
): Promise<Result<BookState, IndexFailure>> => {
  const index = await readIndex(folder, site);
  if (!index.ok) return index;
  const lying = new Set<MediaHash>();
  try {
    for (const file of index.value.media) {
      if (await isThere(folder, file)) lying.add(file.hash);
    }
  } catch (error) {
    return err(folderFailureOf(error));
  }
  const files = bookFiles(
    items,
    index.value.media,
    ({ hash }) => held.has(hash) || lying.has(hash),
  );
  return ok({
    index: index.value,
    there: files.filter(({ hash }) => lying.has(hash)),
    missing: files
      .filter(({ hash }) => !lying.has(hash))
      .sort((a, b) => a.size - b.size || a.number - b.number),
  });
};

/** What has become of one file. */
export interface FileOutcome {
  readonly file: BookFile;
  readonly failure: FolderFailure;
}

/** What a run of copying brought. */
export interface CopyOutcome {
  readonly copied: readonly BookFile[];
  readonly failed: readonly FileOutcome[];
  /** Why it stopped before the end. */
  readonly stopped: FolderFailure | undefined;
}

/** How far a run is. Bytes count twice: written, and read back. */
export interface CopyProgress {
  readonly file: BookFile;
  /** From 1. */
  readonly place: number;
  readonly count: number;
  readonly done: number;
  readonly total: number;
}

/** Failures of one file after which the next one may still come; after the others nothing will. */
const ONE_FILE: ReadonlySet<FolderFailure["type"]> = new Set([
  "differs",
  "source-broken",
  "not-copied",
]);

/** A file of another length at that place is somebody's: it is never written over. */
const placeOf = async (
  folder: Folder,
  file: BookFile,
): Promise<{ path: string; lies: boolean }> => {
  const [shelf = "", name = ""] = file.path.split("/");
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? file.path : `${shelf}/(${count}) ${name}`;
    const lying = await fileAt(folder, path);
    if (lying === undefined) return { path, lies: false };
    if (lying.size === file.size) return { path, lies: true };
  }
};

const orGone = async <T>(work: () => Promise<T>): Promise<Result<T, FolderFailure>> => {
  try {
    return ok(await work());
  } catch (error) {
    return err(folderFailureOf(error));
  }
};

/** Everything that copying needs besides the files. */
export interface CopyBench {
  readonly folder: Folder;
  readonly media: Pick<MediaStore, "open">;
  readonly hands: Pick<CopyHands, "copy" | "verify">;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CopyProgress) => void;
}

/** Brings one file into the folder, or knows it again there by its bytes; answers where it lies. */
const bringFile = async (
  file: BookFile,
  { folder, media, hands, signal }: CopyBench,
  onProgress: (bytes: number) => void,
): Promise<Result<FolderFile, FolderFailure>> => {
  const { hash, size } = file;
  const place = await orGone(() => placeOf(folder, file));
  if (!place.ok) return place;
  const { path, lies } = place.value;
  if (lies) {
    // Left by a run that was cut off between copying and reading back: the bytes tell.
    const known = await hands.verify({ path, hash }, { signal, onProgress });
    if (known.ok) return ok({ hash, size, path });
    if (known.error.type !== "differs") return known;
  }
  const source = await media.open(hash);
  if (!source.ok) return err({ type: "source-broken" });
  // Our name and our length, other bytes: a copy that has gone bad is written anew.
  const copied = await hands.copy(source.value, { path, hash }, { signal, onProgress });
  return copied.ok ? ok({ hash, size, path }) : copied;
};

/**
 * Copies what a folder lacks, file by file, each read back before the index names it. Whenever it is cut
 * off, the next run goes on with the file at which this one stopped.
 */
export const copyBook = async (
  { index, missing }: BookState,
  bench: CopyBench,
): Promise<CopyOutcome> => {
  const { folder, signal, onProgress } = bench;
  const total = 2 * missing.reduce((sum, { size }) => sum + size, 0);
  const copied: BookFile[] = [];
  const failed: FileOutcome[] = [];
  let manifest = index;
  let before = 0;
  for (const [at, file] of missing.entries()) {
    if (signal.aborted) return { copied, failed, stopped: { type: "stopped" } };
    const tell = (bytes: number): void =>
      onProgress({ file, place: at + 1, count: missing.length, done: before + bytes, total });
    tell(0);
    const brought = await bringFile(file, bench, tell);
    before += 2 * file.size;
    if (brought.ok) {
      manifest = withFile(manifest, brought.value);
      const written = await orGone(() => writeIndex(folder, manifest));
      if (!written.ok) return { copied, failed, stopped: written.error };
      copied.push({ ...file, path: brought.value.path });
      continue;
    }
    const failure = brought.error;
    if (failure.type === "stopped") return { copied, failed, stopped: failure };
    failed.push({ file, failure });
    // The largest come last: where one does not fit, those behind it do not either.
    if (!ONE_FILE.has(failure.type)) return { copied, failed, stopped: failure };
  }
  return { copied, failed, stopped: undefined };
};
