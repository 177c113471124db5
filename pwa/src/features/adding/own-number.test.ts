import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId } from "@dianbo/shared/identity";
import { describe, expect, it } from "vitest";
import { problemsOfNumbers, readOwnNumber } from "./own-number.ts";
import { categoryOf, readMinutes } from "./row.ts";

const item = (fields: Partial<Courseware>): Courseware => ({
  id: newRecordId(() => (fields.title ?? "t").padEnd(24, "0")),
  title: "t",
  kind: "video",
  life: "alive",
  pending: [],
  ...fields,
});

describe("a number that the paper already has", () => {
  it("is taken as typed, on any shelf, in any digits", () => {
    expect(readOwnNumber("1014", [])).toEqual({ ok: true, value: 1014 });
    expect(readOwnNumber(" ５０１７ ", [])).toEqual({ ok: true, value: 5017 });
    expect(readOwnNumber("  ", [])).toEqual({ ok: true, value: undefined });
  });

  it.each(["8", "101", "1000", "6001", "党旗", "10-14", "123456"])("%s is no number", (typed) => {
    expect(readOwnNumber(typed, [])).toEqual({ ok: false, error: { type: "no-number" } });
  });

  it("is refused where an item has it, had it, or was deleted with it", () => {
    const had = item({ title: "had", number: 1002, formerNumbers: [1001] });
    const gone = item({ title: "gone", number: 1003, life: "deleted" });
    for (const [typed, title] of [
      ["1001", "had"],
      ["1002", "had"],
      ["1003", undefined],
    ] as const) {
      expect(readOwnNumber(typed, [had, gone])).toEqual({
        ok: false,
        error: { type: "taken", number: Number(typed), title },
      });
    }
  });

  it("is refused where another row says the same", () => {
    expect(problemsOfNumbers(["1014", "", "１０１４", "1015", "", "8"], [])).toEqual([
      { type: "twice", number: 1014 },
      undefined,
      { type: "twice", number: 1014 },
      undefined,
      undefined,
      { type: "no-number" },
    ]);
  });
});

describe("the shelf of a number that the paper has", () => {
  const reason = { type: "words", words: ["红色"] } as const;

  it.each([
    [{ category: undefined, reason: undefined, number: "5077" }, 5],
    [{ category: 1, reason, number: "5077" }, 5],
    [{ category: 1, reason, number: "507" }, 1],
    [{ category: 1, reason: undefined, number: "5077" }, 1],
    [{ category: undefined, reason: undefined, number: "" }, undefined],
  ] as const)("%# a choice stands, then the number, then what is suggested", (row, category) => {
    expect(categoryOf(row)).toBe(category);
  });
});

describe("minutes as typed", () => {
  it.each([
    ["", null],
    ["10", 10],
    ["１０", 10],
    ["10 分", 10],
    ["1440", 1440],
    ["1441", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["十", undefined],
  ] as const)("%j is %j", (typed, minutes) => {
    expect(readMinutes(typed)).toBe(minutes);
  });
});
