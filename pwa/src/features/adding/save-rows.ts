import type { Changes } from "@dianbo/shared/changes";
import type { MediaFile } from "@dianbo/shared/courseware";
import { type NewId, newRecordId, type RecordId } from "@dianbo/shared/identity";
import {
  addManyCourseware,
  type CoursewareDraft,
  type NumberTaken,
  type ShelfFull,
} from "@dianbo/shared/programme";
import type { Result } from "@dianbo/shared/result";
import type { MediaStore, Workbench } from "../../storage/index.ts";
import { readOwnNumber } from "./own-number.ts";
import { categoryOf, type FileRow, type RowState, readMinutes } from "./row.ts";

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
}

interface KeptRow {
  readonly row: FileRow;
  readonly id: RecordId;
  /** None for a film that stays where it lies. */
  readonly media: MediaFile | undefined;
}

/** Field lengths of `mediaFileSchema`. */
const LONGEST_NAME = 255;

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
      ...(row.otherPlayer === undefined
        ? {}
        : { place: { type: "other-player", name: row.file.name.slice(-LONGEST_NAME) } }),
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

const mediaOf = (row: FileRow, kept: Pick<MediaFile, "hash" | "size">): MediaFile => ({
  ...kept,
  mime: row.mime,
  name: row.file.name.slice(-LONGEST_NAME),
  ...(row.seconds === undefined ? {} : { seconds: row.seconds }),
});

/**
 * Keeps the rows' files one after the other, then adds all items that have theirs in one step of undo. A
 * file that fails says why in its row, the others go on.
 */
export const saveRows = async (
  rows: readonly FileRow[],
  { apply, media, newId }: SaveHands,
  tell: (key: string, state: RowState) => void,
  stop: AbortSignal,
): Promise<SaveOutcome> => {
  const before = new Set<string>((await media.list()).map(({ hash }) => hash));
  const done: KeptRow[] = [];
  const brought: MediaFile[] = [];
  const stopped = new Promise<undefined>((resolve) => {
    stop.addEventListener("abort", () => resolve(undefined));
  });
  for (const row of rows) {
    if (stop.aborted) break;
    const id = newRecordId(newId);
    if (row.otherPlayer !== undefined) {
      done.push({ row, id, media: undefined });
      continue;
    }
    tell(row.key, { type: "keeping", bytes: 0 });
    const keeping = media.keep(row.file, undefined, (bytes) => {
      if (!stop.aborted) tell(row.key, { type: "keeping", bytes });
    });
    const kept = await Promise.race([keeping, stopped]);
    if (kept === undefined) {
      // The worker finishes its file; it goes as soon as it is there.
      void keeping.then((late) =>
        late.ok ? leaveNothing(media, [mediaOf(row, late.value)], before) : undefined,
      );
      tell(row.key, { type: "ready" });
      break;
    }
    if (!kept.ok) {
      const full = kept.error.type === "disk-full";
      tell(row.key, { type: "failed", why: full ? "disk-full" : "not-kept" });
      continue;
    }
    if (brought.some(({ hash }) => hash === kept.value.hash)) {
      tell(row.key, { type: "failed", why: "same-as-above" });
      continue;
    }
    const file = mediaOf(row, kept.value);
    brought.push(file);
    done.push({ row, id, media: file });
    tell(row.key, { type: "kept" });
  }
  const back = async (outcome: SaveOutcome): Promise<SaveOutcome> => {
    await leaveNothing(media, brought, before);
    for (const { row } of done) tell(row.key, { type: "ready" });
    return outcome;
  };
  if (stop.aborted) return await back({ type: "stopped" });
  if (done.length === 0) return { type: "nothing-kept" };
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
