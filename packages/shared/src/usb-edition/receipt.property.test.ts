import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { commitOn, countingIds, newPc, plainId, pull, siteNamed } from "../../testing/pc.ts";
import { create, lifeOf } from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import { readCourseware } from "../courseware/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import { readRegister } from "../ledger/index.ts";
import { mergeReceipt, mergeReceipts, type ReceiptLibrary } from "./merge-receipt.ts";
import { type Receipt, readReceipt, receiptName, receiptText } from "./receipt.ts";

const site = siteNamed("qinghe");
const at = (millis: number) => v.parse(instantSchema, millis);
const named = (name: string): RecordId => newRecordId(() => plainId(name));
const MADE = Date.UTC(2026, 10, 24, 8);

const rowArbitrary = fc
  .record({
    name: fc.integer({ min: 1, max: 30 }),
    item: fc.constantFrom("film", "song", "gone"),
    number: fc.option(fc.constantFrom(1014, 1015, 5001), { nil: undefined }),
    startedAt: fc.integer({ min: 0, max: MADE * 2 }),
    played: fc.option(
      fc.record({ seconds: fc.integer({ min: 0, max: 86_400 }), completed: fc.boolean() }),
      { nil: undefined },
    ),
  })
  .map(({ name, item, number, startedAt, played }) => ({
    id: named(`row${name}`),
    item: named(item),
    title: item,
    startedAt: at(startedAt),
    ...(number === undefined ? {} : { number }),
    ...(played === undefined ? {} : { played }),
  }));

const receiptArbitrary = fc
  .record({
    rows: fc.uniqueArray(rowArbitrary, { selector: ({ id }) => id, maxLength: 12 }),
    writtenAt: fc.integer({ min: 0, max: MADE * 2 }),
  })
  .map(
    ({ rows, writtenAt }): Receipt => ({
      site,
      madeAt: at(MADE),
      writtenAt: at(writtenAt),
      rows,
      unreadable: 0,
    }),
  );

/** A PC with a film that is 1014 and was 1015, and a song 5001. */
const pcAtHome = (ids = countingIds("home")) => {
  const pc = newPc(site, ids, at(MADE + 1_000_000));
  commitOn(pc, [
    ...create(
      { id: named("film"), kind: "courseware" },
      { title: "film", kind: "video", number: 1014, formerNumbers: [1015] },
    ),
    ...create(
      { id: named("song"), kind: "courseware" },
      { title: "song", kind: "audio", number: 5001 },
    ),
  ]);
  return pc;
};

const itemsOf = (pc: ReturnType<typeof pcAtHome>) =>
  new Map(
    [...pc.records.values()].flatMap((record) => {
      const read = record.kind === "courseware" ? readCourseware(record, site) : undefined;
      return read?.ok ? [[record.id, read.value] as const] : [];
    }),
  );

const libraryOf = (pc: ReturnType<typeof pcAtHome>): ReceiptLibrary => ({
  site: pc.site,
  has: (id) => pc.records.has(id),
  line: (id) => registerOf(pc).find((line) => line.id === id),
  undone: (id) => {
    const record = pc.records.get(id);
    return record !== undefined && lifeOf(record, site) === "deleted" ? record : undefined;
  },
  items: itemsOf(pc),
});

const mergeOn = (pc: ReturnType<typeof pcAtHome>, receipt: Receipt) => {
  const merged = mergeReceipt(receipt, libraryOf(pc));
  if (!merged.ok) throw new Error(merged.error.type);
  commitOn(pc, merged.value.puts);
  return merged.value;
};

const registerOf = (pc: ReturnType<typeof pcAtHome>) =>
  readRegister(pc.records.values(), site).lines;

