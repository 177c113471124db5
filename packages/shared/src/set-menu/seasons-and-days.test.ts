import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, plainId, siteNamed } from "../../testing/pc.ts";
import { civilDateSchema, fixedClock, minutesSchema } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import {
  archivedBySeason,
  archiveSetMenus,
  bringBackSetMenus,
  isOffered,
  menuNumbersLeft,
  seasonOf,
} from "./archive.ts";
import { createSetMenu, entriesOf, timesOf } from "./arrange.ts";
import { createFilledMenu, fillMenu } from "./fill-menu.ts";
import { menuDays } from "./menu-days.ts";
import { isMustPlay, markAllMustPlay, markMustPlay, mustPlayTimes } from "./must-play.ts";
import { readSetMenu, readSetMenuEntry, type SetMenu, type SetMenuEntry } from "./set-menu.ts";

const site = siteNamed("site");
const day = (text: string) => v.parse(civilDateSchema, text);
const idOf = (name: string): RecordId => newRecordId(() => plainId(name));
const minutes = (count: number) => v.parse(minutesSchema, count);
const tools = { newId: countingIds("made"), random: () => 0.4 };

const itemOf = (name: string, length: number): Courseware => ({
  id: idOf(name),
  title: name,
  kind: "video",
  life: "alive",
  pending: [],
  minutes: minutes(length),
});
const items = [itemOf("a", 20), itemOf("b", 30), itemOf("c", 15), itemOf("d", 10)];
const find = (id: RecordId) => items.find((item) => item.id === id);

const start = () => {
  const pc = newPc(site, countingIds("id"), fixedClock(Date.UTC(2026, 10, 24)).now());
  const menus = (): readonly SetMenu[] =>
    [...pc.records.values()].flatMap((record) => {
      const read = record.kind === "set-menu" ? readSetMenu(record, site) : undefined;
      return read?.ok === true ? [read.value] : [];
    });
  const entries = (): readonly SetMenuEntry[] =>
    [...pc.records.values()].flatMap((record) => {
      const read = record.kind === "set-menu-entry" ? readSetMenuEntry(record, site) : undefined;
      return read?.ok === true ? [read.value] : [];
    });
  const menu = (): SetMenu => {
    const [first] = menus();
    if (first === undefined) throw new Error("no menu");
    return first;
  };
  const made = createFilledMenu(
    { name: "防汛", number: 6 },
    [
      { activity: { name: "讲解", minutes: minutes(5) } },
      { item: idOf("a") },
      { item: idOf("b") },
      { activity: { name: "讨论", minutes: minutes(30) } },
    ],
    [],
    tools,
  );
  commitOn(pc, made.changes.puts);
  const names = (): readonly (string | undefined)[] =>
    timesOf(menu(), entries(), find).entries.map(
      ({ entry, item }) => entry.activity?.name ?? item?.title,
    );
  return { pc, menu, menus, entries, names, times: () => timesOf(menu(), entries(), find) };
};

describe("the archive", () => {
  test.each([
    ["2026-03-01", 2026, "spring"],
    ["2026-05-31", 2026, "spring"],
    ["2026-06-01", 2026, "summer"],
    ["2026-11-30", 2026, "autumn"],
    ["2026-12-01", 2026, "winter"],
    ["2027-02-28", 2026, "winter"],
  ])("%s belongs to %i, %s", (date, year, season) => {
    expect(seasonOf(day(date))).toEqual({ year, season });
  });

  test("takes a menu out of the lists by season, and back, its number its own all the while", () => {
    const { pc, menu, menus } = start();
    commitOn(pc, archiveSetMenus([menu()], day("2026-09-02")).puts);
    expect([isOffered(menu()), menu().number]).toEqual([false, 6]);
    expect(archivedBySeason(menus())).toMatchObject([
      { year: 2026, season: "autumn", menus: [{ number: 6 }] },
    ]);
    const next = createSetMenu({ name: "新" }, [{ ...menu(), number: 1 }, ...menus()], tools.newId);
    expect(next.changes.puts.find(({ field }) => field === "number")?.values[0]?.value).toBe(2);
    commitOn(pc, bringBackSetMenus([menu()]).puts);
    expect([isOffered(menu()), menu().number, archivedBySeason(menus())]).toEqual([true, 6, []]);
  });

  test("counts the numbers that nobody has", () => {
    const { menu } = start();
    expect(menuNumbersLeft([menu(), { ...menu(), number: null }])).toBe(98);
    const full = Array.from({ length: 99 }, (_, index) => ({ ...menu(), number: index + 1 }));
    expect(menuNumbersLeft(full)).toBe(0);
  });
});

