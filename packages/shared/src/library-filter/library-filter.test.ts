import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, siteNamed } from "../../testing/pc.ts";
import { AUDIENCES, categorySchema } from "../category/index.ts";
import { restoreRecord } from "../changes/index.ts";
import { instantSchema, minutesSchema } from "../clock/index.ts";
import { COURSEWARE_KINDS, type Courseware, mediaFileSchema } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";
import { planImport } from "../merge/index.ts";
import { searchTextOf } from "../search/index.ts";
import { LIST_KINDS } from "../sharing/list-file.ts";
import {
  countChoices,
  deleteFilter,
  type FilterFacts,
  filterCourseware,
  filterFacts,
  itemsOfSavedFilter,
  type LibraryFilter,
  libraryFilterSchema,
  renameFilter,
  savedFiltersOf,
  saveFilter,
  sortCourseware,
  trimFilter,
  WHEREABOUTS,
} from "./index.ts";

const NOW = v.parse(instantSchema, 1_764_000_000_000);
const DAY = 24 * 60 * 60 * 1000;
const idOf = (at: number) => v.parse(recordIdSchema, `item-${String(at).padStart(19, "0")}`);
const file = v.parse(mediaFileSchema, {
  hash: "a".repeat(64),
  size: 1,
  mime: "video/mp4",
  name: "a.mp4",
});

const item = (at: number, fields: Partial<Courseware> = {}): Courseware => ({
  id: idOf(at),
  title: `第 ${at} 部`,
  kind: "video",
  life: "alive",
  pending: [],
  ...fields,
});

const minutesOf = (count: number) => v.parse(minutesSchema, count);

const someItems = fc
  .array(
    fc.record({
      category: fc.option(fc.constantFrom(1, 2, 3, 4, 5)),
      kind: fc.constantFrom(...COURSEWARE_KINDS),
      tags: fc.subarray([...AUDIENCES, "春耕", "手机"]),
      publisher: fc.option(fc.constantFrom("共产党员网", "央视网")),
      minutes: fc.option(fc.integer({ min: 0, max: 90 })),
      reviewed: fc.option(fc.boolean()),
      number: fc.option(fc.integer({ min: 1001, max: 1099 })),
      played: fc.option(fc.integer({ min: 0, max: 100 })),
      place: fc.option(fc.constant({ type: "disc" as const, name: "3 号" })),
    }),
    { maxLength: 40 },
  )
  .map((drafts) =>
    drafts.map(({ category, minutes, played, ...rest }, at) => ({
      played,
      item: item(at, {
        ...rest,
        category: category === null ? null : v.parse(categorySchema, category),
        minutes: minutes === null ? null : minutesOf(minutes),
      }),
    })),
  );

const someFilter: fc.Arbitrary<LibraryFilter> = fc
  .record(
    {
      categories: fc.subarray([1, 2, 3, 4, 5]),
      kinds: fc.subarray([...COURSEWARE_KINDS]),
      audiences: fc.subarray([...AUDIENCES]),
      tags: fc.subarray(["春耕", "手机"]),
      publishers: fc.subarray(["共产党员网", "央视网"]),
      minutes: fc.record(
        { from: fc.integer({ min: 0, max: 60 }), to: fc.integer({ min: 0, max: 90 }) },
        { requiredKeys: [] },
      ),
      noMinutes: fc.constant(true as const),
      where: fc.subarray([...WHEREABOUTS]),
      reviewed: fc.boolean(),
      notPlayedFor: fc.integer({ min: 0, max: 10 }),
      sinceEdition: fc.constant(true as const),
    },
    { requiredKeys: [] },
  )
  .map((raw) => v.parse(libraryFilterSchema, raw));

const factsOf = (
  rows: readonly { readonly item: Courseware; readonly played: number | null }[],
): FilterFacts => ({
  now: NOW,
  lastPlayed: new Map(
    rows.flatMap(({ item: { id }, played }) =>
      played === null ? [] : [[id, v.parse(instantSchema, NOW - played * DAY)] as const],
    ),
  ),
  isNewSinceEdition: ({ number }) => number != null && number > 1050,
  whereIs: ({ place }) => (place == null ? "missing" : "elsewhere"),
});

