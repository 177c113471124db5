import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { commitChanges, type FieldPut, type RecordState } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { readCourseware } from "../courseware/index.ts";
import { newDeviceId, newSiteId, newWriterId, type RecordId } from "../identity/index.ts";
import { readEdition } from "./edition.ts";
import { addCourseware } from "./file-courseware.ts";
import { readNumberLease } from "./number-lease.ts";
import { allocateNumbers, type NumberBook } from "./numbering.ts";
import { nextEditionNumber, printEdition } from "./print-edition.ts";

let minted = 0;
const newId = (): string => {
  minted += 1;
  return `test-id-${String(minted).padStart(12, "0")}`;
};
const site = newSiteId(newId);
const device = newDeviceId(newId);
const writer = newWriterId(device, newId);
const clock = fixedClock(1_790_000_000_000);
const none = { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } as const;

/** A store in a map, enough to see what the changes come to. */
const shelfOfRecords = () => {
  const records = new Map<RecordId, RecordState>();
  let counter = 1;
  const keep = (puts: readonly FieldPut[]): void => {
    const done = commitChanges(
      (id) => records.get(id),
      { label: { type: "test" }, puts: [...puts] },
      {
        site,
        writer,
        post: "A",
        counter,
        stamp: { millis: clock.now(), tick: 0 },
      },
    );
    counter = done.nextCounter;
    for (const state of done.states) records.set(state.id, state);
  };
  const book = (): NumberBook => ({
    items: [...records.values()].flatMap((record) => {
      const read = record.kind === "courseware" ? readCourseware(record, site) : undefined;
      return read?.ok === true ? [read.value] : [];
    }),
    leases: [...records.values()].flatMap((record) => {
      const read = record.kind === "number-lease" ? readNumberLease(record, site) : undefined;
      return read?.ok === true ? [read.value] : [];
    }),
    device,
  });
  const editions = () =>
    [...records.values()].flatMap((record) => {
      const read = record.kind === "edition" ? readEdition(record, site) : undefined;
      return read?.ok === true ? [read.value] : [];
    });
  const add = (title: string): void => {
    const id = v.parse(
      v.custom<RecordId>((value) => typeof value === "string"),
      newId(),
    );
    const added = addCourseware(id, { title, kind: "video", category: 1 }, book(), newId);
    if (added.ok) keep(added.value.puts);
  };
  return { keep, book, editions, add };
};

describe("printing an edition", () => {
  it("records number, month and time, and marks every printed number as spoken", () => {
    const shelf = shelfOfRecords();
    shelf.add("一");
    shelf.add("二");
    const printed = printEdition(
      shelf.book(),
      { number: 1, month: "2026-11", at: clock.now() },
      none,
      newId,
    );
    if (!printed.ok) throw new Error(printed.error.type);
    shelf.keep(printed.value.puts);
    expect(shelf.book().items.map(({ spoken }) => spoken)).toEqual([true, true]);
    expect(shelf.editions()).toMatchObject([
      { number: 1, month: "2026-11", printedAt: clock.now() },
    ]);
    expect(nextEditionNumber(shelf.editions())).toBe(2);
  });

  it("reserves the numbers of blank rows, and the next items get them in order", () => {
    const shelf = shelfOfRecords();
    shelf.add("一");
    const blank = allocateNumbers(shelf.book(), 1, 12, newId);
    if (!blank.ok) throw new Error(blank.error.type);
    const printed = printEdition(
      shelf.book(),
      { number: 3, month: "2026-12", at: clock.now() },
      { ...none, 1: 12, 5: 2 },
      newId,
    );
    if (!printed.ok) throw new Error(printed.error.type);
    shelf.keep(printed.value.puts);
    for (const title of ["二", "三", "四"]) shelf.add(title);
    const numbers = shelf.book().items.flatMap(({ number }) => number ?? []);
    expect(numbers.slice(1)).toEqual(blank.value.numbers.slice(0, 3));
    const places = shelf.book().leases.filter(({ category }) => category === 1);
    expect(Math.max(...places.map(({ to }) => to))).toBeGreaterThanOrEqual(13);
    expect(shelf.book().leases.some(({ category }) => category === 5)).toBe(true);
  });

  it("numbers the first edition 1", () => {
    expect(nextEditionNumber([])).toBe(1);
  });
});
