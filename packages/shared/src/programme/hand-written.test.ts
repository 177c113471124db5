import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { FieldPut, Json } from "../changes/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { deviceIdSchema, recordIdSchema } from "../identity/index.ts";
import { isHandWritten, noteWritten, writtenByHand } from "./hand-written.ts";
import type { NumberBook } from "./numbering.ts";
import { numberAt } from "./programme-number.ts";

let minted = 0;
const newId = (): string => {
  minted += 1;
  return `test-id-${String(minted).padStart(16, "0")}`;
};
const device = v.parse(deviceIdSchema, newId());

const item = (place: number, more: Partial<Courseware> = {}): Courseware => ({
  id: v.parse(recordIdSchema, newId()),
  life: "alive",
  pending: [],
  title: `第 ${place} 部`,
  kind: "video",
  category: 5,
  number: numberAt(5, place),
  ...more,
});

const bookOf = (...items: readonly Courseware[]): NumberBook => ({ items, leases: [], device });

/** What an item's fields become. */
const after = (puts: readonly FieldPut[], of: Courseware): Record<string, Json> =>
  Object.fromEntries(
    puts
      .filter(({ id }) => id === of.id)
      .map(({ field, values }) => [field, values.at(-1)?.value ?? null]),
  );

const written = (of: Courseware, place: number, book: NumberBook) =>
  writtenByHand(of, numberAt(5, place), book, newId);

describe("本子上已写了", () => {
  it("gives an item the number of the row it was written into, and swaps with one nobody knows", () => {
    const massage = item(18);
    const other = item(17);
    const done = written(massage, 17, bookOf(other, massage));
    if (!done.ok) throw new Error(done.error.type);
    expect(after(done.value.puts, massage)).toMatchObject({
      number: 5017,
      spoken: true,
      spokenAs: [5017],
      handWritten: 5017,
      formerNumbers: [],
    });
    expect(after(done.value.puts, other)).toMatchObject({ number: 5018, formerNumbers: [5017] });
  });

  it("lets a deleted one give way too, so that it never comes back with another's number", () => {
    const gone = item(4, { life: "deleted" });
    const flag = item(1);
    const done = written(flag, 4, bookOf(flag, gone));
    if (!done.ok) throw new Error(done.error.type);
    expect(after(done.value.puts, flag)).toMatchObject({ number: 5004, spokenAs: [5004] });
    expect(after(done.value.puts, gone)).toMatchObject({ number: 5001, formerNumbers: [5004] });
  });

  it("takes an unfiled item to the shelf of the row", () => {
    const fresh = item(1, { number: null, category: null });
    const done = written(fresh, 3, bookOf(item(1), item(2), fresh));
    if (!done.ok) throw new Error(done.error.type);
    expect(after(done.value.puts, fresh)).toMatchObject({ number: 5003, category: 5 });
  });

  it("keeps a number that people know and answers to both", () => {
    const known = item(4, { spoken: true, spokenNumbers: [5004] });
    const done = written(known, 9, bookOf(known));
    if (!done.ok) throw new Error(done.error.type);
    expect(after(done.value.puts, known)).toMatchObject({
      formerNumbers: [5009],
      spokenAs: [5004, 5009],
    });
    expect(after(done.value.puts, known)).not.toHaveProperty("number");
  });

  it("never takes what people were told from another item, deleted or not", () => {
    const fresh = item(8);
    const printed = item(7, { spoken: true, spokenNumbers: [5007] });
    for (const life of ["alive", "deleted"] as const) {
      expect(written(fresh, 7, bookOf({ ...printed, life }, fresh))).toEqual({
        ok: false,
        error: { type: "number-taken", number: 5007 },
      });
    }
  });

  it("takes no row that no book of ours has", () => {
    const fresh = item(2);
    expect(written(fresh, 900, bookOf(fresh))).toEqual({
      ok: false,
      error: { type: "no-blank-row", number: 5900 },
    });
  });

  it("marks what was copied from the slip as spoken, under the number it has", () => {
    const one = item(17);
    const { puts } = noteWritten([one, item(18, { number: null })]);
    expect(after(puts, one)).toEqual({ spoken: true, spokenAs: [5017], handWritten: 5017 });
    expect(isHandWritten({ ...one, handWritten: 5017 })).toBe(true);
    expect(isHandWritten({ ...one, handWritten: 5016 })).toBe(false);
  });
});
