import {
  type BookFile,
  type BookManifest,
  bookFiles,
  FAT32_LIMIT,
  type FolderFile,
  withFile,
} from "@dianbo/shared/book-folder";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import type { SiteId } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import type { MediaStore } from "../media-store.ts";
import type { CopyHands } from "./copy-hands.ts";
import { INDEX_PATH, type IndexFailure, readIndex, writeIndex } from "./folder-index.ts";
import { type Folder, type FolderFailure, fileAt, folderFailureOf } from "./folder-shape.ts";
import { beginWriting, endWriting, sweepLeftovers } from "./leftovers.ts";

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
  /** The index with all that was copied. */
  readonly index: BookManifest;
  readonly copied: readonly BookFile[];
  /** Those among them that lay there already and were only read through. */
  readonly known: readonly BookFile[];
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
  "too-big",
]);

/** What a disk of FAT32 answers when a file reaches 4 GiB. */
const TOO_BIG: ReadonlySet<FolderFailure["type"]> = new Set(["folder-full", "not-copied"]);

/** After so many bytes the index is written: it is large itself where a book is. */
const NAMED_EVERY = 64 * 1024 * 1024;

/** A file of another length at that place is somebody's: it is never written over. */
const placeOf = async (
  folder: Folder,
  file: BookFile,
  taken: ReadonlySet<string>,
): Promise<{ path: string; lies: boolean }> => {
  const [shelf = "", name = ""] = file.path.split("/");
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? file.path : `${shelf}/(${count}) ${name}`;
    if (count > 1 && taken.has(path.toLowerCase())) continue;
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

/** Where a file is to lie, and whether one of its length lies there already. */
interface Place {
  readonly file: BookFile;
  readonly path: string;
  readonly lies: boolean;
}

/** Brings one file into the folder, or knows it again there by its bytes; answers where it lies. */
const bringFile = async (
  { file: { hash, size }, path, lies }: Place,
  { media, hands, signal }: CopyBench,
  onProgress: (bytes: number) => void,
): Promise<Result<FolderFile & { readonly known: boolean }, FolderFailure>> => {
  if (lies) {
    // Left by a run that was cut off between copying and reading back: the bytes tell.
    const known = await hands.verify({ path, hash }, { signal, onProgress });
    if (known.ok) return ok({ hash, size, path, known: true });
    if (known.error.type !== "differs") return known;
  }
  const source = await media.open(hash);
  if (!source.ok) return err({ type: "source-broken" });
  // Our name and our length, other bytes: a copy that has gone bad is written anew.
  const copied = await hands.copy(source.value, { path, hash }, { signal, onProgress });
  if (copied.ok) return ok({ hash, size, path, known: false });
  const tooBig = size >= FAT32_LIMIT && TOO_BIG.has(copied.error.type);
  return tooBig ? err({ type: "too-big" }) : copied;
};

/** Looks where each file may lie, and says so on the disk before the first is begun. */
const takePlaces = async (
  { index, missing }: BookState,
  folder: Folder,
): Promise<readonly Place[]> => {
  await sweepLeftovers(folder, new Set(index.media.map(({ path }) => path)), [
    INDEX_PATH,
    ...missing.map(({ path }) => path),
  ]);
  const places: Place[] = [];
  const taken = new Set([...missing, ...index.media].map(({ path }) => path.toLowerCase()));
  for (const file of missing) {
    const place = { file, ...(await placeOf(folder, file, taken)) };
    taken.add(place.path.toLowerCase());
    places.push(place);
  }
  await beginWriting(
    folder,
    places.flatMap(({ file: { hash, size }, path, lies }) => (lies ? [] : [{ hash, size, path }])),
  );
  return places;
};

/**
 * Copies what a folder lacks, file by file, each read back before the index names it. Whenever it is cut
 * off, the next run goes on with the file at which this one stopped.
 */
export const copyBook = async (state: BookState, bench: CopyBench): Promise<CopyOutcome> => {
  const { missing } = state;
  const { folder, signal, onProgress } = bench;
  const total = 2 * missing.reduce((sum, { size }) => sum + size, 0);
  const copied: BookFile[] = [];
  const known: BookFile[] = [];
  const failed: FileOutcome[] = [];
  let manifest = state.index;
  /** Bytes that were copied since the index was written last. */
  let unnamed = 0;
  const outcome = (stopped: FolderFailure | undefined): CopyOutcome => ({
    index: manifest,
    copied,
    known,
    failed,
    stopped,
  });
  if (missing.length === 0) return outcome(undefined);
  const places = await orGone(() => takePlaces(state, folder));
  if (!places.ok) return outcome(places.error);
  const name = async (): Promise<FolderFailure | undefined> => {
    if (unnamed === 0) return undefined;
    const written = await orGone(() => writeIndex(folder, manifest));
    if (written.ok) unnamed = 0;
    return written.ok ? undefined : written.error;
  };
  const finish = async (stopped: FolderFailure | undefined): Promise<CopyOutcome> => {
    const unwritten = await name();
    if (stopped === undefined && unwritten === undefined) await endWriting(folder);
    return outcome(stopped ?? unwritten);
  };
  let before = 0;
  for (const [at, place] of places.value.entries()) {
    if (signal.aborted) return finish({ type: "stopped" });
    const { file } = place;
    const tell = (bytes: number): void =>
      onProgress({ file, place: at + 1, count: missing.length, done: before + bytes, total });
    tell(0);
    const brought = await bringFile(place, bench, tell);
    before += 2 * file.size;
    if (brought.ok) {
      const { known: lay, ...lying } = brought.value;
      manifest = withFile(manifest, lying);
      copied.push({ ...file, path: lying.path });
      if (lay) known.push(file);
      unnamed += file.size;
      const unwritten = unnamed < NAMED_EVERY ? undefined : await name();
      if (unwritten !== undefined) return outcome(unwritten);
      continue;
    }
    const failure = brought.error;
    if (failure.type === "stopped") return finish(failure);
    failed.push({ file, failure });
    // The largest come last: where one does not fit, those behind it do not either.
    if (!ONE_FILE.has(failure.type)) return finish(failure);
  }
  return finish(undefined);
};