describe("must-play and optional", () => {
  test("a place goes by the menu until it says otherwise, and again once the menu is told as a whole", () => {
    const { pc, menu, entries, times } = start();
    expect(mustPlayTimes(menu(), times())).toEqual({ total: 0, over: 0, mixed: false });
    const film = times().entries[2];
    if (film === undefined) throw new Error("no film");
    commitOn(pc, markMustPlay(menu(), film, true).puts);
    expect(mustPlayTimes(menu(), times())).toEqual({ total: 30, over: 0, mixed: true });
    commitOn(pc, markAllMustPlay(menu(), times(), true).puts);
    expect(mustPlayTimes(menu(), times())).toEqual({ total: 85, over: 25, mixed: false });
    expect(entries().every((entry) => isMustPlay(menu(), entry))).toBe(true);
  });
});

describe("filling a menu from a proposal", () => {
  test("in one step: what stays keeps its marks, the rest goes, activities keep their ends", () => {
    const { pc, menu, entries, names, times } = start();
    const kept = times().entries[2];
    if (kept === undefined) throw new Error("no film");
    commitOn(pc, markMustPlay(menu(), kept, true).puts);
    const records = (id: RecordId) => pc.records.get(id);
    const chosen = [idOf("c"), idOf("b"), idOf("d")];
    commitOn(pc, fillMenu(menu(), entries(), records, chosen, tools).puts);
    expect(names()).toEqual(["讲解", "c", "b", "d", "讨论"]);
    expect(entriesOf(menu().id, entries())[2]).toMatchObject({ id: kept.entry.id, mustPlay: true });
    const inverse = pc.undoLine.at(-1);
    commitOn(pc, inverse?.puts ?? []);
    expect(names()).toEqual(["讲解", "a", "b", "讨论"]);
  });

  test("an item that stands in the menu twice and once in the proposal stays once", () => {
    const { pc, menu, entries, names } = start();
    const records = (id: RecordId) => pc.records.get(id);
    commitOn(pc, fillMenu(menu(), entries(), records, [idOf("a"), idOf("a")], tools).puts);
    expect(names()).toEqual(["讲解", "a", "a", "讨论"]);
    commitOn(pc, fillMenu(menu(), entries(), records, [idOf("a")], tools).puts);
    expect(names()).toEqual(["讲解", "a", "讨论"]);
  });
});

describe("the days on which a menu was used", () => {
  const played = (name: string, month: number, date: number) => ({
    item: idOf(name),
    startedAt: fixedClock(Date.UTC(2026, month, date, 11)).now(),
  });

  test("are those on which half of it ran, or anything of it at its session", () => {
    const { menu, entries, pc } = start();
    const records = (id: RecordId) => pc.records.get(id);
    const all = items.map(({ id }) => id);
    commitOn(pc, fillMenu(menu(), entries(), records, all, tools).puts);
    const register = [
      played("a", 0, 5),
      played("b", 0, 5),
      played("b", 0, 5),
      played("a", 1, 6),
      played("c", 2, 7),
      played("x", 2, 7),
    ];
    const sessions = [
      { menu: menu().id, on: day("2026-03-07") },
      { menu: menu().id, on: day("2026-04-01") },
      { menu: idOf("other"), on: day("2026-02-06") },
    ];
    expect(menuDays(menu(), entries(), register, sessions)).toEqual([
      { on: "2026-03-07", played: 1, session: true },
      { on: "2026-01-05", played: 2, session: false },
    ]);
    expect(menuDays({ ...menu(), id: idOf("empty") }, entries(), register)).toEqual([]);
  });

  test("are told by the lines that name the menu they were played from, for it and for no other", () => {
    const { menu, entries, pc } = start();
    const records = (id: RecordId) => pc.records.get(id);
    commitOn(pc, fillMenu(menu(), entries(), records, [idOf("a"), idOf("b")], tools).puts);
    const other = idOf("other");
    const register = [
      // One film of it and one that has left it since: it was this menu all the same.
      { ...played("a", 3, 8), menu: menu().id },
      { ...played("gone", 3, 8), menu: menu().id },
      // The same films, but out of another menu.
      { ...played("a", 4, 9), menu: other },
      { ...played("b", 4, 9), menu: other },
      // Nobody said: told from what ran, as before.
      { ...played("b", 5, 10), menu: null },
    ];
    expect(menuDays(menu(), entries(), register)).toEqual([
      { on: "2026-06-10", played: 1, session: false },
      { on: "2026-04-08", played: 2, session: false },
    ]);
    const atOther = [{ menu: menu().id, on: day("2026-05-09") }];
    expect(menuDays(menu(), entries(), register.slice(2, 4), atOther)).toEqual([]);
  });
});
