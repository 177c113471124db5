/** What the tests of the ledgers share. */
import * as v from "valibot";
import { type Changes, commitChanges, inverseOf, type RecordState } from "../src/changes/index.ts";
import { civilDateSchema, instantSchema } from "../src/clock/index.ts";
import { newDeviceId, newSiteId, newWriterId, type RecordId } from "../src/identity/index.ts";
import { allForms, type BookForm, readLedgers, readRow } from "../src/ledger-book/index.ts";
import { monthSchema } from "../src/session/index.ts";

/** The day on which everything is written. */
export const TODAY = v.parse(civilDateSchema, "2026-11-30");
/** Its month. */
export const MONTH = v.parse(monthSchema, "2026-11");

/** A site's ledgers in memory: a pen, a clock that goes on a minute an act, undo. */
export const ledgerBench = () => {
  let ids = 0;
  const newId = () => `ledger-id-${String(++ids).padStart(14, "0")}`;
  const site = newSiteId(newId);
  const writer = newWriterId(newDeviceId(newId), newId);
  const records = new Map<RecordId, RecordState>();
  const undone: Changes[] = [];
  let counter = 1;
  let now = Date.UTC(2026, 10, 1);
  const apply = (changes: Changes, undoable = true): void => {
    const before = new Map(changes.puts.map(({ id }) => [id, records.get(id)] as const));
    const done = commitChanges((id) => records.get(id), changes, {
      site,
      writer,
      post: "A",
      counter,
      stamp: { millis: v.parse(instantSchema, now), tick: 0 },
    });
    counter = done.nextCounter;
    for (const state of done.states) records.set(state.id, state);
    if (undoable) {
      undone.push(
        inverseOf(
          before,
          new Map(done.states.map((state) => [state.id, state])),
          changes.label,
          site,
        ),
      );
    }
  };
  return {
    apply,
    undo: () => {
      const inverse = undone.pop();
      if (inverse !== undefined) apply(inverse, false);
    },
    hand: () => {
      now += 60_000;
      return { post: "A" as const, now: v.parse(instantSchema, now), newId };
    },
    newId,
    site,
    ledgers: () => readLedgers(records.values(), site),
    records,
  };
};

/** A built-in book. */
export const formOf = (id: string): BookForm => {
  const form = allForms([]).find((one) => one.id === id);
  if (form === undefined) throw new Error(id);
  return form;
};

/** A row as it is typed; throws where it is not taken. */
export const rowOf = (form: BookForm, on: string, cells: Record<string, string>) => {
  const read = readRow(form, { on, cells }, TODAY);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
