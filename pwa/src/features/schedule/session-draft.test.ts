import { recordIdSchema } from "@dianbo/shared/identity";
import type { Branch, Session } from "@dianbo/shared/session";
import { calendarDateSchema } from "@dianbo/shared/session";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { draftOf, editsOf, emptyDraft, readDraft } from "./session-draft.ts";

const id = (name: string) => v.parse(recordIdSchema, name.padEnd(24, "0"));
const DRAFT = emptyDraft("2026-11-24", "活动室");
const branches = ["一", "二", "三", "四", "五"].map(
  (name, at): Branch => ({ id: id(`branch-${at}`), life: "alive", name, order: `a${at}` }),
);
const SESSION: Session = {
  id: id("session"),
  date: v.parse(calendarDateSchema, "2026-11-24"),
  start: 1140,
  place: "活动室",
  content: { type: "menu", menu: id("menu") },
  cancelled: false,
  rule: undefined,
  occurs: undefined,
  stored: true,
};

describe("the form of a session", () => {
  test("is read into fields, and a session's own form changes nothing of it", () => {
    const read = readDraft(draftOf(SESSION), []);
    expect(read.ok && editsOf(SESSION, read.value.fields)).toEqual({});
    const moved = readDraft({ ...draftOf(SESSION), start: "9:30", place: " " }, []);
    expect(moved.ok && editsOf(SESSION, moved.value.fields)).toEqual({ start: 570, place: null });
  });

  test.each([
    [{ date: "2026-02-30" }, "badDate"],
    [{ date: "1969-12-31" }, "badDate"],
    [{ date: "2100-01-01" }, "badDate"],
    [{ until: "x" }, "badDate"],
    [{ minutes: "0" }, "badLength"],
    [{ minutes: "1441" }, "badLength"],
    [{ kind: "menu" as const }, "needMenu"],
    [{ kind: "broadcast" as const, name: " " }, "needName"],
    [{ repeat: "branches" as const }, "noBranches"],
  ])("%o is told as %s", (change, type) => {
    expect(readDraft({ ...DRAFT, ...change }, [])).toEqual({ ok: false, error: { type } });
  });

  test.each(["1970-01-01", "2099-12-31"])("a session on %s is one", (date) => {
    expect(readDraft({ ...DRAFT, date }, []).ok).toBe(true);
  });

  test("「逢六」, weekly without a weekday chosen, and the fourth Tuesday", () => {
    const rulesOf = (change: Partial<typeof DRAFT>) => {
      const read = readDraft({ ...DRAFT, ...change }, branches);
      return read.ok ? read.value.rules : [];
    };
    expect(rulesOf({ repeat: "ending" })).toMatchObject([
      { repeat: { type: "month-days", days: [6, 16, 26] }, from: "2026-11-24", until: null },
    ]);
    expect(rulesOf({ repeat: "weekly", every: 2, until: "2027-01-31" })).toMatchObject([
      { repeat: { type: "week-days", days: [2], every: 2 }, until: "2027-01-31" },
    ]);
    expect(rulesOf({ repeat: "monthly" })).toMatchObject([
      { repeat: { type: "month-weekday", nth: 4, weekday: 2 } },
    ]);
  });

  test("each branch has its own week of the month, the fifth its own day", () => {
    const read = readDraft({ ...DRAFT, repeat: "branches" }, branches);
    expect(read.ok && read.value.rules.map(({ branch, repeat }) => [branch, repeat])).toEqual(
      branches.map(({ id: branch }, at) => [
        branch,
        { type: "month-weekday", nth: (at % 4) + 1, weekday: at < 4 ? 2 : 3 },
      ]),
    );
  });
});
