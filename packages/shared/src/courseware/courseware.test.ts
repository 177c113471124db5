import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, plainId, siteNamed } from "../../testing/pc.ts";
import { create, type Json } from "../changes/index.ts";
import { fixedClock } from "../clock/index.ts";
import { newRecordId } from "../identity/index.ts";
import { type Courseware, isListed, mediaHashSchema, readCourseware } from "./courseware.ts";
import { findSameSource } from "./same-source.ts";

const site = siteNamed("site");

const read = (fields: Record<string, Json>): ReturnType<typeof readCourseware> => {
  const pc = newPc(site, countingIds("pc"), fixedClock(0).now());
  const record = { id: newRecordId(() => plainId("film")), kind: "courseware" };
  const [state] = commitOn(pc, create(record, fields)).states;
  if (state === undefined) throw new Error("nothing was written");
  return readCourseware(state, site);
};

describe("reading a row", () => {
  test("unknown fields of a newer version do not disturb", () => {
    const item = read({ title: "t", kind: "video", hologram: { a: 1 } });
    expect(item.ok && [item.value.title, item.value.life, item.value.pending]).toEqual([
      "t",
      "alive",
      [],
    ]);
  });

  test.each([
    ["title", { title: "", kind: "video" }],
    ["kind", { title: "t", kind: "wmv" }],
    ["category", { title: "t", kind: "video", category: 6 }],
    ["minutes", { title: "t", kind: "video", minutes: -1 }],
    ["number", { title: "t", kind: "video", number: 8 }],
    [
      "media.hash",
      { title: "t", kind: "video", media: { hash: "x", size: 1, mime: "m", name: "n" } },
    ],
  ])("a row whose %s does not fit is shown as damaged, with its raw text", (problem, fields) => {
    const damaged = read(fields);
    if (damaged.ok) throw new Error("was accepted");
    expect(damaged.error.problems).toEqual([problem]);
    expect(JSON.parse(damaged.error.raw)).toEqual(fields);
  });
});

describe("the same source", () => {
  const base = (fields: Partial<Courseware>): Courseware => ({
    id: newRecordId(countingIds("same")),
    title: "t",
    kind: "video",
    life: "alive",
    pending: [],
    ...fields,
  });
  const source = { url: "http://www.a.cn/1", canonical: "https://a.cn/1", portal: "www.a.cn" };
  const hash = v.parse(mediaHashSchema, "0".repeat(64));
  const media = { hash, size: 1, mime: "video/mp4", name: "a.mp4" };

  test("is the same page or the same file; listed items win over deleted ones", () => {
    const deleted = base({ id: newRecordId(() => plainId("deleted")), source, life: "deleted" });
    const alive = base({ id: newRecordId(() => plainId("alive")), source });
    expect(findSameSource([deleted, alive], { canonical: "https://a.cn/1" })).toBe(alive);
    expect(findSameSource([deleted], { canonical: "https://a.cn/1" })).toBe(deleted);
    expect(
      findSameSource([alive], { canonical: "https://a.cn/1", except: alive.id }),
    ).toBeUndefined();
    expect(findSameSource([base({ media })], { hash })?.media).toBe(media);
    expect(findSameSource([base({}), alive], {})).toBeUndefined();
    expect(isListed(deleted)).toBe(false);
  });
});
