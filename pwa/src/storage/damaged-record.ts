import { type RecordState, recordStateSchema } from "@dianbo/shared/changes";
import type { DamagedRow } from "@dianbo/shared/courseware";
import { recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";

/**
 * What a row is that the quick look did not take: a record after all, in the schema's own reading; no
 * record any more, with its raw text and what does not fit; or nothing that has a name.
 */
export const readOddRow = (row: unknown): RecordState | DamagedRow | undefined => {
  const whole = v.safeParse(recordStateSchema, row);
  if (whole.success) return whole.output;
  const named = v.safeParse(v.object({ id: recordIdSchema, kind: v.string() }), row);
  if (!named.success) return undefined;
  return {
    type: "damaged-row",
    ...named.output,
    problems: whole.issues.map((issue) => v.getDotPath(issue) ?? issue.message),
    raw: JSON.stringify(row, null, 2),
  };
};
