import { type RecordState, recordStateSchema } from "@dianbo/shared/changes";
import type { DamagedRow } from "@dianbo/shared/courseware";
import { type RecordId, recordIdSchema, type SiteId } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { LibraryDb, SearchRow } from "./library-db.ts";
import { emptySnapshot, type LibrarySnapshot, withRecords } from "./snapshot.ts";

/** A stored row as a record, if it still is one. */
export const storedRecord = (row: unknown): RecordState | undefined => {
  const parsed = v.safeParse(recordStateSchema, row);
  return parsed.success ? parsed.output : undefined;
};

/** A row that is no record at all any more, with its raw text. */
const damagedRecord = (row: unknown): DamagedRow | undefined => {
  const whole = v.safeParse(recordStateSchema, row);
  const named = v.safeParse(v.object({ id: recordIdSchema, kind: v.string() }), row);
  if (whole.success || !named.success) return undefined;
  return {
    type: "damaged-row",
    ...named.output,
    problems: whole.issues.map((issue) => v.getDotPath(issue) ?? issue.message),
    raw: JSON.stringify(row, null, 2),
  };
};

/** Reads everything that is stored into a snapshot; rows that cannot be read are shown as damaged. */
export const readSnapshot = async (
  db: LibraryDb,
  site: SiteId,
): Promise<Omit<LibrarySnapshot, "revision" | "canUndo" | "canRedo">> => {
  const [rows, searchRows] = await Promise.all([db.records.toArray(), db.search.toArray()]);
  const searchTexts = new Map<RecordId, SearchRow>();
  for (const row of searchRows) {
    const id = v.safeParse(recordIdSchema, row.id);
    if (id.success) searchTexts.set(id.output, row);
  }
  // Each row is parsed once: of 20,000 that alone takes a second and a half.
  const records: RecordState[] = [];
  const unreadable: DamagedRow[] = [];
  for (const row of rows) {
    const record = storedRecord(row);
    const broken = record === undefined ? damagedRecord(row) : undefined;
    if (record !== undefined) records.push(record);
    if (broken !== undefined) unreadable.push(broken);
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