describe("filters", () => {
  test("commute, are subsets in the same order, and agree with their counts", () => {
    fc.assert(
      fc.property(someItems, someFilter, someFilter, (rows, a, b) => {
        const items = rows.map((row) => row.item);
        const facts = factsOf(rows);
        const ab = filterCourseware(filterCourseware(items, a, facts), b, facts);
        const ba = filterCourseware(filterCourseware(items, b, facts), a, facts);
        expect(ab).toEqual(ba);
        expect(ab).toEqual(items.filter((one) => ab.includes(one)));
        expect(filterCourseware(ab, a, facts)).toEqual(ab);
        const counts = countChoices(items, a, facts);
        for (const kind of COURSEWARE_KINDS) {
          const alone = filterCourseware(items, { ...a, kinds: [kind] }, facts);
          expect(counts.kinds.get(kind) ?? 0).toBe(alone.length);
        }
        for (const tag of ["春耕", "手机"]) {
          const alone = filterCourseware(items, { ...a, tags: [tag] }, facts);
          expect(counts.tags.get(tag) ?? 0).toBe(alone.length);
        }
        expect(counts.neverPlayed).toBe(
          filterCourseware(items, { ...a, notPlayedFor: 0 }, facts).length,
        );
      }),
    );
  });

  test("ask for minutes, places, plays and the edition as people mean them", () => {
    const rows = [
      item(1, { minutes: minutesOf(10), number: 1001 }),
      item(2, { minutes: minutesOf(30), place: { type: "disc", name: "3 号" } }),
      item(3, { minutes: minutesOf(0), media: file }),
      item(4, { title: "𠮷野家与㐂", number: 1004 }),
    ];
    const facts: FilterFacts = {
      ...filterFacts(
        { items: new Map(), playbacks: new Map(), editions: new Map(), records: new Map() },
        NOW,
      ),
      lastPlayed: new Map([[idOf(1), v.parse(instantSchema, NOW - 20 * DAY)]]),
    };
    const ids = (filter: LibraryFilter) =>
      filterCourseware(rows, filter, facts).map(({ id }) => rows.findIndex((r) => r.id === id) + 1);
    expect(ids({ minutes: { from: 10, to: 29 } })).toEqual([1]);
    expect(ids({ minutes: { to: 30 } })).toEqual([1, 2]);
    expect(ids({ noMinutes: true })).toEqual([3, 4]);
    expect(ids({ where: ["here"] })).toEqual([3]);
    expect(ids({ where: ["elsewhere", "missing"] })).toEqual([1, 2, 4]);
    expect(ids({ notPlayedFor: 0 })).toEqual([2, 3, 4]);
    expect(ids({ notPlayedFor: 2 })).toEqual([1, 2, 3, 4]);
    expect(ids({ notPlayedFor: 3 })).toEqual([2, 3, 4]);
    expect(ids({ sinceEdition: true })).toEqual([1, 4]);
    const absent = filterFacts(
      { items: new Map(), playbacks: new Map(), editions: new Map(), records: new Map() },
      NOW,
      new Set([file.hash]),
    );
    expect(filterCourseware(rows, { where: ["here"] }, absent)).toEqual([]);
  });

  test("a condition of a newer version makes the filter unreadable, not wider", () => {
    expect(v.safeParse(libraryFilterSchema, { loudness: 3 }).success).toBe(false);
    expect(trimFilter({ kinds: [], query: "", minutes: {}, reviewed: false })).toEqual({
      reviewed: false,
    });
  });
});

