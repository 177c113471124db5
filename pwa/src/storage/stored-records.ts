import { isRecordState, type RecordState } from "@dianbo/shared/changes";
import type { DamagedRow } from "@dianbo/shared/courseware";
import { isRecordId, type RecordId, type SiteId } from "@dianbo/shared/identity";
import type { LibraryDb, SearchRow } from "./library-db.ts";
import { emptySnapshot, type LibrarySnapshot, withRecords } from "./snapshot.ts";

/** A stored row as a record, if it still is one. */
export const storedRecord = (row: unknown): RecordState | undefined =>
  isRecordState(row) ? row : undefined;

/** Reads everything that is stored into a snapshot; rows that cannot be read are shown as damaged. */
export const readSnapshot = async (
  db: LibraryDb,
  site: SiteId,
): Promise<Omit<LibrarySnapshot, "revision" | "canUndo" | "canRedo">> => {
  const [rows, searchRows] = await Promise.all([db.records.toArray(), db.search.toArray()]);
  const searchTexts = new Map<RecordId, SearchRow>();
  for (const row of searchRows) {
    if (isRecordId(row.id)) searchTexts.set(row.id, row);
  }
  const records: RecordState[] = [];
  const unreadable: DamagedRow[] = [];
  for (const row of rows) {
    if (isRecordState(row)) {
      records.push(row);
      continue;
    }
    const odd = await import("./damaged-record.ts").then(({ readOddRow }) => readOddRow(row));
    if (odd === undefined) continue;
    if ("type" in odd) unreadable.push(odd);
    else records.push(odd);
  }
  const loaded = withRecords(emptySnapshot, records, site);
  const damaged = new Map(loaded.damaged);
  for (const row of unreadable) damaged.set(row.id, row);
  return { ...loaded, damaged, searchTexts };
};

/**
 * The records that a set of changes touches. A row that cannot be read stops the write: it is kept as
 * it is, and nothing is written over it.
 * @throws where one of the rows cannot be read
 */
export const recordsToWrite = async (
  db: LibraryDb,
  ids: readonly RecordId[],
): Promise<ReadonlyMap<RecordId, RecordState>> => {
  const current = new Map<RecordId, RecordState>();
  for (const row of await db.records.bulkGet([...ids])) {
    if (row === undefined) continue;
    const record = storedRecord(row);
    if (record === undefined) throw new Error(`unreadable row ${row.id}`);
    current.set(record.id, record);
  }
  return current;
};