describe("a receipt", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(receiptArbitrary, (receipt) => {
        const read = readReceipt(receiptText(receipt));
        if (!read.ok) throw new Error(read.error.type);
        expect(new Map(read.value.rows.map((row) => [row.id, row]))).toEqual(
          new Map(receipt.rows.map((row) => [row.id, row])),
        );
        expect(receiptText(read.value)).toBe(receiptText(receipt));
      }),
    );
  });

  it("never throws, whatever the file holds", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readReceipt(text).ok).toBe(false);
      }),
    );
  });

  it.each([
    ["", "no-receipt"],
    ["[]", "no-receipt"],
    [`{"format":"dianbo-receipt","version":1,"site":"${site}"}`, "no-receipt"],
    [
      JSON.stringify({
        format: "dianbo-receipt",
        version: 2,
        site,
        madeAt: 1,
        writtenAt: 1,
        rows: [],
      }),
      "newer-receipt",
    ],
  ])("%j is refused as %s", (text, type) => {
    expect(readReceipt(text)).toEqual({ ok: false, error: { type } });
  });

  it("leaves out a row that does not fit, and counts it", () => {
    const text = receiptText({
      site,
      madeAt: at(MADE),
      writtenAt: at(MADE),
      rows: [{ id: named("row1"), item: named("film"), title: "film", startedAt: at(MADE) }],
      unreadable: 0,
    }).replace('"rows": [', '"rows": [ {"id": 5},');
    const read = readReceipt(text);
    expect(read.ok && [read.value.rows.length, read.value.unreadable]).toEqual([1, 1]);
  });

  it("is named by its day", () => {
    expect(receiptName(at(MADE))).toBe("点播本回执-2026-11-24.json");
  });
});