describe("orders", () => {
  const readingsOf = (text: string) =>
    [...text].map((one) =>
      /\p{Script=Han}/u.test(one)
        ? pinyin(one, { multiple: true, type: "array", toneType: "none", v: true })
        : [],
    );
  const rows = ["种植", "《安全》", "茶", "𠮷"].map((title, at) =>
    item(at, at === 1 ? { title } : { title, minutes: minutesOf(30 - at) }),
  );
  const facts = factsOf([]);
  const sorted = (by: "title" | "minutes" | "clipped", down: boolean): readonly string[] =>
    sortCourseware(rows, { by, down }, facts, (id) => {
      const found = rows.find((one) => one.id === id);
      return found === undefined ? undefined : searchTextOf(found.title, readingsOf);
    }).map(({ title }) => title);

  test("by pinyin, signs not counted", () => {
    expect(sorted("title", false).slice(0, 2)).toEqual(["《安全》", "茶"]);
  });
  test("what lacks the key stands at the end both ways; equal ones keep the order of the book", () => {
    expect(sorted("minutes", false)).toEqual(["𠮷", "茶", "种植", "《安全》"]);
    expect(sorted("minutes", true)).toEqual(["种植", "茶", "𠮷", "《安全》"]);
    expect(sorted("clipped", true)).toEqual(rows.map(({ title }) => title));
  });
});

describe("saved filters", () => {
  const site = siteNamed("ours");
  test("are kept, replaced under the same name, renamed, deleted and restored", () => {
    const newId = countingIds("f");
    const pc = newPc(site, newId, NOW);
    const saved = () => savedFiltersOf(pc.records.values(), site);
    commitOn(pc, saveFilter({ name: "短片", filter: { minutes: { to: 10 } } }, [], newId).puts);
    commitOn(
      pc,
      saveFilter({ name: "短片", filter: { minutes: { to: 15 } } }, saved().filters, newId).puts,
    );
    expect(saved().filters).toMatchObject([{ name: "短片", filter: { minutes: { to: 15 } } }]);
    const [one] = saved().filters;
    if (one === undefined) throw new Error("nothing kept");
    commitOn(pc, renameFilter(one, "一刻钟").puts);
    expect(saved().filters.map(({ name }) => name)).toEqual(["一刻钟"]);
    const record = pc.records.get(one.id);
    if (record === undefined) throw new Error("no record");
    commitOn(pc, deleteFilter(one, record).puts);
    expect(saved().filters).toEqual([]);
    commitOn(pc, [restoreRecord(record)]);
    expect(saved().filters).toHaveLength(1);
  });

  test("travel in no list, and none is taken from one", () => {
    const newId = countingIds("f");
    const pc = newPc(siteNamed("county"), newId, NOW);
    commitOn(pc, saveFilter({ name: "短片", filter: { reviewed: true } }, [], newId).puts);
    const sent = [...pc.records.values()];
    expect(sent).toHaveLength(1);
    expect(sent.filter(({ kind }) => LIST_KINDS.has(kind))).toEqual([]);
    expect(planImport(() => undefined, sent, site)).toEqual([]);
  });

  test("name items of a snapshot, the query's words included", () => {
    const rows = [
      item(1, { title: "水稻病虫害", category: v.parse(categorySchema, 3), number: 3001 }),
      item(2, { title: "水稻育秧", category: v.parse(categorySchema, 3), minutes: minutesOf(20) }),
      item(3, { title: "水稻没归类", minutes: minutesOf(20) }),
      item(4, { title: "玉米", category: v.parse(categorySchema, 3), minutes: minutesOf(20) }),
    ];
    const snapshot = {
      items: new Map(rows.map((one) => [one.id, one])),
      playbacks: new Map(),
      editions: new Map(),
      records: new Map(),
      searchTexts: new Map(),
    };
    const titles = (filter: LibraryFilter) =>
      itemsOfSavedFilter(snapshot, filter, NOW).map(({ title }) => title);
    expect(titles({ query: "水稻" })).toEqual(["水稻病虫害", "水稻育秧"]);
    expect(titles({ query: "水稻", minutes: { to: 20 } })).toEqual(["水稻育秧"]);
    expect(titles({})).toHaveLength(3);
  });
});
