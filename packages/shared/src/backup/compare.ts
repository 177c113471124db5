import { lifeOf, type RecordState, type VersionVector } from "../changes/index.ts";
import type { RecordId, SiteId } from "../identity/index.ts";
import type { Backup } from "./backup.ts";

/** How a backup stands to the library here, in items and set menus. */
export interface BackupComparison {
  readonly sameSite: boolean;
  /** Nothing of the site's own is here: samples and what was thrown away do not count. */
  readonly emptyHere: boolean;
  /** Only here: a replacing would take them away. */
  readonly onlyHere: number;
  /** Only in the backup. */
  readonly onlyThere: number;
  /** Changed here since the backup, or in ways it does not know. */
  readonly newerHere: number;
  /** Changed there in ways that are not known here. */
  readonly newerThere: number;
}

/** Whether one side has taken in a write that the other has not. */
const hasMore = (mine: VersionVector, theirs: VersionVector): boolean => {
  const known: Readonly<Record<string, number | undefined>> = theirs;
  return Object.entries(mine).some(([writer, counter]) => (counter ?? 0) > (known[writer] ?? 0));
};

const isCounted = (record: RecordState): boolean =>
  record.kind === "courseware" || record.kind === "set-menu";

const isSample = (record: RecordState): boolean =>
  (record.fields["sample"] ?? []).some(({ value }) => value === true);

/** Whether a library holds nothing of its own: its samples and its waste may be taken away. */
export const isEmptyLibrary = (
  records: ReadonlyMap<RecordId, RecordState>,
  site: SiteId,
): boolean =>
  [...records.values()].every(
    (record) =>
      isSample(record) ||
      record.kind === "number-lease" ||
      record.kind === "set-menu-entry" ||
      lifeOf(record, site) === "deleted",
  );

/** Compares a backup with the library it may go into. */
export const compareBackup = (
  here: ReadonlyMap<RecordId, RecordState>,
  site: SiteId,
  backup: Backup,
): BackupComparison => {
  let [onlyHere, onlyThere, newerHere, newerThere] = [0, 0, 0, 0];
  for (const record of here.values()) {
    if (!isCounted(record)) continue;
    const there = backup.records.get(record.id);
    if (there === undefined) {
      if (lifeOf(record, site) !== "deleted") onlyHere += 1;
      continue;
    }
    if (hasMore(record.seen, there.seen)) newerHere += 1;
    if (hasMore(there.seen, record.seen)) newerThere += 1;
  }
  for (const record of backup.records.values()) {
    if (isCounted(record) && !here.has(record.id) && lifeOf(record, site) !== "deleted") {
      onlyThere += 1;
    }
  }
  return {
    sameSite: backup.manifest.site.id === site,
    emptyHere: isEmptyLibrary(here, site),
    onlyHere,
    onlyThere,
    newerHere,
    newerThere,
  };
};
