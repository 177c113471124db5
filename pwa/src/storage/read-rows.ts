/** A whole library's rows, looked through at opening: by hand where there are thousands, by schema where one is odd. */
import { isRecordState, type RecordState, recordStateSchema } from "@dianbo/shared/changes";
import type { DamagedRow } from "@dianbo/shared/courseware";
import { isRecordId, type RecordId, recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { SearchRow } from "./library-db.ts";

/** What became of all rows of the table `records`. */
export interface ReadRows {
  readonly records: readonly RecordState[];
  /** Rows that are no record any more, with their raw text. */
  readonly unreadable: readonly DamagedRow[];
}

/** Reads the rows of the table `records`; what has not even a name is passed over. */
export const readRows = (rows: readonly unknown[]): ReadRows => {
  const records: RecordState[] = [];
  const unreadable: DamagedRow[] = [];
  for (const row of rows) {
    if (isRecordState(row)) {
      records.push(row);
      continue;
    }
    const whole = v.safeParse(recordStateSchema, row);
    const named = v.safeParse(v.object({ id: recordIdSchema, kind: v.string() }), row);
    if (whole.success) records.push(whole.output);
    else if (named.success) {
      unreadable.push({
        type: "damaged-row",
        ...named.output,
        problems: whole.issues.map((issue) => v.getDotPath(issue) ?? issue.message),
        raw: JSON.stringify(row, null, 2),
      });
    }
  }
  return { records, unreadable };
};

/** The rows of the table `search` by the item they belong to. */
export const readSearchRows = (rows: readonly SearchRow[]): Map<RecordId, SearchRow> => {
  const texts = new Map<RecordId, SearchRow>();
  for (const row of rows) if (isRecordId(row.id)) texts.set(row.id, row);
  return texts;
};
