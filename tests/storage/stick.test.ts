/** A stick made, cut off anywhere, made again; opened elsewhere, with what lies about it. */
import { manifestText, readManifest, withFile } from "@dianbo/shared/book-folder";
import { fixedClock } from "@dianbo/shared/clock";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import type { SetMenu, SetMenuEntry } from "@dianbo/shared/set-menu";
import { describe, expect, it } from "vitest";
import type { StickMakers } from "../../pwa/src/storage/book-folder/made-files.ts";
import { makeStick } from "../../pwa/src/storage/book-folder/make-stick.ts";
import { openStick } from "../../pwa/src/storage/book-folder/open-stick.ts";
import { bytesToCopy, planStick } from "../../pwa/src/storage/book-folder/plan-stick.ts";
import { takeFilms } from "../../pwa/src/storage/book-folder/take-films.ts";
import { emptySnapshot, type LibrarySnapshot } from "../../pwa/src/storage/snapshot.ts";
import { bytesOf, handsIn, hashOf, paperDisk, paperStore } from "../support/paper-disk.ts";

const SITE = newSiteId(() => "site".padEnd(24, "0"));
const OTHER = newSiteId(() => "other".padEnd(24, "0"));
const at = (day: number) => fixedClock(Date.UTC(2026, 10, day)).now();
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id${ids}`.padEnd(24, "0");
};
const never = new AbortController().signal;

const FILMS = ["一", "二二", "三三三"].map(bytesOf);
const COVER = bytesOf("picture");
const film = (number: number, title: string, bytes = bytesOf(title)): Courseware => ({
  id: newRecordId(newId),
  title,
  kind: "video",
  life: "alive",
  pending: [],
  number,
  media: { hash: hashOf(bytes), size: bytes.length, mime: "video/mp4", name: "x.mp4" },
});
const [ONE = bytesOf(""), TWO = bytesOf(""), THREE = bytesOf("")] = FILMS;
const first: Courseware = {
  ...film(1014, "第一讲", ONE),
  cover: { hash: hashOf(COVER), size: COVER.length, mime: "image/png", name: "c.png" },
};
const spare = film(5007, "备片", TWO);
const notTonight = film(3001, "别的", THREE);
const absent = film(1015, "没下完");
const reading: Courseware = {
  id: newRecordId(newId),
  title: "要点",
  kind: "article",
  life: "alive",
  pending: [],
  number: 2003,
  article: { html: "<p>一</p>", text: "一", pictures: [] },
};
const menu: SetMenu = {
  id: newRecordId(newId),
  life: "alive",
  name: "标准餐",
  number: 8,
  spare: spare.id,
};
const entry = (order: string, item: Courseware): SetMenuEntry => ({
  id: newRecordId(newId),
  life: "alive",
  menu: menu.id,
  order,
  item: item.id,
});
const byId = <T extends { readonly id: Courseware["id"] }>(all: readonly T[]) =>
  new Map(all.map((one) => [one.id, one]));
const SNAPSHOT: LibrarySnapshot = {
  ...emptySnapshot,
  items: byId([first, spare, notTonight, absent, reading]),
  menus: byId([menu]),
  entries: byId([entry("a0", first), entry("a1", reading), entry("a2", absent)]),
};
const TONIGHT = { type: "menu", menu: menu.id } as const;

const FILM_PATHS = ["1 基层党建/1014 第一讲.mp4", "5 文体卫生/5007 备片.mp4"];
const PAGE = "2 政策法规/2003 要点.html";
const SMALL = [
  PAGE,
  `dianbo/articles/${reading.id}.js`,
  `dianbo/covers/${hashOf(COVER)}.jpg`,
  "dianbo/list.dianbo",
  "dianbo/manifest.js",
  "dianbo/manifest.json",
  "点播本.html",
];

const setUp = (snapshot = SNAPSHOT) => {
  const { disk, folder, files } = paperDisk();
  const media = paperStore([...FILMS, COVER]);
  const made = { edition: "v1", articles: 0 };
  const makers: StickMakers = {
    usbEdition: async () => bytesOf(made.edition),
    article: async ({ title, article }) => {
      made.articles += 1;
      const html = article?.html ?? "";
      return { page: html, scripted: { title, html, text: article?.text ?? "" } };
    },
    cover: async () => bytesOf("small"),
  };
  const plan = async (scope: Parameters<typeof planStick>[3] = TONIGHT, site = SITE) => {
    const planned = await planStick(folder, snapshot, site, scope, new Set(media.held.keys()));
    if (!planned.ok) throw new Error(planned.error.type);
    return planned.value;
  };
  const make = async (scope: Parameters<typeof planStick>[3] = TONIGHT, signal = never) =>
    makeStick(await plan(scope), {
      folder,
      media,
      hands: handsIn(folder),
      signal,
      snapshot,
      siteName: "东风村",
      edition: undefined,
      madeAt: at(24),
      makers,
      list: bytesOf("list"),
      onProgress: () => undefined,
    });
  const open = async () => {
    const opened = await openStick(folder);
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };
  return { disk, folder, files, media, made, plan, make, open };
};

const sorted = (paths: Iterable<string>): readonly string[] => [...paths].sort();

describe("a stick for tonight", () => {
  it("holds the menu with its spare, its articles, covers, the USB edition and the book", async () => {
    const { make, files, plan, open } = setUp();
    const planned = await plan();
    expect(planned.absent).toEqual([absent]);
    expect(bytesToCopy(planned)).toBe(ONE.length + TWO.length);
    const outcome = await make();
    expect(outcome).toMatchObject({ failed: [], stopped: undefined, hasEdition: true, left: 0 });
    expect(sorted(files.keys())).toEqual(sorted([...FILM_PATHS, ...SMALL]));
    const { book, list, files: lying } = await open();
    expect(lying).toHaveLength(2);
    expect(await list?.text()).toBe("list");
    expect(book).toMatchObject({ siteName: "东风村", tonight: menu.id, madeAt: at(24) });
    const shown = book?.items.map(({ number, file, article }) => [
      number,
      file?.path,
      article?.page,
    ]);
    expect(shown).toEqual([
      [1014, FILM_PATHS[0], undefined],
      [1015, undefined, undefined],
      [2003, undefined, PAGE],
      [3001, undefined, undefined],
      [5007, FILM_PATHS[1], undefined],
    ]);
  });

  it("the second time copies and makes nothing, and a new edition alone is written", async () => {
    const { make, made, files } = setUp();
    await make();
    expect(await make()).toMatchObject({ copied: [], written: 0, hasEdition: true });
    expect(made.articles).toBe(1);
    made.edition = "v2";
    expect(await make()).toMatchObject({ copied: [], written: 1 });
    expect(files.get("点播本.html")).toEqual(bytesOf("v2"));
  });

  it("what an earlier stick held stays in the book of the next", async () => {
    const { make, open } = setUp();
    await make({ type: "book" });
    const outcome = await make();
    expect(outcome.copied).toEqual([]);
    const { book } = await open();
    expect(book?.items.flatMap(({ file }) => file ?? [])).toHaveLength(3);
  });

  it("pulled out anywhere, or the PC killed there, it goes on and ends as if nothing had been", async () => {
    const whole = setUp();
    await whole.make();
    const { written } = whole.disk;
    for (const killed of [false, true]) {
      for (let after = 0; after < written; after += 97) {
        const { disk, make, files } = setUp();
        disk.fault = { after, name: "NotFoundError", killed };
        expect((await make()).stopped).toEqual({ type: "folder-gone" });
        disk.fault = undefined;
        expect(await make()).toMatchObject({ failed: [], stopped: undefined, left: 0 });
        expect(sorted(files.keys())).toEqual(sorted(whole.files.keys()));
        for (const [path, bytes] of whole.files) expect(files.get(path)).toEqual(bytes);
      }
    }
  });

  it("a half film of ours is taken away; somebody's film of that name is not", async () => {
    const { disk, make, files } = setUp();
    const [path = "", other = ""] = FILM_PATHS;
    files.set(other, bytesOf("somebody's, of another length"));
    disk.fault = { after: 0, name: "NotFoundError", killed: true };
    await make();
    disk.fault = undefined;
    files.set(path, bytesOf("x"));
    files.set(
      "dianbo/writing.json",
      bytesOf(JSON.stringify([{ path, size: ONE.length, hash: hashOf(ONE) }])),
    );
    await make();
    expect(files.get(path)).toEqual(ONE);
    expect(files.get(other)).toEqual(bytesOf("somebody's, of another length"));
    expect(files.get("5 文体卫生/(2) 5007 备片.mp4")).toEqual(TWO);
    expect([...files.keys()].filter((name) => name.endsWith("writing.json"))).toEqual([]);
  });

  it("somebody's page of an article's name is left alone", async () => {
    const { make, files, open } = setUp();
    files.set(PAGE, bytesOf("<html>somebody's"));
    await make();
    expect(files.get(PAGE)).toEqual(bytesOf("<html>somebody's"));
    expect((await open()).book?.items.some(({ article }) => article !== undefined)).toBe(false);
  });

  it.each([
    ["NotAllowedError", "no-leave"],
    ["NoModificationAllowedError", "read-only"],
    ["QuotaExceededError", "folder-full"],
  ])("%s is told as %s", async (name, type) => {
    const { disk, make } = setUp();
    disk.fault = { after: 0, name };
    expect((await make()).stopped).toEqual({ type });
  });

  it("is stopped when told, and shows what it has", async () => {
    const { plan, make, open } = setUp();
    const abort = new AbortController();
    abort.abort();
    expect((await make(TONIGHT, abort.signal)).stopped).toEqual({ type: "stopped" });
    expect((await plan()).book.missing).toHaveLength(2);
    await make();
    expect((await open()).files).toHaveLength(2);
  });

  it("another site's stick is not touched", async () => {
    const { make, plan } = setUp();
    await make();
    await expect(plan(TONIGHT, OTHER)).rejects.toThrow("other-site");
  });
});

describe("somebody's stick", () => {
  const media = (of: ReturnType<typeof setUp>) => ({ empty: paperStore([]), folder: of.folder });

  it("gives its films, each read through; a lie is passed over", async () => {
    const stick = setUp();
    await stick.make();
    const [path = ""] = FILM_PATHS;
    stick.files.set(path, bytesOf("二"));
    const { files } = await stick.open();
    expect(files).toHaveLength(2);
    const { empty, folder } = media(stick);
    const taken = await takeFilms(files, folder, empty, {
      signal: never,
      onProgress: () => undefined,
    });
    expect(taken.failed.map(({ file, failure }) => [file.path, failure.type])).toEqual([
      [path, "differs"],
    ]);
    expect([...empty.held.values()]).toEqual([TWO]);
  });

  it("half a film is none, and a line that leads out of the folder is not there", async () => {
    const stick = setUp();
    await stick.make();
    const [path = "", other = ""] = FILM_PATHS;
    stick.files.set(path, ONE.slice(1));
    const index = readManifest(new TextDecoder().decode(stick.files.get("dianbo/manifest.json")));
    if (!index.ok) throw new Error(index.error.type);
    const hash: MediaHash = hashOf(THREE);
    stick.files.set(
      "dianbo/manifest.json",
      bytesOf(manifestText(withFile(index.value, { hash, size: 3, path: "../../x.mp4" }))),
    );
    const opened = await stick.open();
    expect(opened.files.map((file) => file.path)).toEqual([other]);
    expect(opened.spoilt.map((file) => file.path)).toEqual([path]);
  });

  it.each([
    [undefined, "no-book"],
    ["{", "index-broken"],
    [JSON.stringify({ format: "dianbo-book", version: 9, site: SITE, media: [] }), "newer-book"],
  ])("with %j for an index is %s", async (text, type) => {
    const { folder, files } = setUp();
    if (text !== undefined) files.set("dianbo/manifest.json", bytesOf(text));
    expect(await openStick(folder)).toEqual({ ok: false, error: { type } });
  });

  it("pulled out while it gives, it says so", async () => {
    const stick = setUp();
    await stick.make();
    const { files } = await stick.open();
    stick.disk.gone = "NotFoundError";
    expect((await openStick(stick.folder)).ok).toBe(false);
    const { empty, folder } = media(stick);
    stick.disk.gone = "NotReadableError";
    const taken = await takeFilms(files, folder, empty, {
      signal: never,
      onProgress: () => undefined,
    });
    expect(taken.stopped?.type).toBe("folder-gone");
  });
});
