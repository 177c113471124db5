import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, type Pc, pull, siteNamed } from "../../testing/pc.ts";
import { fixedClock, minutesOfSeconds } from "../clock/index.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId, type RecordId } from "../identity/index.ts";
import {
  addToMenu,
  createSetMenu,
  deleteSetMenu,
  entriesOf,
  isOrderKey,
  moveInMenu,
  orderBetween,
  removeFromMenu,
  timesOf,
} from "./arrange.ts";
import { readSetMenu, readSetMenuEntry, type SetMenu, type SetMenuEntry } from "./set-menu.ts";

const site = siteNamed("site");
const minutes = (count: number) => minutesOfSeconds(count * 60);

const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const entriesOn = (pc: Pc): readonly SetMenuEntry[] =>
  [...pc.records.values()].flatMap((record) => {
    const read = record.kind === "set-menu-entry" ? readSetMenuEntry(record, site) : undefined;
    return read?.ok === true ? [read.value] : [];
  });

const menusOn = (pc: Pc): readonly SetMenu[] =>
  [...pc.records.values()].flatMap((record) => {
    const read = record.kind === "set-menu" ? readSetMenu(record, site) : undefined;
    return read?.ok === true ? [read.value] : [];
  });

const start = () => {
  const newId = countingIds("id");
  const pc = newPc(site, newId, fixedClock(Date.UTC(2026, 10, 24)).now());
  const { id, changes } = createSetMenu({ name: "春耕" }, [], newId);
  commitOn(pc, changes.puts);
  const menu = menusOn(pc).find((one) => one.id === id);
  if (menu === undefined) throw new Error("no menu");
  return { newId, pc, menu };
};

const order = (pc: Pc, menu: SetMenu): readonly RecordId[] =>
  entriesOf(menu.id, entriesOn(pc)).map(({ id }) => id);

type Act = {
  readonly type: "add" | "move" | "remove" | "spoil";
  readonly at: number;
  readonly to: number;
};
const acts = fc.array(
  fc.record({
    type: fc.constantFrom<Act["type"]>("add", "add", "add", "move", "move", "remove", "spoil"),
    at: fc.nat(30),
    to: fc.nat(30),
  }),
  { maxLength: 40, size: "max" },
);

