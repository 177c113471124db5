import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, plainId, siteNamed } from "../../testing/pc.ts";
import { deleteRecord, type FieldPut, put, restoreRecord } from "../changes/index.ts";
import { civilDateSchema, instantSchema } from "../clock/index.ts";
import { type Courseware, readCourseware } from "../courseware/index.ts";
import { type RecordId, recordIdSchema } from "../identity/index.ts";
import { downloadDaysInWeek } from "./download-days.ts";
import { type DownloadEntry, readDownloadEntry } from "./download-entry.ts";
import { logDownloads } from "./download-log.ts";

const NOW = v.parse(instantSchema, Date.UTC(2026, 10, 24, 2));
const SITE = siteNamed("village");
const ID = v.parse(recordIdSchema, plainId("item"));
const FILE = { hash: "ab".repeat(32), size: 82, mime: "video/mp4", name: "a.mp4" };
const FIELDS = {
  title: "一面党旗的故事",
  kind: "video",
  category: 1,
  minutes: 10,
  publisher: "县融媒体中心",
  source: { url: "http://a.cn/p", canonical: "https://a.cn/p", portal: "a.cn" },
  clippedAt: NOW,
  clippedBy: "B",
} as const;
const record = { id: ID, kind: "courseware" };

const open = () => {
  const pc = newPc(SITE, countingIds("pc"), NOW);
  const newId = countingIds("log");
  const entries = (): Map<RecordId, DownloadEntry> => {
    const read = new Map<RecordId, DownloadEntry>();
    for (const one of pc.records.values()) {
      const entry = one.kind === "download" ? readDownloadEntry(one, SITE) : undefined;
      if (entry?.ok === true) read.set(one.id, entry.value);
    }
    return read;
  };
  const items = (): Map<RecordId, Courseware> => {
    const stored = pc.records.get(ID);
    const item = stored === undefined ? undefined : readCourseware(stored, SITE);
    return new Map(item?.ok === true ? [[ID, item.value]] : []);
  };
  const act = (puts: readonly FieldPut[], now = NOW): void => {
    const bench = {
      items: items(),
      downloads: entries(),
      records: pc.records,
      now,
      post: "A" as const,
      newId,
    };
    commitOn(pc, [...puts, ...logDownloads(puts, bench)]);
  };
  const alive = () => [...entries().values()].filter(({ life }) => life === "alive");
  return { pc, act, alive };
};
const putAll = (fields: Readonly<Record<string, unknown>>): FieldPut[] =>
  Object.entries(fields).map(([field, value]) =>
    put(record, field, JSON.parse(JSON.stringify(value))),
  );

describe("the download log", () => {
  test("a line that came before the category learns it with the first filing, and keeps it", () => {
    const side = open();
    side.act(putAll({ ...FIELDS, category: null, media: FILE }));
    expect(side.alive().map(({ category }) => category ?? null)).toEqual([null]);
    side.act(putAll({ category: 3 }));
    expect(side.alive().map(({ category }) => category)).toEqual([3]);
    side.act(putAll({ category: 5 }));
    expect(side.alive().map(({ category }) => category)).toEqual([3]);
  });

  test("has a line when a file is attached to a clipped item, and says who, where from and which shelf", () => {
    const side = open();
    side.act(putAll(FIELDS));
    expect(side.alive()).toEqual([]);
    side.act(putAll({ media: FILE }));
    expect(side.alive()).toMatchObject([
      {
        item: ID,
        date: "2026-11-24",
        title: FIELDS.title,
        publisher: "县融媒体中心",
        portal: "a.cn",
        url: "http://a.cn/p",
        category: 1,
        size: 82,
        keptIn: "browser",
        post: "B",
      },
    ]);
  });

  test("has one line for one file, however often it is written", () => {
    const side = open();
    side.act(putAll({ ...FIELDS, media: FILE }));
    side.act(putAll({ media: null }));
    side.act(putAll({ media: FILE }));
    expect(side.alive()).toHaveLength(1);
    side.act(putAll({ media: { ...FILE, hash: "cd".repeat(32) } }));
    expect(side.alive()).toHaveLength(2);
  });

  test("counts an article when its text is kept, not again when its pictures follow", () => {
    const side = open();
    const article = { html: "<p>字</p>", text: "字", pictures: [] };
    side.act(putAll({ ...FIELDS, kind: "article", article }));
    side.act(putAll({ article: { ...article, html: "<p>字</p><img>" } }));
    expect(side.alive()).toHaveLength(1);
  });

  test.each([
    ["a film brought on a stick", { source: null }],
    ["a sample", { sample: true }],
    ["an item nobody clipped", { clippedAt: null }],
  ])("has no line for %s", (_, change) => {
    const side = open();
    side.act(putAll({ ...FIELDS, media: FILE, ...change }));
    expect(side.alive()).toEqual([]);
  });

  test("forgets what is thrown away on its day, not later, and knows it again when it comes back", () => {
    const side = open();
    side.act(putAll({ ...FIELDS, media: FILE }));
    const item = () => side.pc.records.get(ID);
    const stored = item();
    if (stored === undefined) throw new Error("no item");
    side.act([deleteRecord(stored)]);
    expect(side.alive()).toEqual([]);
    side.act([restoreRecord(item() ?? stored)]);
    expect(side.alive()).toHaveLength(1);
    side.act([deleteRecord(item() ?? stored)], v.parse(instantSchema, NOW + 86_400_000));
    expect(side.alive()).toHaveLength(1);
  });

  test("counts days of a week from Monday to Sunday", () => {
    const day = (text: string) => v.parse(civilDateSchema, text);
    const days = ["2026-11-22", "2026-11-23", "2026-11-23", "2026-11-29", "2026-11-30"].map(day);
    expect(downloadDaysInWeek(days, day("2026-11-24"))).toBe(2);
    expect(downloadDaysInWeek([], day("2026-11-24"))).toBe(0);
  });
});
