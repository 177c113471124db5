import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { countingIds, siteNamed } from "../../testing/pc.ts";
import { fixedClock, minutesOfSeconds } from "../clock/index.ts";
import { type Courseware, type MediaHash, mediaHashSchema } from "../courseware/index.ts";
import { newRecordId } from "../identity/index.ts";
import type { SetMenu, SetMenuEntry } from "../set-menu/index.ts";
import {
  emptyManifest,
  type FolderFile,
  manifestText,
  readManifest,
  readManifestValue,
  withBook,
  withFile,
  withMade,
} from "./book-manifest.ts";
import {
  ARTICLES_GLOBAL,
  articleScript,
  MANIFEST_GLOBAL,
  manifestScript,
  readScriptedArticle,
} from "./folder-scripts.ts";
import { stickArticles, stickBook, stickItems } from "./stick-content.ts";

const newId = countingIds("stick");
const site = siteNamed("site");
const madeAt = fixedClock(Date.UTC(2026, 10, 24)).now();
const minutes = (count: number) => minutesOfSeconds(count * 60);
const hashOf = (seed: number): MediaHash =>
  v.parse(mediaHashSchema, seed.toString(16).padStart(64, "0"));
const NOTE = "联系人张三 13800000000";

const film: Courseware = {
  id: newRecordId(newId),
  title: "一面党旗的故事",
  kind: "video",
  life: "alive",
  pending: [],
  number: 1014,
  minutes: minutes(10),
  note: NOTE,
  media: { hash: hashOf(1), size: 100, mime: "video/mp4", name: "a.mp4", seconds: 601.5 },
  cover: { hash: hashOf(9), size: 5, mime: "image/jpeg", name: "c.jpg" },
};
const reading: Courseware = {
  id: newRecordId(newId),
  title: "</script>两会：要点",
  kind: "article",
  life: "alive",
  pending: [],
  number: 2003,
  article: { html: "<p>一</p>", text: "一", pictures: [] },
};
const spare: Courseware = { ...film, id: newRecordId(newId), number: 5007, title: "备片" };
const other: Courseware = { ...reading, id: newRecordId(newId), number: 2004 };
const unnumbered: Courseware = { ...film, id: newRecordId(newId), number: undefined };
const menu: SetMenu = {
  id: newRecordId(newId),
  life: "alive",
  name: "主题党日标准餐",
  number: 8,
  noteDuring: "放完讨论",
  spare: spare.id,
};
const entry = (order: string, content: Partial<SetMenuEntry>): SetMenuEntry => ({
  id: newRecordId(newId),
  life: "alive",
  menu: menu.id,
  order,
  ...content,
});
const entries = [
  entry("a2", { activity: { name: "讨论", minutes: minutes(30) } }),
  entry("a1", { item: reading.id }),
  entry("a0", { item: film.id, mustPlay: true }),
];
const library = {
  items: new Map([film, reading, spare, other, unnumbered].map((item) => [item.id, item])),
  menus: new Map([[menu.id, menu]]),
  entries: new Map(entries.map((one) => [one.id, one])),
};
const tonight = { type: "menus", menus: [menu.id] } as const;
const lying: FolderFile = { hash: hashOf(1), size: 100, path: "1 基层党建/1014 一面党旗.mp4" };

const made = () =>
  stickBook({
    ...library,
    madeAt,
    siteName: "东风村",
    scope: tonight,
    files: [lying],
    articles: stickArticles([reading], undefined, [lying]),
    covers: new Set([hashOf(9)]),
  });

/** What a page has in a global after it loaded these scripts. */
const globalAfter = (name: string, ...scripts: readonly string[]): unknown => {
  const page: Record<string, unknown> = {};
  for (const script of scripts) new Function("globalThis", script)(page);
  return page[name];
};

describe("what goes onto a stick", () => {
  it("is the menu with its spare, or everything that has a number", () => {
    expect(stickItems(library, tonight)).toEqual([film, reading, spare]);
    expect(stickItems(library, { type: "book" })).toEqual([film, reading, other, spare]);
  });

  it("names every item, its file only where that lies there, and nothing personal", () => {
    const book = made();
    expect(
      book.items.map(({ number, file, article }) => [number, file?.path, article?.page]),
    ).toEqual([
      [1014, lying.path, undefined],
      [2003, undefined, "2 政策法规/2003 ＜／script＞两会：要点.html"],
      [2004, undefined, undefined],
      [5007, lying.path, undefined],
    ]);
    expect(book.items[0]).toMatchObject({ minutes: 10, cover: `dianbo/covers/${hashOf(9)}.jpg` });
    expect(
      book.menus[0]?.entries.map(({ item, activity, mustPlay }) => [
        item,
        activity?.name,
        mustPlay,
      ]),
    ).toEqual([
      [film.id, undefined, true],
      [reading.id, undefined, false],
      [undefined, "讨论", false],
    ]);
    expect(JSON.stringify(book)).not.toContain("张三");
  });

  it("a film's subtitles go along where its film does, and read back", () => {
    const subtitles = { name: "a.srt", vtt: "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n好" };
    const made = (files: readonly FolderFile[]) =>
      stickBook({
        madeAt,
        siteName: "青禾社区",
        scope: { type: "book" },
        items: new Map([[film.id, { ...film, subtitles }]]),
        menus: new Map(),
        entries: new Map(),
        files,
        articles: [],
        covers: new Set(),
      }).items[0]?.subtitles;
    expect(made([lying])).toEqual(subtitles);
    expect(made([])).toBeUndefined();
  });

  it("an article keeps its place, and two of one title have two", () => {
    const twin = { ...other, number: 2003 };
    const [first, second] = stickArticles([reading, twin], undefined, []);
    expect(second?.page).toBe("2 政策法规/(2) 2003 ＜／script＞两会：要点.html");
    const renamed = { ...reading, title: "新名字" };
    const [again] = stickArticles([renamed], made(), []);
    expect(again?.page).toBe(first?.page);
  });

  it("is read from the script as from the index, whatever a title holds", () => {
    const manifest = withMade(withBook(withFile(emptyManifest(site), lying), made()), {
      path: "点播本.html",
      size: 7,
      from: "v1",
    });
    const text = manifestText(manifest);
    const script = manifestScript(text);
    expect(script).toMatch(/^[\n -~]+$/u);
    expect(script).not.toContain("</script");
    const read = readManifestValue(globalAfter(MANIFEST_GLOBAL, script));
    expect(read).toEqual(readManifest(text));
    expect(read.ok && read.value.book).toEqual(made());
    expect(read.ok && read.value.made).toEqual([{ path: "点播本.html", size: 7, from: "v1" }]);
  });

  it("keeps what fits of a book that lies", () => {
    const text = manifestText(
      withBook(emptyManifest(site), {
        ...made(),
        items: made().items.map((item) =>
          item.number === 1014 ? { ...item, cover: "../../secret.jpg" } : item,
        ),
      }),
    );
    const read = readManifest(text);
    expect(read.ok && read.value.book?.items.map(({ number }) => number)).toEqual([
      2003, 2004, 5007,
    ]);
  });

  it("articles come one by one, under their item's id", () => {
    const one = { title: "一", html: "<p>\u2028</p>", text: "一" };
    const all = globalAfter(
      ARTICLES_GLOBAL,
      articleScript("a", one),
      articleScript("b", { ...one, title: "二" }),
    );
    expect(readScriptedArticle(all, "a")).toEqual(one);
    expect(readScriptedArticle(all, "c")).toBeUndefined();
  });
});
