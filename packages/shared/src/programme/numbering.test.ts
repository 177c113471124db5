import { describe, expect, test } from "vitest";
import { countingIds, siteNamed } from "../../testing/pc.ts";
import type { Category } from "../category/index.ts";
import { commitChanges } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { type Courseware, readCourseware } from "../courseware/index.ts";
import { newDeviceId, newRecordId, newWriterId } from "../identity/index.ts";
import { addCourseware, fileCourseware } from "./file-courseware.ts";
import { findNumberClashes, settleNumberClashes } from "./number-clashes.ts";
import type { NumberLease } from "./number-lease.ts";
import { allocateNumbers, LEASE_SIZE, type NumberBook, numberOnFiling } from "./numbering.ts";
import { buildProgrammeList } from "./programme-list.ts";
import { numberAt, parseProgrammeNumber, placeOf, shelfOf } from "./programme-number.ts";
import { speakNumbers } from "./speak-numbers.ts";

const newId = countingIds("id");
const site = siteNamed("site");
const here = newDeviceId(newId);
const there = newDeviceId(newId);

const item = (fields: Partial<Courseware>): Courseware => ({
  id: newRecordId(newId),
  title: "t",
  kind: "video",
  life: "alive",
  pending: [],
  ...fields,
});

const lease = (device: typeof here, category: Category, from: number): NumberLease => ({
  id: newRecordId(newId),
  device,
  category,
  from,
  to: from + LEASE_SIZE - 1,
});

const book = (items: readonly Courseware[], leases: readonly NumberLease[] = []): NumberBook => ({
  items,
  leases,
  device: here,
});

const next = (from: NumberBook, category: Category, count = 1): readonly number[] => {
  const allocation = allocateNumbers(from, category, count, newId);
  if (!allocation.ok) throw new Error(allocation.error.type);
  return allocation.value.numbers;
};

describe("what is a programme number", () => {
  test("the category's digit, then three digits that grow to four", () => {
    const good = [1001, 1014, 5999, 11000, 59999];
    const bad = [
      0,
      8,
      99,
      101,
      999,
      1000,
      10000,
      10999,
      6001,
      100000,
      1014.5,
      Number.NaN,
      "x",
      null,
    ];
    expect(good.map(parseProgrammeNumber)).toEqual(good);
    expect(bad.map(parseProgrammeNumber)).toEqual(bad.map(() => undefined));
    expect(parseProgrammeNumber("1014")).toBe(1014);
    expect([numberAt(1, 14), numberAt(5, 999), numberAt(1, 1000)]).toEqual([1014, 5999, 11000]);
    expect(
      good.map((number) =>
        numberAt(
          shelfOf(parseProgrammeNumber(number) ?? numberAt(1, 1)),
          placeOf(parseProgrammeNumber(number) ?? numberAt(1, 1)),
        ),
      ),
    ).toEqual(good);
  });
});

