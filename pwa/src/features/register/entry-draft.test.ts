import { instantSchema } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { draftOf, type EntryDraft, itemMeant, readEntry } from "./entry-draft.ts";

const NOW = v.parse(instantSchema, Date.UTC(2026, 10, 26, 12));
const ITEM: Courseware = {
  id: v.parse(recordIdSchema, "item".padEnd(24, "0")),
  life: "alive",
  pending: [],
  title: "电影《上甘岭》",
  kind: "film",
  number: 5011,
};
const from = { items: [ITEM], branches: [], wrong: undefined };
const whole: EntryDraft = {
  ...draftOf(NOW, undefined, "活动室"),
  what: "5011",
  minutes: "124",
};

describe("a showing entered by hand", () => {
  it("begins at the site's own day and hour, whatever the PC's zone", () => {
    expect(whole).toMatchObject({ date: "2026-11-26", hour: "20:00", by: "disc" });
  });

  it("knows an item by its number, full width too, or by its whole title, and nothing else by chance", () => {
    for (const typed of ["5011", " ５０１１ ", "电影《上甘岭》"]) {
      expect(itemMeant(typed, [ITEM])?.id).toBe(ITEM.id);
    }
    for (const typed of ["501", "上甘岭", "50110"])
      expect(itemMeant(typed, [ITEM])).toBeUndefined();
    expect(itemMeant("5011", [{ ...ITEM, life: "deleted" }])).toBeUndefined();
  });

  it("is read whole", () => {
    expect(readEntry(whole, NOW, from)).toMatchObject({
      ok: true,
      value: { startedAt: NOW, what: { item: { number: 5011 } }, minutes: 124, place: "活动室" },
    });
  });

  it.each([
    [{ date: "2026-02-30" }, "no-when"],
    [{ hour: "" }, "no-when"],
    [{ hour: "20:01" }, "to-come"],
    [{ what: "  " }, "no-what"],
    [{ minutes: "0" }, "no-minutes"],
    [{ minutes: "一会儿" }, "no-minutes"],
    [{ minutes: "" }, "no-minutes"],
  ] as const)("%j is given back: %s", (part, type) => {
    expect(readEntry({ ...whole, ...part }, NOW, from)).toEqual({ ok: false, error: { type } });
  });
});
