import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { plainId, siteNamed } from "../../testing/pc.ts";
import { emptyManifest, manifestText, type StickBook, withBook } from "../book-folder/index.ts";
import { instantSchema, minutesSchema } from "../clock/index.ts";
import { mediaHashSchema } from "../courseware/index.ts";
import { newRecordId } from "../identity/index.ts";
import { entriesOf } from "../set-menu/index.ts";
import { readStick, stickAddress } from "./read-stick.ts";

const site = siteNamed("qinghe");
const named = (name: string) => newRecordId(() => plainId(name));
const hash = v.parse(mediaHashSchema, "a".repeat(64));
const cover = v.parse(mediaHashSchema, "b".repeat(64));
const minutes = v.parse(minutesSchema, 10);

const book: StickBook = {
  madeAt: v.parse(instantSchema, Date.UTC(2026, 10, 24)),
  siteName: "青禾社区",
  categories: [],
  items: [
    {
      id: named("film"),
      number: 1014,
      title: "一面党旗的故事",
      kind: "video",
      minutes,
      file: { path: "1 基层党建/1014 一面党旗的故事.mp4", hash, size: 5, mime: "video/mp4" },
      cover: `dianbo/covers/${cover}.jpg`,
    },
    {
      id: named("page"),
      number: 1021,
      title: "通知",
      kind: "article",
      article: { page: "1 基层党建/1021 通知.html", script: "dianbo/articles/x.js" },
    },
    { id: named("disc"), number: 5001, title: "光盘里的", kind: "film" },
  ],
  menus: [
    {
      id: named("menu"),
      number: 7,
      name: "标准餐",
      sessionMinutes: v.parse(minutesSchema, 60),
      entries: Array.from({ length: 70 }, (_, place) =>
        place === 1
          ? { id: named(`entry${place + 100}x`), activity: { name: "讨论", minutes } }
          : { id: named(`entry${place + 100}x`), item: named("film") },
      ),
    },
  ],
};

const manifest = (): unknown => JSON.parse(manifestText(withBook(emptyManifest(site), book)));

describe("what the USB edition reads", () => {
  it("is the book in the room's own shapes, and where its files lie", () => {
    const read = readStick(manifest());
    if (!read.ok) throw new Error(read.error.type);
    const { items, menus, entries, files, articles } = read.value;
    expect(items.get(named("film"))).toMatchObject({
      number: 1014,
      life: "alive",
      media: { hash, name: "1014 一面党旗的故事.mp4" },
      cover: { hash: cover },
    });
    expect(items.get(named("disc"))?.media).toBeUndefined();
    expect(menus.get(named("menu"))?.name).toBe("标准餐");
    expect(files.get(hash)).toBe("1 基层党建/1014 一面党旗的故事.mp4");
    expect(files.get(cover)).toBe(`dianbo/covers/${cover}.jpg`);
    const copy = items.get(named("page"))?.article;
    expect(copy != null && articles.get(copy)?.script).toBe("dianbo/articles/x.js");
    expect(entriesOf(named("menu"), [...entries.values()]).map(({ id }) => id)).toEqual(
      book.menus[0]?.entries.map(({ id }) => id),
    );
  });

  it.each([
    [undefined, "no-index"],
    [null, "index-broken"],
    ["text", "index-broken"],
    [{ format: "dianbo-book", version: 9, site, media: [] }, "newer-stick"],
    [{ format: "dianbo-book", version: 1, site, media: [] }, "no-book"],
    [{ format: "dianbo-book", version: 1, site, media: [], book: { items: 5 } }, "no-book"],
  ])("%j is refused as %s", (input, type) => {
    expect(readStick(input)).toEqual({ ok: false, error: { type } });
  });

  it("addresses hold signs that mean something in an address", () => {
    expect(stickAddress("3 实用技术/3001 50% 的办法 #1？.mp4")).toBe(
      "3%20%E5%AE%9E%E7%94%A8%E6%8A%80%E6%9C%AF/3001%2050%25%20%E7%9A%84%E5%8A%9E%E6%B3%95%20%231%EF%BC%9F.mp4",
    );
  });
});
