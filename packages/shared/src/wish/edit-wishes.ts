import {
  type Changes,
  create,
  deleteRecord,
  type FieldPut,
  put,
  type RecordState,
} from "../changes/index.ts";
import type { CivilDate } from "../clock/index.ts";
import { type NewId, newRecordId, type RecordId } from "../identity/index.ts";
import type { PastedWish } from "./paste.ts";
import { type WishRow, wishKey } from "./tally.ts";
import type { Ballot } from "./wish.ts";

const slipPuts = (wish: RecordId, count: number, on: CivilDate, newId: NewId) =>
  create({ id: newRecordId(newId), kind: "wish-slip" }, { wish, count, on });

/** Counts a wish again: somebody else asked for the same. */
export const countAgain = (row: WishRow, count: number, on: CivilDate, newId: NewId): Changes => ({
  label: { type: "count-wish", name: row.text, count: row.count + count },
  puts: slipPuts(row.id, count, on, newId).slice(),
});

/** Notes wishes. One that is noted already is counted again, so that it stays one row. */
export const noteWishes = (
  wishes: readonly PastedWish[],
  rows: readonly WishRow[],
  on: CivilDate,
  newId: NewId,
): Changes => {
  const held = new Map(rows.map((row) => [row.key, row]));
  const puts = wishes.flatMap(({ text, count }): readonly FieldPut[] => {
    const row = held.get(wishKey(text));
    if (row !== undefined) return slipPuts(row.id, count, on, newId);
    const id = newRecordId(newId);
    return create({ id, kind: "wish" }, { text, count, notedOn: on });
  });
  const [only] = wishes;
  return {
    label: {
      type: "note-wishes",
      count: wishes.length,
      name: wishes.length === 1 && only !== undefined ? only.text : "",
    },
    puts: puts.slice(),
  };
};

const onAll = (row: WishRow, field: string, value: FieldPut["values"][number]["value"]) =>
  row.wishes.map(({ id }) => put({ id, kind: "wish" }, field, value));

/** Says which item fulfils a wish; `null` takes that back. */
export const linkWish = (row: WishRow, item: RecordId | null): Changes => ({
  label: { type: item === null ? "unlink-wish" : "link-wish", name: row.text },
  puts: onAll(row, "item", item),
});

/** Says why a wish will not be shown; `null` takes that back. */
export const declineWish = (row: WishRow, reason: string | null): Changes => ({
  label: { type: reason === null ? "reopen-wish" : "decline-wish", name: row.text },
  puts: onAll(row, "declined", reason),
});

/** Says that a wish was answered in a way that no list of ours knows; `null` takes that back. */
export const answerWish = (
  row: WishRow,
  answered: { readonly on: CivilDate; readonly how: string } | null,
): Changes => ({
  label: { type: answered === null ? "reopen-wish" : "answer-wish", name: row.text },
  puts: onAll(row, "answered", answered === null ? null : { ...answered }),
});

/** Writes a wish in other words. Its count stays, and goes to the wish of those words where there is one. */
export const rewordWish = (row: WishRow, text: string): Changes => ({
  label: { type: "reword-wish", name: text },
  puts: onAll(row, "text", text),
});

/** Takes a wish off the list, with all that was counted for it. */
export const removeWish = (
  row: WishRow,
  recordOf: (id: RecordId) => RecordState | undefined,
): Changes => ({
  label: { type: "remove-wish", name: row.text },
  puts: row.wishes.flatMap(({ id }) => recordOf(id) ?? []).map(deleteRecord),
});

/** Keeps a tick-list as it is printed. */
export const keepBallot = (
  rows: readonly WishRow[],
  on: CivilDate,
  newId: NewId,
): { readonly id: RecordId; readonly changes: Changes } => {
  const id = newRecordId(newId);
  return {
    id,
    changes: {
      label: { type: "keep-ballot", count: rows.length },
      puts: create(
        { id, kind: "ballot" },
        { on, rows: rows.map((row) => ({ wish: row.id, text: row.text })) },
      ).slice(),
    },
  };
};

/** Enters what was ticked, one count a row; `null` takes that back. */
export const enterTicks = (ballot: Ballot, ticks: readonly number[] | null): Changes => ({
  label: { type: "enter-ticks", count: ticks?.reduce((sum, one) => sum + one, 0) ?? 0 },
  puts: [put({ id: ballot.id, kind: "ballot" }, "ticks", ticks)],
});

/** Throws a tick-list away. */
export const removeBallot = (record: RecordState): Changes => ({
  label: { type: "remove-ballot" },
  puts: [deleteRecord(record)],
});
