import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { commitChanges } from "../changes/index.ts";
import { civilDateSchema, instantSchema } from "../clock/index.ts";
import {
  newDeviceId,
  newSiteId,
  newWriterId,
  type RecordId,
  recordIdSchema,
} from "../identity/index.ts";
import {
  countMarks,
  gridOf,
  keepRollCount,
  MARKS,
  overdueRolls,
  type Person,
  peopleMeant,
  type Roll,
  readRollCounts,
  readRoster,
  rollIdOf,
  rosterOf,
  shownNames,
  withMark,
} from "./index.ts";

const id = (name: string): RecordId => v.parse(recordIdSchema, name.padEnd(20, "-"));
const day = (text: string) => v.parse(civilDateSchema, text);
const person = (name: string, place: number, more: Partial<Person> = {}): Person => ({
  id: id(`p${place}`),
  branch: id("b1"),
  name,
  initials: "",
  place,
  since: day("2026-01-01"),
  ...more,
});
const roll = (on: string, called: readonly Person[], marks: Roll["marks"] = {}): Roll => ({
  id: id(`r${on}`),
  on: day(on),
  branch: id("b1"),
  marks,
  called: called.map((one) => one.id),
  takenAt: v.parse(instantSchema, Date.parse(on)),
});
const nobodyHeld = () => false;

describe("a pasted roster", () => {
  it("takes name and branch and nothing else; merged branches hold, sums and heads are no names", () => {
    const read = readRoster(
      [
        ["红旗村党员花名册", "", "", ""],
        ["序号", "姓 名", "所在支部", "身份证号"],
        ["1", "王　芳", "第一支部", "110101190001010011"],
        ["2", "欧阳 建国", "", "110101190001010022"],
        ["3", "阿依古丽·买买提", "第二支部", ""],
        ["4", "赵〇一", "", ""],
        ["", "姓名", "", ""],
        ["合计", "3", "", ""],
      ],
      nobodyHeld,
    );
    expect(read.rows.map(({ name, branch, remark }) => [name, branch, remark])).toEqual([
      ["王芳", "第一支部", undefined],
      ["欧阳建国", "第一支部", undefined],
      ["阿依古丽·买买提", "第二支部", undefined],
      ["赵〇一", "第二支部", undefined],
      ["3", "第二支部", "no-name"],
    ]);
    expect(read.dropped).toEqual(["身份证号"]);
  });

  it("says the same name twice, who is held already, rare characters, what is no name", () => {
    const read = readRoster(
      [["姓名"], ["张伟"], ["张伟"], ["李娜"], ["𠮷野"], ["王㛃"], ["赵〇"], ["13812345678"]],
      (name) => name === "李娜",
    );
    expect(read.rows.map(({ remark }) => remark)).toEqual([
      undefined,
      "twice",
      "held",
      "rare",
      "rare",
      undefined,
      "no-name",
    ]);
  });

  it("finds the names of 3,000 rows without a head in no time", () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [
      String(at + 1),
      `第${(at % 7) + 1}支部`,
      `王${String.fromCodePoint(0x4e00 + (at % 5000))}${String.fromCodePoint(0x5000 + ((at * 7) % 4000))}`,
    ]);
    const { rows: read } = readRoster(rows, nobodyHeld);
    expect(read).toHaveLength(3000);
    expect(new Set(read.map(({ branch }) => branch)).size).toBe(7);
  });

  it("takes 3,000 rows whose branches are merged cells, the same name once a branch as one person", () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [
      at % 500 === 0 ? `第${at / 500 + 1}支部` : "",
      at % 10 === 9 ? "张 伟" : `王${String.fromCodePoint(0x4e00 + at)}`,
    ]);
    const { rows: read } = readRoster([["支部", "姓名"], ...rows], nobodyHeld);
    expect(read).toHaveLength(3000);
    for (const [at, { branch }] of read.entries()) {
      expect(branch).toBe(`第${Math.floor(at / 500) + 1}支部`);
    }
    // Fifty of a name in each of six branches: the first stands, the rest is asked about.
    expect(read.filter(({ remark }) => remark === "twice")).toHaveLength(6 * 49);
  });

  it("never throws, and never takes a figure for a name", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 4 }), { maxLength: 8 }), (rows) =>
        readRoster(rows, nobodyHeld).rows.every(
          ({ name, remark }) => remark === "no-name" || !/\d/u.test(name),
        ),
      ),
    );
  });
});