describe("giving numbers", () => {
  test("an empty shelf begins at 1, a taken-over book goes on behind its last", () => {
    expect(next(book([]), 3)).toEqual([3001]);
    expect(next(book([item({ number: 1018 })]), 1, 2)).toEqual([1019, 1020]);
  });

  test("never reuses what an item has, had, or two posts have not agreed on", () => {
    const items = [
      item({ number: 1001, life: "deleted" }),
      item({ number: 2001, formerNumbers: [1002] }),
      item({ number: 2002, waitingNumbers: [1003], pending: ["number"] }),
    ];
    expect(next(book(items, [lease(here, 1, 1)]), 1, 2)).toEqual([1004, 1005]);
  });

  test("a shelf passes 999 into five digits and ends at 9999", () => {
    expect(next(book([item({ number: 4998 })]), 4, 3)).toEqual([4999, 41000, 41001]);
    expect(allocateNumbers(book([item({ number: 49999 })]), 4, 1, newId)).toEqual({
      ok: false,
      error: { type: "shelf-full", category: 4 },
    });
  });

  test("two posts lease blocks apart; each gives from its own", () => {
    const leases = [lease(here, 1, 1), lease(there, 1, 11)];
    expect(next(book([item({ number: 1001 }), item({ number: 1011 })], leases), 1)).toEqual([1002]);
    expect(next({ ...book([item({ number: 1001 })], leases), device: there }, 1)).toEqual([1011]);
    expect(next(book([], [lease(there, 1, 1)]), 1)).toEqual([1011]);
  });

  test("a block that both leased offline belongs to one of them once they have met", () => {
    const leases = [lease(there, 1, 1), lease(here, 1, 1)];
    expect(next(book([], leases), 1)).toEqual([1011]);
    expect(next({ ...book([], leases), device: there }, 1)).toEqual([1001]);
  });

  test("many are filed at once as they would be one by one, also where two had the same number once", () => {
    const items = [
      item({ title: "甲", formerNumbers: [2007] }),
      item({ title: "乙" }),
      item({ title: "丙", formerNumbers: [2007] }),
      item({ title: "丁", category: 3, number: 3001 }),
      item({ title: "戊", category: 3, number: 3002, spoken: true }),
    ];
    const filed = fileCourseware(items, 2, book(items), newId);
    if (!filed.ok) throw new Error(filed.error.type);
    const given = filed.value.puts
      .filter(({ kind, field }) => kind === "courseware" && field === "number")
      .map(({ values }) => values.at(-1)?.value);
    expect(given).toEqual([2007, 2008, 2009, 2010]);
  });

  test("thousands are filed while one waits", () => {
    const items = Array.from({ length: 5000 }, (_, at) =>
      item({ title: `第 ${at} 部`, category: 3, number: 30_000 + 1000 + at }),
    );
    const started = performance.now();
    expect(fileCourseware(items, 2, book(items), newId).ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("several items filed at once get numbers one after another", () => {
    const items = [item({}), item({}), item({})];
    const filed = fileCourseware(items, 2, book(items), newId);
    const numbers = (filed.ok ? filed.value.puts : []).filter(({ field }) => field === "number");
    expect(numbers.map(({ values }) => values[0]?.value)).toEqual([2001, 2002, 2003]);
  });

  test("a number already written into the paper book is kept", () => {
    const added = addCourseware(
      newRecordId(newId),
      { title: "t", kind: "video", category: 1, number: 1077 },
      book([]),
      newId,
    );
    const numbers = (added.ok ? added.value.puts : []).filter(({ field }) => field === "number");
    expect(numbers.map(({ values }) => values[0]?.value)).toEqual([1077]);
  });
});

describe("filing again", () => {
  const numberPut = (one: Courseware, category: Category, items: readonly Courseware[]) => {
    const filed = numberOnFiling(one, category, book(items), newId);
    const puts = filed.ok ? filed.value : [];
    return Object.fromEntries(
      puts
        .filter(({ kind }) => kind === "courseware")
        .map(({ field, values }) => [field, values[0]?.value]),
    );
  };

  test("an unspoken number is retired, and taken up again on the way back", () => {
    const one = item({ number: 1001, category: 1 });
    expect(numberPut(one, 2, [one])).toEqual({ number: 2001, formerNumbers: [1001] });
    const moved = item({ number: 2001, formerNumbers: [1001], category: 2 });
    expect(numberPut(moved, 1, [moved])).toEqual({ number: 1001, formerNumbers: [2001] });
  });

  test("a former number that another item carries by now is not taken up again", () => {
    const moved = item({ number: 2001, formerNumbers: [1001], category: 2 });
    expect(numberPut(moved, 1, [moved, item({ number: 1001 })])["number"]).toBe(1002);
  });

  test("a spoken number never moves", () => {
    const one = item({ number: 1001, category: 1, spoken: true });
    expect(numberPut(one, 2, [one])).toEqual({});
    const known = { ...one, spokenNumbers: [1001] };
    const puts = speakNumbers([known, item({}), item({ number: 1002 })]);
    expect(puts.map(({ field, values }) => [field, values[0]?.value])).toEqual([
      ["spoken", true],
      ["spokenAs", [1002]],
    ]);
  });
});

describe("the same number twice", () => {
  const at = (millis: number) => fixedClock(millis).now();
  const early = item({ number: 1001, clippedAt: at(1) });
  const late = item({ number: 1001, clippedAt: at(2) });

  const clashes: readonly (readonly [
    string,
    Courseware,
    Courseware,
    readonly Courseware[],
    readonly Courseware[],
  ])[] = [
    ["the earlier keeps it", early, late, [early], [late]],
    ["unless only the other was spoken", early, { ...late, spoken: true }, [late], [early]],
    [
      "both answer where both were",
      { ...early, spoken: true },
      { ...late, spoken: true },
      [early, late],
      [],
    ],
    [
      "an item that one post played while the other moved it still owns that number",
      { ...early, number: 2001, formerNumbers: [1001], spoken: true, spokenNumbers: [1001] },
      late,
      [early],
      [late],
    ],
    [
      "a deleted item's spoken number goes to nobody",
      { ...early, spoken: true, life: "deleted" },
      late,
      [],
      [late],
    ],
  ];

  test.each(clashes)("%s", (_, a, b, keepers, losers) => {
    for (const items of [
      [a, b],
      [b, a],
    ]) {
      const [clash] = findNumberClashes(items);
      expect(clash?.keepers.map(({ id }) => id)).toEqual(keepers.map(({ id }) => id));
      expect(clash?.losers.map(({ id }) => id)).toEqual(losers.map(({ id }) => id));
    }
  });

  test("a deleted item that nobody heard of has no claim", () => {
    expect(findNumberClashes([{ ...early, life: "deleted" }, late])).toEqual([]);
  });

  test("every loser gets a number of its own, from one block", () => {
    const losers = [3, 4, 5].map((millis) => item({ number: 1001, clippedAt: at(millis) }));
    const settled = settleNumberClashes(book([early, ...losers]), newId);
    const puts = settled.ok ? settled.value.puts : [];
    const given = puts
      .filter(({ field }) => field === "number")
      .map(({ values }) => values[0]?.value);
    expect(given).toEqual([1002, 1003, 1004]);
    expect(puts.filter(({ field }) => field === "device")).toHaveLength(1);
  });

  test("one item that two posts numbered answers to both numbers", () => {
    const record = { id: newRecordId(newId), kind: "courseware" };
    const put = (field: string, value: unknown) => ({
      ...record,
      field,
      values: [{ value: JSON.parse(JSON.stringify(value)) }],
      over: "shown" as const,
    });
    const write = (device: typeof here, number: number, now: number) =>
      commitChanges(
        () => undefined,
        {
          label: { type: "t" },
          puts: [put("title", "t"), put("kind", "video"), put("number", number)],
        },
        {
          site,
          writer: newWriterId(device, newId),
          post: "A",
          counter: 1,
          stamp: { millis: at(now), tick: 0 },
        },
      ).states[0];
    const [a, b] = [write(here, 1003, 5), write(there, 1013, 9)];
    if (a === undefined || b === undefined) throw new Error("nothing was written");
    const both = {
      ...a,
      seen: { ...a.seen, ...b.seen },
      fields: {
        ...a.fields,
        number: [...(a.fields["number"] ?? []), ...(b.fields["number"] ?? [])],
      },
    };
    const read = readCourseware(both, site);
    if (!read.ok) throw new Error("damaged");
    expect([read.value.number, read.value.waitingNumbers]).toEqual([1013, [1003]]);
    const settled = settleNumberClashes(book([read.value]), newId);
    const puts = settled.ok ? settled.value.puts : [];
    expect(puts.map(({ field, values, over }) => [field, values[0]?.value, over])).toEqual([
      ["number", 1013, "all"],
      ["formerNumbers", [1003], "all"],
    ]);
  });

  test("an item that was played under a number while it was moved goes back to that number", () => {
    const one = item({
      number: 2001,
      formerNumbers: [1001],
      spoken: true,
      spokenNumbers: [1001],
    });
    const items = [one, item({ number: 2001, spokenNumbers: [2001] })];
    const settled = settleNumberClashes(book(items), newId);
    const puts = settled.ok ? settled.value.puts : [];
    expect(puts.map(({ id, field, values }) => [id, field, values[0]?.value])).toEqual([
      [one.id, "number", 1001],
      [one.id, "formerNumbers", [2001]],
    ]);
  });
});

describe("the programme list", () => {
  test("rows by shelf and number; blank rows carry the next numbers; deleted items have no row", () => {
    const items = [
      item({ number: 11000 }),
      item({ number: 1002 }),
      item({ number: 1003, life: "deleted" }),
      item({ number: 2001, life: "deleted-but-edited" }),
      item({}),
    ];
    const [first, second, third] = buildProgrammeList({ items, leases: [] }, 2);
    expect(first?.rows.map(({ number }) => number)).toEqual([1002, 11000]);
    expect(first?.blanks.map(({ number }) => number)).toEqual([11001, 11002]);
    expect(second?.rows.map(({ number }) => number)).toEqual([2001]);
    expect(third?.blanks.map(({ number }) => number)).toEqual([3001, 3002]);
  });
});
