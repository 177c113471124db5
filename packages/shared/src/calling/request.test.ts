import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countingIds, siteNamed } from "../../testing/pc.ts";
import { commitChanges } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { type Courseware, readCourseware } from "../courseware/index.ts";
import { newDeviceId, newRecordId, newWriterId } from "../identity/index.ts";
import { loadSampleLibrary } from "../sample/index.ts";
import { readSetMenu, type SetMenu } from "../set-menu/index.ts";
import { buildCallBook, digitsOf, nearest, resolveCall } from "./request.ts";

const newId = countingIds("id");
const site = siteNamed("site");

const item = (fields: Partial<Courseware>): Courseware => ({
  id: newRecordId(newId),
  title: "t",
  kind: "video",
  life: "alive",
  pending: [],
  ...fields,
});

const menu = (number: number, fields: Partial<SetMenu> = {}): SetMenu => ({
  id: newRecordId(newId),
  name: `套餐 ${number}`,
  number,
  life: "alive",
  ...fields,
});

const sample = (() => {
  const clock = fixedClock(Date.UTC(2026, 10, 24));
  const changes = loadSampleLibrary(
    { numbers: new Set(), menuNumbers: new Set() },
    { clock, newId, random: () => 0.5 },
  );
  const writer = newWriterId(newDeviceId(newId), newId);
  const pen = {
    site,
    writer,
    post: undefined,
    counter: 1,
    stamp: { millis: clock.now(), tick: 0 },
  };
  const { states } = commitChanges(() => undefined, changes, pen);
  const items = states.flatMap((record) => {
    const read = record.kind === "courseware" ? readCourseware(record, site) : undefined;
    return read?.ok === true ? [read.value] : [];
  });
  const menus = states.flatMap((record) => {
    const read = record.kind === "set-menu" ? readSetMenu(record, site) : undefined;
    return read?.ok === true ? [read.value] : [];
  });
  return buildCallBook(items, menus);
})();

describe("what typed digits call, with the sample library", () => {
  test("the library is whole", () => {
    expect([sample.byNumber.size, sample.menus.size, digitsOf(sample)]).toEqual([86, 10, 4]);
  });

  test("four digits name an item", () => {
    const called = resolveCall("1014", sample);
    expect(called.type === "item" && called.item.title).toBe("微党课：一面党旗的故事");
  });

  test("one or two digits are a set menu, with the numbers that may follow", () => {
    const eight = resolveCall("8", sample);
    expect(eight.type === "set-menu" && eight.menu.name).toBe("银发数字餐");
    const ten = resolveCall("10", sample);
    expect(ten.type === "set-menu" && ten.following.length).toBe(18);
  });

  test("three digits are always a number half typed, and say which keys lead on", () => {
    const half = resolveCall("101", sample);
    expect(half.type === "half" && [half.category, [...half.keys].sort().join("")]).toEqual([
      1,
      "012345678",
    ]);
  });

  test("5019 is met with 5016, because below 9 lies 6", () => {
    const called = resolveCall("5019", sample);
    if (called.type !== "unknown") throw new Error(called.type);
    expect(called.shelfEnd).toBe(5016);
    expect([called.near[0]?.number, called.near[0]?.reason]).toEqual([
      5016,
      { type: "next-key", typed: "9", meant: "6", where: "below" },
    ]);
    expect(called.near).toHaveLength(3);
  });

  test("two digits swapped are known", () => {
    const [first] = nearest("5060", sample);
    expect([first?.number, first?.reason]).toEqual([
      5006,
      { type: "swapped", first: "0", second: "6" },
    ]);
  });

  test("digits that lead nowhere are unknown at once", () => {
    expect(
      ["9", "12", "19", "6001", "0"].map((digits) => resolveCall(digits, sample).type),
    ).toEqual(["set-menu", "unknown", "unknown", "unknown", "unknown"]);
    expect(resolveCall("", sample).type).toBe("nothing");
  });
});

describe("the keypad's book", () => {
  test("two that were both spoken are both shown", () => {
    const called = resolveCall(
      "1001",
      buildCallBook([item({ number: 1001 }), item({ number: 1001 })], []),
    );
    expect(called.type === "several" && called.items.length).toBe(2);
  });

  test("a former number still calls its item, but never against one that carries it, even a deleted one", () => {
    const moved = item({ number: 2001, formerNumbers: [1001, 1002, 1003] });
    const book = buildCallBook(
      [moved, item({ number: 1002 }), item({ number: 1003, life: "deleted" })],
      [],
    );
    expect(book.byNumber.get(1001)?.[0]?.id).toBe(moved.id);
    expect(book.byNumber.get(1002)?.[0]?.id).not.toBe(moved.id);
    expect(book.byNumber.has(1003)).toBe(false);
  });

  test("a deleted menu is not called; of two with one number the same one answers on every PC", () => {
    const [a, b] = [menu(8), menu(8)];
    expect(buildCallBook([], [a, b]).menus.get(8)).toEqual(a);
    expect(buildCallBook([], [b, a]).menus.get(8)).toEqual(a);
    expect(buildCallBook([], [menu(7, { life: "deleted" })]).menus.size).toBe(0);
  });

  test("menu 12 is reached by 1 then 2, though there is no menu 1", () => {
    const book = buildCallBook([item({ number: 1001 })], [menu(12)]);
    const half = resolveCall("1", book);
    expect(half.type === "half" && [...half.keys].sort()).toEqual(["0", "2"]);
    expect(resolveCall("12", book).type).toBe("set-menu");
  });

  test("property: every number resolves to its item, and its digits lead there key by key", () => {
    const number = fc
      .integer({ min: 1, max: 9999 })
      .chain((place) =>
        fc
          .constantFrom(1, 2, 3, 4, 5)
          .map((shelf) => Number(`${shelf}${String(place).padStart(3, "0")}`)),
      );
    fc.assert(
      fc.property(
        fc.uniqueArray(number, { minLength: 1, maxLength: 40, size: "max" }),
        (numbers) => {
          const book = buildCallBook(
            numbers.map((one) => item({ number: one })),
            [],
          );
          for (const one of numbers) {
            const called = resolveCall(String(one), book);
            expect(called.type === "item" && called.item.number).toBe(one);
            const text = String(one);
            for (let typed = 1; typed < text.length; typed += 1) {
              const half = resolveCall(text.slice(0, typed), book);
              if (half.type === "half") expect(half.keys.has(text.charAt(typed))).toBe(true);
              else expect(half.type).toBe("item");
            }
          }
        },
      ),
    );
  });
});

describe("a number that two items share", () => {
  const keeper = item({ title: "党旗", number: 1014 });
  const moved = item({ title: "反诈", number: 1031, formerNumbers: [1014] });
  const called = (digits: string, sharesNumber: number | null) => {
    const book = buildCallBook([keeper, { ...moved, sharesNumber }], []);
    const seen = resolveCall(digits, book);
    if (seen.type === "several") return seen.items.map(({ title }) => title);
    return seen.type === "item" ? [seen.item.title] : [];
  };

  test("is answered by both until the next edition, and by its keeper from then on", () => {
    expect(called("1014", 1014)).toEqual(["党旗", "反诈"]);
    expect(called("1031", 1014)).toEqual(["反诈"]);
    expect(called("1014", null)).toEqual(["党旗"]);
  });
});
