import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, siteNamed } from "../../testing/pc.ts";
import { type CivilDate, civilDateSchema, fixedClock, instantSchema } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId } from "../identity/index.ts";
import type { Session } from "../session/index.ts";
import type { SetMenu, SetMenuEntry } from "../set-menu/index.ts";
import {
  answerWish,
  candidatesOf,
  countAgain,
  declineWish,
  enterTicks,
  findLikeWishes,
  indexWishFacts,
  keepBallot,
  linkWish,
  noteWishes,
  readWishBook,
  rewordWish,
  standingOf,
  tallyWishes,
  type WishFacts,
  type WishRow,
} from "./index.ts";

const site = siteNamed("site");
const day = (text: string): CivilDate => v.parse(civilDateSchema, text);
const ON = day("2026-11-10");
const newId = countingIds("fact");
const FILM: Courseware = {
  id: newRecordId(newId),
  life: "alive",
  pending: [],
  title: "高血压的日常管理",
  kind: "video",
  number: 5001,
};
const MENU: SetMenu = { id: newRecordId(newId), life: "alive", name: "老年保健餐", number: 8 };
const ENTRY: SetMenuEntry = {
  id: newRecordId(newId),
  life: "alive",
  menu: MENU.id,
  order: "a0",
  item: FILM.id,
};
const sessionOn = (date: string, fields: Partial<Session> = {}): Session => ({
  id: newRecordId(newId),
  date: day(date),
  cancelled: false,
  rule: undefined,
  occurs: undefined,
  stored: true,
  content: { type: "menu", menu: MENU.id },
  ...fields,
});
const facts = (fields: Partial<WishFacts> = {}): WishFacts => ({
  items: new Map([[FILM.id, FILM]]),
  menus: new Map([[MENU.id, MENU]]),
  entries: new Map([[ENTRY.id, ENTRY]]),
  playbacks: new Map(),
  sessions: [],
  ...fields,
});
const playedAt = (millis: number): WishFacts["playbacks"] => {
  const id = newRecordId(newId);
  const startedAt = v.parse(instantSchema, millis);
  return new Map([[id, { id, item: FILM.id, startedAt, title: FILM.title }]]);
};

const open = (...texts: readonly string[]) => {
  const ids = countingIds("id");
  const pc = newPc(site, ids, fixedClock(Date.UTC(2026, 10, 10)).now());
  const book = () => readWishBook(pc.records.values(), site);
  const rows = () => tallyWishes(book());
  const row = (text: string): WishRow => {
    const found = rows().find((one) => one.text === text);
    if (found === undefined) throw new Error(`no wish ${text}`);
    return found;
  };
  for (const text of texts) commitOn(pc, noteWishes([{ text, count: 1 }], rows(), ON, ids).puts);
  return { pc, ids, book, rows, row };
};
const stands = (row: WishRow, fields: Partial<WishFacts> = {}) =>
  standingOf(row, indexWishFacts(facts(fields)));

const WISH = "高血压用药怎么减";