describe("merging a receipt into the register", () => {
  it("twice is once, and every row is there", () => {
    fc.assert(
      fc.property(receiptArbitrary, (receipt) => {
        const pc = pcAtHome();
        const first = mergeOn(pc, receipt);
        expect(first.added.length).toBe(receipt.rows.length);
        const register = registerOf(pc);
        expect(new Set(register.map(({ id }) => id))).toEqual(
          new Set(receipt.rows.map(({ id }) => id)),
        );
        const again = mergeOn(pc, receipt);
        expect(again.puts).toEqual([]);
        expect(again.already).toBe(receipt.rows.length);
        expect(registerOf(pc)).toEqual(register);
      }),
    );
  });

  it("on both PCs of a site is once, and nothing waits to be settled", () => {
    fc.assert(
      fc.property(receiptArbitrary, (receipt) => {
        const a = pcAtHome();
        const b = newPc(site, countingIds("second"), at(MADE + 2_000_000));
        pull(b, a);
        mergeOn(a, receipt);
        mergeOn(b, receipt);
        pull(a, b);
        expect(registerOf(a).length).toBe(receipt.rows.length);
        for (const record of a.records.values()) {
          for (const writes of Object.values(record.fields)) {
            expect(new Set(writes.map(({ value }) => JSON.stringify(value))).size).toBe(1);
          }
        }
      }),
    );
  });

  it("overlapping receipts of one stick in any order give the same register", () => {
    fc.assert(
      fc.property(receiptArbitrary, fc.integer({ min: 0, max: 12 }), (receipt, cut) => {
        // Clocks that run: the second receipt holds all that the first did.
        const rows = receipt.rows.map((row, place) => ({ ...row, startedAt: at(MADE + place) }));
        const late = { ...receipt, rows };
        const early = { ...receipt, rows: rows.slice(0, cut) };
        const [one, two] = [pcAtHome(), pcAtHome()];
        for (const given of [early, late]) mergeOn(one, given);
        for (const given of [late, early]) mergeOn(two, given);
        const byId = (pc: typeof one) => new Map(registerOf(pc).map((line) => [line.id, line]));
        expect(byId(one)).toEqual(byId(two));
      }),
    );
  });

  it("all that came home on one stick, at once, is as one after the other", () => {
    fc.assert(
      fc.property(fc.array(receiptArbitrary, { maxLength: 3 }), (any) => {
        // The same row is the same showing, whatever receipt it stands in.
        const receipts = any.map((receipt) => ({
          ...receipt,
          rows: receipt.rows.map((row) => ({
            ...row,
            item: named("film"),
            number: row.id < named("row2") ? 1014 : 1015,
          })),
        }));
        const [one, two] = [pcAtHome(), pcAtHome()];
        const merged = mergeReceipts(receipts, libraryOf(one));
        commitOn(one, merged.puts);
        for (const receipt of receipts) mergeOn(two, receipt);
        const played = (pc: typeof one) =>
          new Map(registerOf(pc).map(({ id, played }) => [id, played]));
        expect(played(one)).toEqual(played(two));
        const numbers = (pc: typeof one) =>
          [...itemsOf(pc)].map(([id, { spokenNumbers }]) => [
            id,
            [...(spokenNumbers ?? [])].sort(),
          ]);
        expect(numbers(one)).toEqual(numbers(two));
        expect(mergeReceipts(receipts, libraryOf(one)).puts).toEqual([]);
      }),
    );
  });

  it("undone, it is taken in again as it was", () => {
    fc.assert(
      fc.property(receiptArbitrary, (receipt) => {
        const pc = pcAtHome();
        mergeOn(pc, receipt);
        const register = registerOf(pc);
        commitOn(pc, pc.undoLine.at(-1)?.puts ?? []);
        expect(registerOf(pc)).toEqual([]);
        expect(mergeOn(pc, receipt).added.length).toBe(receipt.rows.length);
        expect(registerOf(pc)).toEqual(register);
      }),
    );
  });

  it("counts what a stopped clock wrote from the day the stick was made", () => {
    const pc = pcAtHome();
    const row = (name: string, startedAt: number) => ({
      id: named(name),
      item: named("film"),
      number: 1014,
      title: "film",
      startedAt: at(startedAt),
    });
    const merged = mergeOn(pc, {
      site,
      madeAt: at(MADE),
      writtenAt: at(9_000_000),
      rows: [row("row1", 60_000), row("row2", 660_000)],
      unreadable: 0,
    });
    expect(merged.clockWasWrong).toBe(true);
    expect(registerOf(pc).map(({ startedAt }) => startedAt)).toEqual([MADE, MADE + 600_000]);
  });

  it("a film that ran on after the first receipt was written ran as long as the second says", () => {
    const pc = pcAtHome();
    const receipt = (seconds: number, completed: boolean): Receipt => ({
      site,
      madeAt: at(MADE),
      writtenAt: at(MADE + 9),
      rows: [
        {
          id: named("row1"),
          item: named("film"),
          title: "film",
          startedAt: at(MADE + 1),
          played: { seconds, completed },
        },
      ],
      unreadable: 0,
    });
    mergeOn(pc, receipt(60, false));
    expect(mergeOn(pc, receipt(600, true)).longer).toBe(1);
    // The first one once more takes nothing back.
    expect(mergeOn(pc, receipt(60, false)).puts).toEqual([]);
    expect(registerOf(pc).map(({ played }) => played)).toEqual([{ seconds: 600, completed: true }]);
  });

  it("marks the numbers as spoken under which it was called", () => {
    const pc = pcAtHome();
    const row = (name: string, number: number) => ({
      id: named(name),
      item: named("film"),
      number,
      title: "film",
      startedAt: at(MADE + 1),
    });
    mergeOn(pc, {
      site,
      madeAt: at(MADE),
      writtenAt: at(MADE + 2),
      rows: [row("row1", 1014), row("row2", 1015), row("row3", 1099)],
      unreadable: 0,
    });
    expect(itemsOf(pc).get(named("film"))?.spokenNumbers).toEqual([1014, 1015]);
  });

  it("refuses another site's", () => {
    const other = {
      site: siteNamed("other"),
      madeAt: at(0),
      writtenAt: at(0),
      rows: [],
      unreadable: 0,
    };
    expect(
      mergeReceipt(other, { site, has: () => false, line: () => undefined, items: new Map() }),
    ).toEqual({
      ok: false,
      error: { type: "other-site" },
    });
  });
});