describe("a roster", () => {
  const people = [
    person("张伟", 0),
    person("张伟", 1),
    person("李娜", 2, { until: day("2026-05-01") }),
  ];

  it("shows the same name twice apart, and not who has left", () => {
    const roster = rosterOf(people, id("b1"));
    expect([...shownNames(roster).values()]).toEqual(["张伟①", "张伟②"]);
  });

  it("is found by initials, in every way a name is said, and by characters", () => {
    const all = [person("曾敏", 0, { initials: "zm cm" }), person("周明", 1, { initials: "zm" })];
    expect(peopleMeant("zm", all)).toHaveLength(2);
    expect(peopleMeant("C", all).map(({ name }) => name)).toEqual(["曾敏"]);
    expect(peopleMeant("明", all).map(({ name }) => name)).toEqual(["周明"]);
    expect(peopleMeant(" ", all)).toEqual([]);
  });
});

describe("a roll call", () => {
  const people = [person("甲", 0), person("乙", 1), person("丙", 2), person("丁", 3)];

  it("comes to expected, present, absent; whoever is marked in no way is not called yet", () => {
    const marks: Roll["marks"] = { [id("p0")]: "present", [id("p1")]: "late", [id("p2")]: "sick" };
    expect(
      countMarks(
        people.map((one) => one.id),
        marks,
      ),
    ).toEqual({
      expected: 4,
      present: 2,
      late: 1,
      early: 0,
      sick: 1,
      excused: 0,
      unmarked: 1,
    });
  });

  it("always adds up", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.constantFrom(...MARKS)), { minLength: 4, maxLength: 4 }),
        (given) => {
          let one = roll("2026-11-06", people);
          for (const [at, mark] of given.entries()) {
            one = withMark(one, people[at]?.id ?? id("p0"), mark ?? undefined);
          }
          const sums = countMarks(one.called, one.marks);
          return sums.present + sums.sick + sums.excused + sums.unmarked === sums.expected;
        },
      ),
    );
  });

  it("is a column of the book, in the order of days; who was not called then counts for nothing", () => {
    const later = roll("2026-11-16", people, { [id("p0")]: "present", [id("p3")]: "present" });
    const first = roll("2026-11-06", people.slice(0, 3), { [id("p0")]: "excused" });
    const { columns, rows } = gridOf(people, [later, first]);
    expect(columns.map(({ on }) => on)).toEqual(["2026-11-06", "2026-11-16"]);
    expect(rows.map(({ marks, came, called }) => [marks, came, called])).toEqual([
      [["excused", "present"], 1, 2],
      [[undefined, undefined], 0, 2],
      [[undefined, undefined], 0, 2],
      [[undefined, "present"], 1, 1],
    ]);
  });

  it("is past its time after so many months, to the day", () => {
    const rolls = ["2025-11-29", "2025-11-30", "2026-11-30"].map((on) => roll(on, people));
    expect(overdueRolls(rolls, day("2026-11-30"), 12).map(({ on }) => on)).toEqual(["2025-11-29"]);
    // A month too short ends on its last day.
    expect(overdueRolls([roll("2026-02-27", people)], day("2026-03-31"), 1)).toHaveLength(1);
    expect(overdueRolls([roll("2026-02-28", people)], day("2026-03-31"), 1)).toHaveLength(0);
  });
});

it("counts hold no name and no person's id, and are one record for a showing and a branch", () => {
  let ids = 0;
  const newId = () => `roll-id-${String(++ids).padStart(14, "0")}`;
  const site = newSiteId(newId);
  const place = { on: day("2026-11-06"), branch: id("b1") };
  const counts = countMarks([id("p0"), id("p1")], { [id("p0")]: "present" });
  const { states } = commitChanges(() => undefined, keepRollCount(place, counts, site), {
    site,
    writer: newWriterId(newDeviceId(newId), newId),
    post: "A",
    counter: 1,
    stamp: { millis: v.parse(instantSchema, 1), tick: 0 },
  });
  expect(JSON.stringify(states)).not.toContain("p0--");
  expect(readRollCounts(states, site)).toMatchObject([{ expected: 2, present: 1, unmarked: 1 }]);
  expect(rollIdOf(place, site)).toBe(states[0]?.id);
  expect(rollIdOf({ ...place, session: id("s1") }, site)).not.toBe(states[0]?.id);
});
