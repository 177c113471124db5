import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import type { Category } from "../category/index.ts";
import { fixedClock, minutesSchema } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import type { ProposalConditions, ProposalFacts, Reason } from "./proposal.ts";
import { proposeMenu, redrawSlot } from "./propose-menu.ts";

const DAY = 24 * 60 * 60 * 1000;
const now = fixedClock(Date.UTC(2026, 10, 24)).now();
const daysAgo = (days: number) => fixedClock(now - days * DAY).now();
const idOf = (name: string): RecordId =>
  newRecordId(() =>
    plainId(
      encodeURIComponent(name)
        .replace(/[^A-Za-z0-9]/gu, "")
        .slice(-24),
    ),
  );

const item = (
  name: string,
  minutes: number | undefined,
  category: Category = 3,
  more: Partial<Courseware> = {},
): Courseware => ({
  id: idOf(name),
  title: name,
  kind: "video",
  life: "alive",
  pending: [],
  category,
  minutes: minutes === undefined ? undefined : v.parse(minutesSchema, minutes),
  ...more,
});

const hour: ProposalConditions = {
  minutes: 60,
  tolerance: 2,
  categories: [],
  words: [],
  first: [],
  restWeeks: 0,
};
const nothingKnown: ProposalFacts = {
  now,
  wishes: new Map(),
  lastPlayed: new Map(),
  newSince: daysAgo(30),
};
const propose = (
  pool: readonly Courseware[],
  conditions: Partial<ProposalConditions> = {},
  facts: Partial<ProposalFacts> = {},
  seed = 1,
) => proposeMenu(pool, { ...hour, ...conditions }, { ...nothingKnown, ...facts }, [], seed);
const names = (proposal: ReturnType<typeof propose>): readonly string[] =>
  proposal.slots.map((slot) => slot.item.title);
const reasonsOf = (proposal: ReturnType<typeof propose>, name: string): readonly Reason[] =>
  proposal.slots.find((slot) => slot.item.title === name)?.reasons ?? [];

