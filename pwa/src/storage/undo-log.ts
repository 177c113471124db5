import {
  type Changes,
  changesSchema,
  covers,
  deletedValueSchema,
  type RecordState,
  type VersionVector,
} from "@dianbo/shared/changes";
import { type Instant, instantSchema } from "@dianbo/shared/clock";
import type { RecordId } from "@dianbo/shared/identity";
import * as v from "valibot";
import type { Workbench } from "./library.ts";
import type { LibraryDb, UndoRow } from "./library-db.ts";

/** How many acts can be undone; older ones are forgotten. */
const UNDO_STEPS = 500;

/** Notes an act that was done; what had been undone before cannot be done again after it. */
export const noteDone = async (db: LibraryDb, inverse: Changes, at: Instant): Promise<void> => {
  await db.undo.where("state").equals("undone").delete();
  await db.undo.add({ at, inverse, state: "done" });
  await db.undo.orderBy("seq").reverse().offset(UNDO_STEPS).delete();
};

/** An act that is turned round: what is written, and how the line notes it; nothing was left to turn where `undefined`. */
export interface Turning {
  readonly changes: Changes;
  note(inverse: Changes | undefined): Promise<void>;
}

/** The act that is turned round next: the newest done, or the oldest undone. A row that cannot be read is forgotten. */
const nextToTurn = async (
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

/** What leads back to before an act that was done and still stands in the line. */
const doneAct = async (db: LibraryDb, seq: number): Promise<Changes | undefined> => {
  const row = await db.undo.get(seq);
  const inverse = v.safeParse(changesSchema, row?.inverse);
  return row?.state === "done" && inverse.success ? inverse.output : undefined;
};

/**
 * What leads back to before an act, without the records that it brought into being and somebody has written to
 * since: they stay.
 */
const sparingEdited = (inverse: Changes, records: ReadonlyMap<RecordId, RecordState>): Changes => {
  const wasEdited = (id: RecordId, seen: VersionVector): boolean =>
    Object.values(records.get(id)?.fields ?? {})
      .flat()
      .some(({ dot }) => !covers(seen, dot));
  return {
    ...inverse,
    puts: inverse.puts.filter(({ id, field, values }) => {
      const deletion = v.safeParse(deletedValueSchema, values[0]?.value);
      return field !== "deleted" || !deletion.success || !wasEdited(id, deletion.output.seen);
    }),
  };
};

/** The last act of one state, to be turned into the other. */
export const turnNext = async (
  db: LibraryDb,
  from: UndoRow["state"],
  to: UndoRow["state"],
): Promise<Turning | undefined> => {
  const turned = await nextToTurn(db, from);
  if (turned === undefined) return undefined;
  const { row, inverse: changes } = turned;
  return {
    changes,
    note: async (inverse) => {
      if (inverse === undefined) await db.undo.delete(row.seq);
      else await db.undo.put({ ...row, inverse, state: to });
    },
  };
};

/** One act from deep in the line, to be taken back by an act of its own; `name` is what that is called. */
export const turnPast = async (
  db: LibraryDb,
  { seq, name }: { readonly seq: number; readonly name: string },
  { snapshot, clock }: Pick<Workbench, "snapshot" | "clock">,
): Promise<Turning | undefined> => {
  const inverse = await doneAct(db, seq);
  if (inverse === undefined) return undefined;
  return {
    changes: {
      ...sparingEdited(inverse, snapshot.records),
      label: { type: "take-back-list", name },
    },
    note: async (back) => {
      await db.undo.delete(seq);
      if (back !== undefined) await noteDone(db, back, clock.now());
    },
  };
};

/** An act that can be taken back by itself: what it was, and when. */
export interface PastAct {
  readonly seq: number;
  readonly at: Instant;
  readonly label: Changes["label"];
}

/** The acts of one kind that can still be taken back, the newest first; `most` at the most. */
export const pastActs = async (
  db: LibraryDb,
  type: string,
  most: number,
): Promise<readonly PastAct[]> => {
  const rows = await db.undo
    .orderBy("seq")
    .reverse()
    .filter(({ state, inverse }) => state === "done" && inverse?.label?.type === type)
    .limit(most)
    .toArray();
  return rows.flatMap(({ seq, at, inverse }) => {
    const when = v.safeParse(instantSchema, at);
    const changes = v.safeParse(changesSchema, inverse);
    return when.success && changes.success
      ? [{ seq, at: when.output, label: changes.output.label }]
      : [];
  });
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
