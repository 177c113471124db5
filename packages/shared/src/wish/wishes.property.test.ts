import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, type Pc, pull, siteNamed } from "../../testing/pc.ts";
import { type CivilDate, civilDateSchema, fixedClock } from "../clock/index.ts";
import {
  countAgain,
  noteWishes,
  readWishBook,
  readWishes,
  removeWish,
  tallyWishes,
  type WishRow,
  wishKey,
} from "./index.ts";

const site = siteNamed("site");
const ON = v.parse(civilDateSchema, "2026-11-24");
const NOW = fixedClock(Date.UTC(2026, 10, 24)).now();

const open = (name: string) => {
  const newId = countingIds(name);
  return { pc: newPc(site, newId, NOW), newId };
};
const rowsOn = (pc: Pc): readonly WishRow[] => tallyWishes(readWishBook(pc.records.values(), site));
const note = ({ pc, newId }: ReturnType<typeof open>, text: string, on: CivilDate = ON): void => {
  commitOn(pc, noteWishes(readWishes(text).wishes, rowsOn(pc), on, newId).puts);
};
const counted = (pc: Pc): readonly (readonly [string, number])[] =>
  rowsOn(pc).map(({ text, count }) => [text, count] as const);

const TEXTS = [
  "高血压用药怎么减",
  "手机怎么挂号",
  "腌菜安全不安全",
  "地道战",
  "八段锦",
  "𠮷野家㐂",
];

describe("the tally", () => {
  test("the same wish twice is one row that counts two, however it is written", () => {
    const side = open("a");
    for (const text of ["《地道战》", " 地道 战 ", "地道战。", "手机怎么挂号？"]) note(side, text);
    expect(counted(side.pc)).toEqual([
      ["《地道战》", 3],
      ["手机怎么挂号？", 1],
    ]);
  });

  test("property: every slip counts once, on two PCs that meet in any order, and undo takes one away", () => {
    const slips = fc.array(
      fc.record({
        text: fc.constantFrom(...TEXTS),
        there: fc.boolean(),
        meet: fc.integer({ min: 0, max: 4 }).map((at) => at === 0),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(slips, (chosen) => {
        const here = open("here");
        const there = open("there");
        const expected = new Map<string, number>();
        for (const { text, there: isThere, meet } of chosen) {
          note(isThere ? there : here, text);
          expected.set(text, (expected.get(text) ?? 0) + 1);
          if (meet) pull(isThere ? here.pc : there.pc, isThere ? there.pc : here.pc);
        }
        pull(here.pc, there.pc);
        pull(there.pc, here.pc);
        expect(counted(here.pc)).toEqual(counted(there.pc));
        expect(Object.fromEntries(counted(here.pc))).toEqual(Object.fromEntries(expected));
        const [row] = rowsOn(here.pc);
        if (row === undefined) return;
        const again = commitOn(here.pc, countAgain(row, 3, ON, here.newId).puts);
        expect(rowsOn(here.pc).find(({ key }) => key === row.key)?.count).toBe(row.count + 3);
        commitOn(here.pc, again.inverse.puts);
        expect(rowsOn(here.pc)).toEqual(rowsOn(there.pc));
        commitOn(here.pc, removeWish(row, (id) => here.pc.records.get(id)).puts);
        expect(rowsOn(here.pc).some(({ key }) => key === row.key)).toBe(false);
      }),
    );
  });

  test("property: the order of the records makes no difference", () => {
    const side = open("a");
    for (const text of [...TEXTS, ...TEXTS.slice(2), ...TEXTS.slice(4)]) note(side, text);
    const records = [...side.pc.records.values()];
    const whole = rowsOn(side.pc);
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: records.length }), (shuffled) => {
        expect(tallyWishes(readWishBook(shuffled, site))).toEqual(whole);
      }),
    );
  });

  test("property: a key never changes by being made again, and no text has none", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        if (text.trim() === "") return;
        const key = wishKey(text);
        expect(key).not.toBe("");
        expect(wishKey(key)).toBe(key);
      }),
    );
  });
});

describe("what is typed or pasted", () => {
  test("one wish a line, numbering dropped, counts taken, the same one once", () => {
    const read = readWishes(
      "1. 高血压用药怎么减\r\n2、手机怎么挂号 ×3\n（3）地道战（2人）\n\n● 八段锦\t4\n手机怎么挂号\n",
    );
    expect(read).toEqual({
      lines: 5,
      tooLong: [],
      wishes: [
        { text: "高血压用药怎么减", count: 1 },
        { text: "手机怎么挂号", count: 4 },
        { text: "地道战", count: 2 },
        { text: "八段锦", count: 4 },
      ],
    });
  });

  test("one line alone stands as it is written", () => {
    for (const text of ["1984", "3·15 晚会", "2. 战狼", "速度 x 2"])
      expect(readWishes(text).wishes).toEqual([{ text, count: 1 }]);
    expect(readWishes(" \n\t\n").wishes).toEqual([]);
  });

  test("300 characters are kept, rare ones count as one, 301 are given back", () => {
    const longest = "𠮷".repeat(300);
    expect(readWishes(longest).wishes).toEqual([{ text: longest, count: 1 }]);
    const side = open("a");
    note(side, longest);
    expect(counted(side.pc)).toEqual([[longest, 1]]);
    const { wishes, tooLong } = readWishes(`${"字".repeat(301)}\n地道战`);
    expect(wishes).toEqual([{ text: "地道战", count: 1 }]);
    expect(tooLong).toEqual(["字".repeat(301)]);
  });

  test("10,000 lines become rows in a moment, and 10,000 more are counted on them", () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `想看第 ${at % 9_000} 种`).join("\n");
    const side = open("a");
    const started = performance.now();
    note(side, lines);
    note(side, lines);
    const rows = rowsOn(side.pc);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(rows).toHaveLength(9_000);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
  });
});
