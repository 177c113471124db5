import { type FieldPut, fieldPutSchema } from "@dianbo/shared/changes";
import { type Instant, instantSchema } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { Library } from "./library.ts";

/** One act of the undo log as far as it touched one record: what leads back to the state before it. */
export interface KeptAct {
  readonly at: Instant;
  readonly back: readonly FieldPut[];
}

const rowSchema = v.object({
  at: instantSchema,
  state: v.picklist(["done", "undone"]),
  inverse: v.object({ puts: v.array(v.looseObject({ id: v.string() })) }),
});

/**
 * The acts of this PC that touched a record and still stand, the newest first, as far as the undo log
 * reaches. Only puts of the record are parsed: one act may have written 10,000 items.
 */
export const readActsOn = async (
  { db }: Pick<Library, "db">,
  id: RecordId,
): Promise<readonly KeptAct[]> => {
  const acts: KeptAct[] = [];
  await db.undo
    .orderBy("seq")
    .reverse()
    .each((stored: unknown) => {
      const row = v.safeParse(rowSchema, stored);
      if (!row.success || row.output.state !== "done") return;
      const own = row.output.inverse.puts.filter((put) => put.id === id);
      const back = v.safeParse(v.array(fieldPutSchema), own);
      if (back.success && back.output.length > 0)
        acts.push({ at: row.output.at, back: back.output });
    });
  return acts;
};
