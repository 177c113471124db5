import { type Changes, changesSchema } from "@dianbo/shared/changes";
import type { Instant } from "@dianbo/shared/clock";
import * as v from "valibot";
import type { LibraryDb, UndoRow } from "./library-db.ts";

/** How many acts can be undone; older ones are forgotten. */
const UNDO_STEPS = 500;

/** Notes an act that was done; what had been undone before cannot be done again after it. */
export const noteDone = async (db: LibraryDb, inverse: Changes, at: Instant): Promise<void> => {
  await db.undo.where("state").equals("undone").delete();
  await db.undo.add({ at, inverse, state: "done" });
  await db.undo.orderBy("seq").reverse().offset(UNDO_STEPS).delete();
};

/** The act that is turned round next: the newest done, or the oldest undone. A row that cannot be read is forgotten. */
export const nextToTurn = async (
  db: LibraryDb,
  state: UndoRow["state"],
): Promise<{ readonly row: UndoRow; readonly inverse: Changes } | undefined> => {
  const rows = db.undo.where("state").equals(state);
  const sorted = await rows.primaryKeys();
  const seq = state === "done" ? Math.max(...sorted) : Math.min(...sorted);
  const row = await db.undo.get(seq);
  if (row === undefined) return undefined;
  const inverse = v.safeParse(changesSchema, row.inverse);
  if (inverse.success) return { row, inverse: inverse.output };
  await db.undo.delete(seq);
  return undefined;
};

/** Whether there is an act to undo, or to do again. */
export const undoState = async (
  db: LibraryDb,
): Promise<{ readonly canUndo: boolean; readonly canRedo: boolean }> => {
  const [done, undone] = await Promise.all(
    (["done", "undone"] as const).map((state) => db.undo.where("state").equals(state).count()),
  );
  return { canUndo: (done ?? 0) > 0, canRedo: (undone ?? 0) > 0 };
};