describe("what comes first", () => {
  const twins = [item("a", 30), item("b", 30), item("c", 30), item("d", 30)];

  test("what was wished for, with how many wished it", () => {
    const wishes = new Map([
      [idOf("b"), 5],
      [idOf("d"), 1],
    ]);
    const proposal = propose(twins, { first: ["wished"] }, { wishes });
    expect([...names(proposal)].sort()).toEqual(["b", "d"]);
    expect(reasonsOf(proposal, "b")[0]).toEqual({ type: "wished", count: 5 });
  });

  test("what never ran, what is new, and only if that was asked for", () => {
    const lastPlayed = new Map(["a", "b", "c"].map((name) => [idOf(name), daysAgo(200)] as const));
    const played = propose(twins, { first: ["never-played"] }, { lastPlayed });
    expect(reasonsOf(played, "d")).toEqual([{ type: "never-played" }]);
    const pool = [...twins, item("e", 30, 3, { clippedAt: daysAgo(2) })];
    expect(reasonsOf(propose(pool, { first: ["new"] }), "e")).toEqual([{ type: "new" }]);
    expect(reasonsOf(propose([item("e", 60)], {}, { lastPlayed }), "e")).toEqual([
      { type: "length" },
    ]);
  });

  test("what is for them, before what is for others", () => {
    const pool = [
      item("for-elders", 30, 5, { tags: ["老年人"] }),
      item("for-children", 30, 5, { tags: ["青少年"] }),
      item("for-all", 30, 5),
    ];
    for (const seed of [1, 2, 3, 4, 5]) {
      const proposal = propose(pool, { audience: "老年人" }, {}, seed);
      expect([...names(proposal)].sort()).toEqual(["for-all", "for-elders"]);
      expect(reasonsOf(proposal, "for-elders")).toEqual([{ type: "audience", audience: "老年人" }]);
    }
  });

  test("a word of the season in the title or among the tags", () => {
    const pool = [item("春耕备耕要点", 30), item("x", 30, 3, { tags: ["春耕"] }), item("y", 30)];
    expect([...names(propose(pool, { words: ["春耕"] }))].sort()).toEqual(["x", "春耕备耕要点"]);
  });

  test("the next part of a series that has begun, not the second part before the first", () => {
    const pool = [item("种菜(一)", 30), item("种菜(二)", 30), item("养鸡(二)", 30)];
    const lastPlayed = new Map([[idOf("种菜(一)"), daysAgo(9)]]);
    const proposal = propose(pool, { minutes: 30, restWeeks: 4 }, { lastPlayed });
    expect(names(proposal)).toEqual(["种菜(二)"]);
    expect(reasonsOf(proposal, "种菜(二)")).toEqual([{ type: "continues" }]);
    expect(names(propose(pool, { minutes: 60 }))).toContain("种菜(一)");
  });

  test("nothing that ran within the weeks of rest, which is said", () => {
    const lastPlayed = new Map([
      [idOf("a"), daysAgo(8)],
      [idOf("b"), daysAgo(80)],
    ]);
    const proposal = propose(twins, { minutes: 120, restWeeks: 4 }, { lastPlayed });
    expect([...names(proposal)].sort()).toEqual(["b", "c", "d"]);
    expect(proposal.leftOut.resting).toBe(1);
    expect(reasonsOf(proposal, "b")).toEqual([{ type: "rested", since: daysAgo(80) }]);
  });

  test("each shelf has its share", () => {
    const pool = [1, 2, 3].flatMap((shelf) =>
      ["p", "q", "r", "s"].map((name) =>
        item(`${shelf}${name}`, 20, shelf === 1 ? 1 : shelf === 2 ? 2 : 3),
      ),
    );
    for (const seed of [1, 2, 3]) {
      const shelves = propose(pool, { categories: [1, 2, 3] }, {}, seed).slots.map(
        (slot) => slot.item.category,
      );
      expect(shelves).toEqual([1, 2, 3]);
    }
  });

  test("few items rather than many clips, and two seeds two menus", () => {
    const pool = Array.from({ length: 60 }, (_, index) => item(`n${index}`, 1 + (index % 30)));
    const made = [1, 2, 3, 4].map((seed) => names(propose(pool, {}, {}, seed)).join());
    expect(new Set(made).size).toBeGreaterThan(1);
    for (const one of made) expect(one.split(",").length).toBeLessThanOrEqual(4);
  });
});

describe("what bad input gets", () => {
  test("nobody wrote how long it takes: left out and counted", () => {
    const proposal = propose([item("a", undefined), item("b", 0), item("c", 60)]);
    expect(names(proposal)).toEqual(["c"]);
    expect(proposal.leftOut.noMinutes).toBe(2);
  });

  test("an empty pool, a deleted item, a link that plays only in the web", () => {
    const pool = [item("a", 60, 3, { life: "deleted" }), item("b", 60, 3, { kind: "link" })];
    expect(propose(pool).verdict).toEqual({ type: "empty-pool", left: 60 });
    expect(propose([]).slots).toEqual([]);
  });

  test("a session shorter than the shortest film", () => {
    expect(propose([item("a", 90), item("b", 124)]).verdict).toEqual({
      type: "too-little-room",
      left: 60,
      shortest: 90,
    });
  });

  test("all locked: nothing is added; locked longer than the session: said by how much", () => {
    const kept = [{ item: item("a", 60), because: "locked", place: 0 }] as const;
    const full = proposeMenu([item("b", 10)], hour, nothingKnown, kept, 1);
    expect([names(full), full.verdict]).toEqual([["a"], { type: "full", left: 0 }]);
    const long = proposeMenu([item("b", 10)], { ...hour, minutes: 40 }, nothingKnown, kept, 1);
    expect([names(long), long.verdict]).toEqual([["a"], { type: "kept-too-long", over: 20 }]);
  });

  test("no other goes into that place", () => {
    const proposal = propose([item("a", 60), item("b", 90)]);
    expect(
      redrawSlot([item("a", 60), item("b", 90)], hour, nothingKnown, proposal, 0, new Set(), 1),
    ).toEqual({ ok: false, error: { type: "no-other" } });
  });
});