describe("how a wish stands", () => {
  test("waits, is held, is scheduled, was played by menu 8", () => {
    const { pc, row } = open(WISH);
    expect(stands(row(WISH))).toEqual({ type: "waiting" });
    commitOn(pc, linkWish(row(WISH), FILM.id).puts);
    const linked = row(WISH);
    expect(stands(linked)).toEqual({ type: "held", item: FILM, menu: MENU });
    expect(stands(linked, { entries: new Map() })).toMatchObject({ menu: undefined });
    const session = sessionOn("2026-11-26");
    expect(stands(linked, { sessions: [sessionOn("2026-11-01"), session] })).toEqual({
      ...{ type: "scheduled", item: FILM, menu: MENU },
      ...{ session: session.id, on: "2026-11-26" },
    });
    const playbacks = playedAt(Date.UTC(2026, 10, 26, 11));
    expect(stands(linked, { sessions: [session], playbacks })).toEqual({
      ...{ type: "played", item: FILM, menu: MENU, on: "2026-11-26" },
    });
    expect(stands(linked, { playbacks })).toMatchObject({ type: "played", menu: undefined });
  });

  test("what was called off, or shown before it was asked for, is no answer", () => {
    const { pc, ids, row } = open(WISH);
    commitOn(pc, linkWish(row(WISH), FILM.id).puts);
    const off = sessionOn("2026-11-26", { cancelled: true });
    expect(stands(row(WISH), { sessions: [off] }).type).toBe("held");
    expect(stands(row(WISH), { playbacks: playedAt(Date.UTC(2026, 10, 9, 11)) }).type).toBe("held");
    const playbacks = playedAt(Date.UTC(2026, 10, 20, 11));
    expect(stands(row(WISH), { playbacks }).type).toBe("played");
    commitOn(pc, countAgain(row(WISH), 1, day("2026-11-22"), ids).puts);
    expect(stands(row(WISH), { playbacks }).type).toBe("held");
  });

  test("a deleted item leaves the wish waiting; undoing the link does too", () => {
    const { pc, row } = open(WISH);
    const done = commitOn(pc, linkWish(row(WISH), FILM.id).puts);
    const gone = new Map([[FILM.id, { ...FILM, life: "deleted" as const }]]);
    expect(stands(row(WISH), { items: gone })).toEqual({ type: "waiting" });
    commitOn(pc, done.inverse.puts);
    expect(stands(row(WISH))).toEqual({ type: "waiting" });
  });

  test("is declined with a reason, or answered in words, and both can be taken back", () => {
    const { pc, row } = open(WISH);
    commitOn(pc, declineWish(row(WISH), "没有片源").puts);
    expect(stands(row(WISH))).toEqual({ type: "declined", reason: "没有片源" });
    commitOn(pc, declineWish(row(WISH), null).puts);
    commitOn(pc, answerWish(row(WISH), { on: ON, how: "请医生讲过" }).puts);
    expect(stands(row(WISH))).toEqual({ type: "answered", on: ON, how: "请医生讲过" });
    commitOn(pc, answerWish(row(WISH), null).puts);
    expect(stands(row(WISH))).toEqual({ type: "waiting" });
  });

  test("other words make one row of two", () => {
    const { pc, rows, row } = open("高血压怎么减药", WISH);
    commitOn(pc, rewordWish(row("高血压怎么减药"), WISH).puts);
    expect(rows()).toMatchObject([{ text: WISH, count: 2 }]);
  });
});

describe("the tick-list", () => {
  test("has the five that wait and were asked for most; of equals the ones that wait longest", () => {
    const { pc, ids, rows, row } = open("一", "二", "三", "四", "五", "六", "七");
    for (const text of ["七", "七", "六"]) commitOn(pc, countAgain(row(text), 1, ON, ids).puts);
    commitOn(pc, declineWish(row("七"), "放过").puts);
    const index = indexWishFacts(facts());
    const chosen = candidatesOf(rows(), (one) => standingOf(one, index)).map(({ text }) => text);
    expect(chosen[0]).toBe("六");
    expect(chosen).toHaveLength(5);
    expect(chosen).not.toContain("七");
    expect(candidatesOf(rows(), (one) => standingOf(one, index)).map(({ text }) => text)).toEqual(
      chosen,
    );
  });

  test("is kept as it was printed, with what was ticked", () => {
    const { pc, ids, rows, book } = open("一", "二");
    commitOn(pc, keepBallot(rows(), day("2026-12-01"), ids).changes.puts);
    const [ballot] = book().ballots;
    if (ballot === undefined) throw new Error("no ballot");
    const done = commitOn(pc, enterTicks(ballot, [12, 0]).puts);
    expect(book().ballots).toMatchObject([{ on: "2026-12-01", ticks: [12, 0] }]);
    commitOn(pc, done.inverse.puts);
    expect(book().ballots[0]?.ticks ?? null).toBeNull();
  });
});

test("finds the wish that is being typed again, the same one first", () => {
  const { rows } = open(WISH, "手机怎么挂号", "腌菜安全不安全", "地道战");
  const found = (typed: string) => findLikeWishes(typed, rows(), 3).map(({ text }) => text);
  expect(found("高血压怎么减药")).toEqual([WISH]);
  expect(found("《地道战》")).toEqual(["地道战"]);
  expect(found("挂号")).toEqual(["手机怎么挂号"]);
  expect(found("广场舞")).toEqual([]);
  expect(found(" ")).toEqual([]);
});
