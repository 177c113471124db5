import type { Changes } from "@dianbo/shared/changes";
import type { CoursewareFields, MediaFile, MediaHash } from "@dianbo/shared/courseware";
import { type NewId, newRecordId, type RecordId } from "@dianbo/shared/identity";
import {
  addManyCourseware,
  type CoursewareDraft,
  type NumberTaken,
  type ShelfFull,
} from "@dianbo/shared/programme";
import type { Result } from "@dianbo/shared/result";
import type { LyingFile } from "../../storage/film-folders/index.ts";
import type { MediaStore, Workbench } from "../../storage/index.ts";
import { readOwnNumber } from "./own-number.ts";
import { type BroughtRow, categoryOf, fileNameOf, type RowState, readMinutes } from "./row.ts";

/** How a save ended. */
export type SaveOutcome =
  | { readonly type: "saved"; readonly count: number }
  /** The person stopped it; nothing was added, nothing stays behind. */
  | { readonly type: "stopped" }
  | { readonly type: "nothing-kept" }
  | { readonly type: "not-saved"; readonly why: string };

/** What a save writes with. */
export interface SaveHands {
  readonly media: Pick<MediaStore, "keep" | "list" | "remove">;
  readonly apply: (
    command: (bench: Workbench) => Result<Changes, ShelfFull | NumberTaken>,
  ) => Promise<Result<unknown, { readonly type: string }>>;
  readonly newId: NewId;
  /** Where films of an opened folder stay there: how they are read through and remembered. */
  readonly staying:
    | {
        readonly hash: (
          file: Blob,
          signal: AbortSignal,
          onProgress: (bytes: number) => void,
        ) => Promise<MediaHash | undefined>;
        readonly remember: (
          lying: readonly (LyingFile & { readonly hash: MediaHash; readonly size: number })[],
        ) => Promise<void>;
      }
    | undefined;
}

interface KeptRow {
  readonly row: BroughtRow;
  readonly id: RecordId;
  /** None for what only another player shows, and for a row of a table without its film. */
  readonly media: MediaFile | undefined;
}

/** Field lengths of `mediaFileSchema`. */
const LONGEST_NAME = 255;

