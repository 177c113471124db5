import { type RecordState, recordStateSchema } from "@dianbo/shared/changes";
import type { RecordId, SiteId } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { LibraryDb } from "./library-db.ts";
// Not fetched late: the extension's service worker opens a library too, and there nothing may be.
import { readRows, readSearchRows } from "./read-rows.ts";
import { emptySnapshot, type LibrarySnapshot, withRecords } from "./snapshot.ts";

/** A stored row as a record, if it still is one. */
export const storedRecord = (row: unknown): RecordState | undefined => {
  const parsed = v.safeParse(recordStateSchema, row);
  return parsed.success ? parsed.output : undefined;
};

/** Reads everything that is stored into a snapshot; rows that cannot be read are shown as damaged. */
export const readSnapshot = async (
  db: LibraryDb,
  site: SiteId,
): Promise<Omit<LibrarySnapshot, "revision" | "canUndo" | "canRedo">> => {
  const [rows, searchRows] = await Promise.all([db.records.toArray(), db.search.toArray()]);
  const { records, unreadable } = readRows(rows);
  const loaded = withRecords(emptySnapshot, records, site);
  const damaged = new Map(loaded.damaged);
  for (const row of unreadable) damaged.set(row.id, row);
  return { ...loaded, damaged, searchTexts: readSearchRows(searchRows) };
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
