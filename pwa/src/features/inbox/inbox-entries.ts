import type { Category } from "@dianbo/shared/category";
import type { Clip, ClipFileState } from "@dianbo/shared/clip";
import { type Courseware, type CoursewareKind, isListed } from "@dianbo/shared/courseware";
import type { RecordId } from "@dianbo/shared/identity";
import type { WaitingRow } from "../../app/inbox-source.ts";
import type { LibrarySnapshot } from "../../storage/index.ts";

/** One line of the inbox, whichever side of the hand-over it stands on. */
export interface InboxEntry {
  readonly id: RecordId;
  readonly title: string;
  readonly kind: CoursewareKind;
  /** Publisher, or the portal's host where the page named none. */
  readonly from: string;
  readonly minutes: number | undefined;
  readonly category: Category | undefined;
  /** The number, where the item already stands in this library. */
  readonly number: number | undefined;
  readonly file: ClipFileState;
  readonly clippedAt: number;
  /** The row in the extension's inbox, if that is where it waits. */
  readonly clip: Clip | undefined;
  /** The item in this library, if it is there already. */
  readonly item: Courseware | undefined;
}

/** A row that no longer fits: shown with its raw text. */
export type DamagedEntry = Extract<WaitingRow, { type: "damaged" }>;

/** What the inbox shows. */
export interface InboxContent {
  /** Waits for a category. */
  readonly unfiled: readonly InboxEntry[];
  /** Has its category and waits for its file, or to be handed over. */
  readonly onTheWay: readonly InboxEntry[];
  readonly damaged: readonly DamagedEntry[];
}

const ofClip = (clip: Clip, item: Courseware | undefined): InboxEntry => ({
  id: clip.id,
  title: clip.title,
  kind: clip.kind,
  from: clip.publisher ?? clip.source.portal,
  minutes: clip.minutes ?? undefined,
  // Once an item stands in the library, its filing there counts: it may have been taken back.
  category: (item === undefined ? clip.category : item.category) ?? undefined,
  number: item?.number ?? undefined,
  file: clip.file,
  clippedAt: clip.clippedAt,
  clip,
  item,
});

const ofItem = (item: Courseware): InboxEntry => ({
  id: item.id,
  title: item.title,
  kind: item.kind,
  from: item.publisher ?? item.source?.portal ?? "",
  minutes: item.minutes ?? undefined,
  category: undefined,
  number: undefined,
  file: item.media == null ? { state: "none" } : { state: "held", file: item.media },
  clippedAt: item.clippedAt ?? 0,
  clip: undefined,
  item,
});

/** Sorts the extension's rows and this library's unfiled items into what waits for what. */
export const inboxContent = (
  rows: readonly WaitingRow[],
  items: LibrarySnapshot["items"],
): InboxContent => {
  const listed = [...items.values()].filter(isListed);
  const byId = new Map<string, Courseware>(listed.map((item) => [item.id, item]));
  const clips = rows.flatMap((row) => (row.type === "clip" ? [row.clip] : []));
  const waiting = new Set<string>(clips.map(({ id }) => id));
  const entries = [
    ...clips.map((clip) => ofClip(clip, byId.get(clip.id))),
    ...listed.filter((item) => item.category == null && !waiting.has(item.id)).map(ofItem),
  ].sort((a, b) => b.clippedAt - a.clippedAt || (a.id < b.id ? -1 : 1));
  return {
    unfiled: entries.filter(({ category }) => category === undefined),
    onTheWay: entries.filter(({ category }) => category !== undefined),
    damaged: rows.flatMap((row) => (row.type === "damaged" ? [row] : [])),
  };
};