/** What the table told; the place of keeping only while no film is here. */
const listedFields = ({ listed, file }: BroughtRow): Partial<CoursewareFields> => {
  if (listed === undefined) return {};
  const { publisher, publishedAt, tags, place, note } = listed;
  return {
    ...(publisher === undefined ? {} : { publisher }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(tags === undefined ? {} : { tags: [...tags] }),
    ...(note === undefined ? {} : { note }),
    ...(place === undefined || file !== undefined ? {} : { place }),
  };
};

const draftOf = ({ row, id, media }: KeptRow, bench: Workbench): CoursewareDraft => {
  // Whether it is free is decided by the act itself, with the freshest state.
  const written = readOwnNumber(row.number, []);
  return {
    id,
    written: written.ok ? written.value : undefined,
    fields: {
      title: row.title.trim(),
      kind: row.kind,
      category: categoryOf(row) ?? null,
      minutes: readMinutes(row.minutes) ?? null,
      ...(media === undefined ? {} : { media }),
      ...listedFields(row),
      ...(row.subtitles === undefined ? {} : { subtitles: row.subtitles }),
      ...(row.otherPlayer === undefined
        ? {}
        : { place: { type: "other-player", name: fileNameOf(row).slice(-LONGEST_NAME) } }),
      clippedAt: bench.clock.now(),
      clippedBy: bench.identity.post,
    },
  };
};

/** Deletes files that this save brought and no item took; what was there before stays. */
const leaveNothing = async (
  media: Pick<MediaStore, "remove">,
  brought: readonly MediaFile[],
  before: ReadonlySet<string>,
): Promise<void> => {
  for (const { hash } of brought) if (!before.has(hash)) await media.remove(hash);
};

const mediaOf = (
  row: BroughtRow,
  file: File,
  kept: Pick<MediaFile, "hash" | "size">,
): MediaFile => ({
  ...kept,
  mime: row.mime,
  name: file.name.slice(-LONGEST_NAME),
  ...(row.seconds === undefined ? {} : { seconds: row.seconds }),
});

type FileEnd =
  | { readonly type: "kept"; readonly media: MediaFile }
  | { readonly type: "failed"; readonly why: "disk-full" | "not-kept" }
  | { readonly type: "stopped" };

/** Copies a file into the store, or reads it through where it stays. */
const keepFile = async (
  row: BroughtRow,
  file: File,
  { media, staying }: Pick<SaveHands, "media" | "staying">,
  before: ReadonlySet<string>,
  stop: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<FileEnd> => {
  if (staying !== undefined && row.lies !== undefined) {
    const hash = await staying.hash(file, stop, onProgress);
    if (stop.aborted) return { type: "stopped" };
    return hash === undefined
      ? { type: "failed", why: "not-kept" }
      : { type: "kept", media: mediaOf(row, file, { hash, size: file.size }) };
  }
  const stopped = new Promise<undefined>((resolve) => {
    stop.addEventListener("abort", () => resolve(undefined));
  });
  const keeping = media.keep(file, undefined, onProgress);
  const kept = await Promise.race([keeping, stopped]);
  if (kept === undefined) {
    // The worker finishes its file; it goes as soon as it is there.
    void keeping.then((late) =>
      late.ok ? leaveNothing(media, [mediaOf(row, file, late.value)], before) : undefined,
    );
    return { type: "stopped" };
  }
  return kept.ok
    ? { type: "kept", media: mediaOf(row, file, kept.value) }
    : { type: "failed", why: kept.error.type === "disk-full" ? "disk-full" : "not-kept" };
};

/**
 * Keeps the rows' files one after the other, then adds all items that have theirs in one step of undo. A
 * file that fails says why in its row, the others go on.
 */
export const saveRows = async (
  rows: readonly BroughtRow[],
  { apply, media, newId, staying }: SaveHands,
  tell: (key: string, state: RowState) => void,
  stop: AbortSignal,
): Promise<SaveOutcome> => {
  const before = new Set<string>((await media.list()).map(({ hash }) => hash));
  const done: KeptRow[] = [];
  const copied: MediaFile[] = [];
  const seen = new Set<MediaHash>();
  for (const row of rows) {
    if (stop.aborted) break;
    const id = newRecordId(newId);
    const { file } = row;
    if (file === undefined || row.otherPlayer !== undefined) {
      done.push({ row, id, media: undefined });
      continue;
    }
    tell(row.key, { type: "keeping", bytes: 0 });
    const end = await keepFile(row, file, { media, staying }, before, stop, (bytes) => {
      if (!stop.aborted) tell(row.key, { type: "keeping", bytes });
    });
    if (end.type === "stopped") {
      tell(row.key, { type: "ready" });
      break;
    }
    if (end.type === "failed") {
      tell(row.key, end);
      continue;
    }
    if (seen.has(end.media.hash)) {
      tell(row.key, { type: "failed", why: "same-as-above" });
      continue;
    }
    seen.add(end.media.hash);
    if (staying === undefined || row.lies === undefined) copied.push(end.media);
    done.push({ row, id, media: end.media });
    tell(row.key, { type: "kept" });
  }
  const back = async (outcome: SaveOutcome): Promise<SaveOutcome> => {
    await leaveNothing(media, copied, before);
    for (const { row } of done) tell(row.key, { type: "ready" });
    return outcome;
  };
  if (stop.aborted) return await back({ type: "stopped" });
  if (done.length === 0) return { type: "nothing-kept" };
  // Before the items are there, so that none of them is ever without its place.
  await staying?.remember(
    done.flatMap(({ row: { lies }, media: file }) =>
      lies === undefined || file === undefined
        ? []
        : [{ ...lies, hash: file.hash, size: file.size }],
    ),
  );
  const added = await apply((bench) =>
    addManyCourseware(
      done.map((kept) => draftOf(kept, bench)),
      bench.book,
      bench.newId,
    ),
  );
  if (!added.ok) return await back({ type: "not-saved", why: added.error.type });
  for (const { row, id } of done) tell(row.key, { type: "added", item: id });
  return { type: "saved", count: done.length };
};