describe("the order of a menu", () => {
  test("property: adding, moving and removing give the list one expects, even among malformed and equal keys", () => {
    fc.assert(
      fc.property(acts, fc.nat(), (chosen, seed) => {
        const { newId, pc, menu } = start();
        const tools = { newId, random: seeded(seed) };
        let expected: RecordId[] = [];
        for (const { type, at, to } of chosen) {
          const one = expected[at % Math.max(1, expected.length)];
          const record = one && pc.records.get(one);
          if (type === "add") {
            const item = newRecordId(newId);
            const known = new Set(expected);
            commitOn(pc, addToMenu(menu, entriesOn(pc), { item }, tools, to).puts);
            const added = order(pc, menu).find((id) => !known.has(id));
            if (added !== undefined) expected.splice(Math.min(to, expected.length), 0, added);
          } else if (one === undefined || record === undefined) {
            continue;
          } else if (type === "move") {
            commitOn(pc, moveInMenu(menu, entriesOn(pc), one, to, tools.random).puts);
            expected = expected.filter((id) => id !== one);
            expected.splice(Math.min(to, expected.length), 0, one);
          } else if (type === "remove") {
            commitOn(pc, removeFromMenu(menu, record).puts);
            expected = expected.filter((id) => id !== one);
          } else {
            // A received list may carry any key at all; what then stands is the new starting point.
            const key = ["", "!!", "a0", "zzzz", "a00"][to % 5] ?? "";
            const spoiled = { id: one, kind: "set-menu-entry" };
            commitOn(pc, [{ ...spoiled, field: "order", values: [{ value: key }], over: "shown" }]);
            expected = [...order(pc, menu)];
          }
          expect(order(pc, menu)).toEqual(expected);
        }
      }),
    );
  });

  test("between two entries with one key there is room all the same", () => {
    const { newId, pc, menu } = start();
    const tools = { newId, random: seeded(1) };
    for (let made = 0; made < 3; made += 1) {
      commitOn(pc, addToMenu(menu, entriesOn(pc), { item: newRecordId(newId) }, tools).puts);
    }
    const before = order(pc, menu);
    for (const id of before) {
      const key = { id, kind: "set-menu-entry", field: "order", values: [{ value: "a5" }] };
      commitOn(pc, [{ ...key, over: "shown" }]);
    }
    const spoiled = order(pc, menu);
    commitOn(pc, addToMenu(menu, entriesOn(pc), { item: newRecordId(newId) }, tools, 1).puts);
    const after = order(pc, menu);
    expect(after.filter((id) => spoiled.includes(id))).toEqual(spoiled);
    expect(spoiled.includes(after[1] ?? menu.id)).toBe(false);
  });

  test("property: keys lie strictly between their neighbours and can be built on", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1000), { maxLength: 60, size: "max" }),
        fc.nat(),
        (places, seed) => {
          const random = seeded(seed);
          const keys: string[] = [];
          for (const place of places) {
            const at = place % (keys.length + 1);
            const [before, after] = [keys[at - 1] ?? null, keys[at] ?? null];
            const key = orderBetween(before, after, random);
            expect(isOrderKey(key)).toBe(true);
            expect((before === null || before < key) && (after === null || key < after)).toBe(true);
            keys.splice(at, 0, key);
          }
        },
      ),
    );
  });

  test("property: two posts who insert at the same place offline both keep their item, in one order", () => {
    fc.assert(
      fc.property(fc.nat(8), fc.nat(8), fc.nat(8), fc.nat(), (length, here, there, seed) => {
        const { newId, pc, menu } = start();
        for (let made = 0; made < length; made += 1) {
          commitOn(
            pc,
            addToMenu(
              menu,
              entriesOn(pc),
              { item: newRecordId(newId) },
              { newId, random: seeded(made) },
            ).puts,
          );
        }
        const other = newPc(site, countingIds("other"), pc.now);
        pull(other, pc);
        const mine = newRecordId(newId);
        const theirs = newRecordId(newId);
        commitOn(
          pc,
          addToMenu(menu, entriesOn(pc), { item: mine }, { newId, random: seeded(seed) }, here)
            .puts,
        );
        commitOn(
          other,
          addToMenu(
            menu,
            entriesOn(other),
            { item: theirs },
            { newId, random: seeded(seed + 1) },
            there,
          ).puts,
        );
        pull(pc, other);
        pull(other, pc);
        expect(order(pc, menu)).toEqual(order(other, menu));
        expect(order(pc, menu)).toHaveLength(length + 2);
        const entries = entriesOf(menu.id, entriesOn(pc));
        expect(new Set(entries.map((entry) => entry.order)).size).toBe(length + 2);
        expect(entries.map(({ item }) => item)).toEqual(expect.arrayContaining([mine, theirs]));
      }),
    );
  });
});

describe("menus", () => {
  test("get the lowest free number of 1 to 99, deleted menus counted", () => {
    const { newId, pc, menu } = start();
    const record = pc.records.get(menu.id);
    if (record !== undefined) commitOn(pc, deleteSetMenu(menu, record).puts);
    commitOn(pc, createSetMenu({ name: "二" }, menusOn(pc), newId).changes.puts);
    expect(menusOn(pc).map(({ number, life }) => [number, life])).toEqual([
      [1, "deleted"],
      [2, "alive"],
    ]);
    const full = Array.from({ length: 99 }, (_, at): SetMenu => ({ ...menu, number: at + 1 }));
    const puts = createSetMenu({ name: "满" }, full, newId).changes.puts;
    expect(puts.some(({ field }) => field === "number")).toBe(false);
  });

  test("are put on the clock: items and activities one after another, over an hour is said", () => {
    const { newId, pc, menu } = start();
    const tools = { newId, random: seeded(1) };
    const film: Courseware = {
      id: newRecordId(newId),
      title: "t",
      kind: "video",
      minutes: minutes(33),
      life: "alive",
      pending: [],
    };
    const activity = { activity: { name: "讨论", minutes: minutes(30) } };
    commitOn(pc, addToMenu(menu, entriesOn(pc), activity, tools).puts);
    commitOn(pc, addToMenu(menu, entriesOn(pc), { item: film.id }, tools, 0).puts);
    commitOn(pc, addToMenu(menu, entriesOn(pc), { item: newRecordId(newId) }, tools).puts);
    const times = timesOf(menu, entriesOn(pc), (id) => (id === film.id ? film : undefined));
    expect(times.entries.map(({ startsAt, minutes: long }) => [startsAt, long])).toEqual([
      [0, 33],
      [33, 30],
      [63, 0],
    ]);
    expect([times.total, times.session, times.over]).toEqual([63, 60, 3]);
    const long = timesOf({ ...menu, sessionMinutes: minutes(90) }, entriesOn(pc), () => film);
    expect([long.total, long.over]).toEqual([96, 6]);
  });
});
