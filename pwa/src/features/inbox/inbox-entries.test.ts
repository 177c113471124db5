import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { type Courseware, coursewareFieldsSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { fileSize } from "./file-size.ts";
import { inboxContent } from "./inbox-entries.ts";

const clip = (id: string, change: Partial<v.InferInput<typeof clipSchema>> = {}): Clip =>
  v.parse(clipSchema, {
    id: `clip-${id}`.padEnd(24, "0"),
    kind: "video",
    title: id,
    source: { url: "http://a.cn/p", canonical: `https://a.cn/${id}`, portal: "a.cn" },
    file: { state: "none" },
    tags: [],
    reviewed: false,
    clippedAt: 1000,
    ...change,
  });

const item = (id: string, change: Partial<Courseware> = {}): Courseware => ({
  ...v.parse(coursewareFieldsSchema, { title: id, kind: "video" }),
  id: clip(id).id,
  life: "alive",
  pending: [],
  ...change,
});

const library = (...items: readonly Courseware[]) => new Map(items.map((one) => [one.id, one]));
const rows = (...clips: readonly Clip[]) =>
  clips.map((one) => ({ type: "clip" as const, clip: one }));
const titles = (entries: readonly { readonly title: string }[]) =>
  entries.map(({ title }) => title);

describe("what the inbox shows", () => {
  it("puts what waits for a category first and the newest on top", () => {
    const content = inboxContent(
      rows(clip("old"), clip("new", { clippedAt: 2000 }), clip("filed", { category: 2 })),
      library(),
    );
    expect(titles(content.unfiled)).toEqual(["new", "old"]);
    expect(titles(content.onTheWay)).toEqual(["filed"]);
  });

  it("shows items of the library that have no category, and no others", () => {
    const content = inboxContent(
      [],
      library(item("unfiled"), item("filed", { category: 1 }), item("gone", { life: "deleted" })),
    );
    expect(titles(content.unfiled)).toEqual(["unfiled"]);
    expect(content.onTheWay).toEqual([]);
  });

  it("shows a clip and its item as one line, with the item's number", () => {
    const content = inboxContent(
      rows(clip("one", { file: { state: "waiting" } })),
      library(item("one", { category: 1, number: 1014 })),
    );
    expect(content.unfiled).toEqual([]);
    expect(content.onTheWay).toMatchObject([
      { number: 1014, category: 1, file: { state: "waiting" } },
    ]);
  });

  it("lets a filing that was taken back wait here again, whatever the row says", () => {
    const content = inboxContent(
      rows(clip("one", { category: 1, file: { state: "waiting" } })),
      library(item("one", { category: null })),
    );
    expect(titles(content.unfiled)).toEqual(["one"]);
  });

  it("keeps damaged rows apart", () => {
    const damaged = { type: "damaged", id: "x", problems: ["title"], raw: "{}" } as const;
    expect(inboxContent([damaged], library()).damaged).toEqual([damaged]);
  });
});

describe("a size as people say it", () => {
  it.each([
    [1, "1 KB"],
    [212_164, "207 KB"],
    [22_020_096, "21 MB"],
    [1_181_116_006, "1.1 GB"],
  ])("%d bytes are %s", (bytes, said) => {
    expect(fileSize(bytes)).toBe(said);
  });
});
