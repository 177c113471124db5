import { recordIdSchema } from "@dianbo/shared/identity";
import { indexToSearch, searchTextOf } from "@dianbo/shared/search";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { additionsFor, readActivity } from "./additions.ts";
import { barMinutes, markMinutes, minutesOfDay, timeAt } from "./clock-marks.ts";

const searchable = (number: number, title: string) => ({
  item: {
    id: v.parse(recordIdSchema, `test-id-${number}-padding`),
    life: "alive" as const,
    pending: [],
    kind: "video" as const,
    title,
    number,
  },
  texts: [searchTextOf(title, () => [])],
});

const library = indexToSearch([
  searchable(3018, "智能手机使用第一课"),
  searchable(3019, "微信与视频通话怎么用"),
]);

describe("what typed words add to a menu", () => {
  it.each([
    ["讨论 30", "讨论", 30],
    ["讲解15分钟", "讲解", 15],
    ["自由 发言 5 分", "自由 发言", 5],
    ["Talk 20 min", "Talk", 20],
    ["讨论　３０", "讨论", 30],
  ])("reads %s as an activity", (typed, name, minutes) => {
    expect(readActivity(typed)).toEqual({ name, minutes });
  });

  it.each(["3018", "讨论", "讨论 0", "讨论 9999", "30", ""])("reads %s as none", (typed) => {
    expect(readActivity(typed)).toBeUndefined();
  });

  it("offers the item of a number", () => {
    expect(additionsFor("3018", library, 6)).toMatchObject([
      { type: "item", item: { number: 3018 } },
    ]);
  });

  it("offers an activity first where its name is in 汉字, last where it might be initials", () => {
    expect(additionsFor("讨论 30", library, 6).map(({ type }) => type)).toEqual(["activity"]);
    expect(additionsFor("sp 30", library, 6).at(-1)).toMatchObject({
      type: "activity",
      name: "sp",
    });
  });

  it("offers nothing for nothing", () => {
    expect(additionsFor("  ", library, 6)).toEqual([]);
  });
});

describe("the clock beside a menu", () => {
  it("reads and says times of day, over midnight too", () => {
    expect(minutesOfDay("19:00")).toBe(1140);
    expect(minutesOfDay("25:00")).toBeUndefined();
    expect(timeAt(1140, 64)).toBe("20:04");
    expect(timeAt(1430, 20)).toBe("0:10");
  });

  it("makes the bar a little longer than session and menu, with at most a dozen marks", () => {
    expect(barMinutes(64, 60)).toBe(70);
    expect(barMinutes(0, 60)).toBe(70);
    for (const width of [10, 70, 170, 600, 1450]) {
      expect(markMinutes(width).length).toBeLessThanOrEqual(12);
    }
  });
});
