import type { RecordId } from "@dianbo/shared/identity";
import type { ListRow, TakingLibrary } from "@dianbo/shared/sharing";
import { type LibrarySnapshot, numberBookOf, type SiteIdentity } from "../../storage/index.ts";

/** What taking a list needs of this library. */
export const takingLibrary = (
  snapshot: LibrarySnapshot,
  { site, device }: SiteIdentity,
  newId: () => string,
): TakingLibrary => ({
  records: snapshot.records,
  items: snapshot.items,
  menus: snapshot.menus,
  book: numberBookOf(snapshot, device),
  site,
  newId,
});

/** The rows of a list by what taking them does. */
export const byVerdict = (
  rows: readonly ListRow[],
): Readonly<Record<ListRow["verdict"], readonly ListRow[]>> => ({
  new: rows.filter(({ verdict }) => verdict === "new"),
  changed: rows.filter(({ verdict }) => verdict === "changed"),
  "to-settle": rows.filter(({ verdict }) => verdict === "to-settle"),
  same: rows.filter(({ verdict }) => verdict === "same"),
});

/** The items that come along with a ticked menu, whether they are ticked themselves or not. */
export const comingWithMenus = (
  rows: readonly ListRow[],
  ticked: ReadonlySet<RecordId>,
): ReadonlySet<RecordId> => new Set(rows.flatMap(({ id, needs }) => (ticked.has(id) ? needs : [])));

/** What taking rows brings, for the result line and the consequences beside the list. */
export const factsOf = (
  rows: readonly ListRow[],
  theirs: ReadonlySet<RecordId>,
): {
  readonly items: number;
  readonly menus: number;
  readonly changed: number;
  readonly differing: number;
} => {
  const { new: fresh, changed, "to-settle": differing } = byVerdict(rows);
  const settled = differing.filter(({ id }) => theirs.has(id)).length;
  return {
    items: fresh.filter(({ kind }) => kind === "courseware").length,
    menus: fresh.filter(({ kind }) => kind === "set-menu").length,
    changed: changed.length + settled,
    differing: differing.length - settled,
  };
};
