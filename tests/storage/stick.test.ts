/** A stick made, cut off anywhere, made again; opened elsewhere, with what lies about it. */
import { manifestText, readManifest, withFile } from "@dianbo/shared/book-folder";
import { fixedClock } from "@dianbo/shared/clock";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import type { SetMenu, SetMenuEntry } from "@dianbo/shared/set-menu";
import { readContainer } from "@dianbo/shared/sharing";
import { describe, expect, it } from "vitest";
import { folderOfFiles } from "../../pwa/src/storage/book-folder/folder-of-files.ts";
import type { StickMakers } from "../../pwa/src/storage/book-folder/made-files.ts";
import { makeStick } from "../../pwa/src/storage/book-folder/make-stick.ts";
import { openStick } from "../../pwa/src/storage/book-folder/open-stick.ts";
import { bytesToCopy, planStick } from "../../pwa/src/storage/book-folder/plan-stick.ts";
import { takeFilms } from "../../pwa/src/storage/book-folder/take-films.ts";
import { emptyFolder, zipStick } from "../../pwa/src/storage/book-folder/zip-stick.ts";
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
const TONIGHT = { type: "menus", menus: [menu.id] } as const;

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
  const made = { edition: "v1", list: "list", articles: 0, day: 24 };
  const makers: StickMakers = {
    usbEdition: async () => bytesOf(made.edition),
    article: async ({ title, article }) => {
      made.articles += 1;
      const html = article?.html ?? "";
      return { page: html, scripted: { title, html, text: article?.text ?? "" } };
    },
    cover: async () => bytesOf("small"),
    list: async () => ({ mark: made.list, bytes: bytesOf(made.list) }),
  };
  const plan = async (scope: Parameters<typeof planStick>[3] = TONIGHT, site = SITE) => {
    const planned = await planStick(folder, snapshot, site, scope, new Set(media.held.keys()));
    if (!planned.ok) throw new Error(planned.error.type);
    return planned.value;
  };
  const bench = (signal = never) => ({
    media,
    signal,
    snapshot,
    siteName: "东风村",
    edition: undefined,
    madeAt: at(made.day),
    madeWith: "0.1.0",
    makers,
    onProgress: () => undefined,
  });
  const make = async (scope: Parameters<typeof planStick>[3] = TONIGHT, signal = never) =>
    makeStick(await plan(scope), { ...bench(signal), folder, hands: handsIn(folder) });
  const open = async () => {
    const opened = await openStick(folder);
    if (!opened.ok) throw new Error(opened.error.type);
    return opened.value;
  };
  return { disk, folder, files, media, made, snapshot, bench, plan, make, open };
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

  it("the second time writes not one byte, and keeps its day; a new edition alone is written", async () => {
    const { make, made, files, disk } = setUp();
    await make();
    const { written } = disk;
    made.day = 25;
    expect(await make()).toMatchObject({
      copied: [],
      written: 0,
      wroteIndex: false,
      hasEdition: true,
      madeAt: at(24),
    });
    expect(disk.written).toBe(written);
    expect(made.articles).toBe(1);
    made.edition = "v2";
    expect(await make()).toMatchObject({ copied: [], written: 1 });
    expect(files.get("点播本.html")).toEqual(bytesOf("v2"));
  });

  it("a list that says something new is written, and another menu for tonight has its own day", async () => {
    const { make, made, files, open } = setUp();
    await make();
    made.list = "longer list";
    made.day = 25;
    expect(await make()).toMatchObject({ copied: [], written: 1 });
    expect(files.get("dianbo/list.dianbo")).toEqual(bytesOf("longer list"));
    expect((await open()).book).toMatchObject({ tonight: menu.id, madeAt: at(24) });
    expect(await make({ type: "book" })).toMatchObject({ wroteIndex: true, madeAt: at(25) });
    expect((await open()).book?.tonight).toBeUndefined();
  });

  it("an index that somebody threw away on the stick is written again", async () => {
    const { make, files } = setUp();
    await make();
    files.delete("dianbo/manifest.js");
    expect(await make()).toMatchObject({ copied: [], wroteIndex: true });
    expect(files.has("dianbo/manifest.js")).toBe(true);
  });

  it("a stick that gives back other bytes than it was given is said so", async () => {
    const { make, disk } = setUp();
    disk.bend = (bytes) => bytes.slice(1);
    expect((await make()).stopped).toEqual({ type: "differs" });
  });

  it("as a zip holds the same files, and no film more than once", async () => {
    const whole = setUp();
    await whole.make();
    const { snapshot, media, bench } = setUp();
    const planned = await planStick(
      emptyFolder(),
      snapshot,
      SITE,
      TONIGHT,
      new Set(media.held.keys()),
    );
    if (!planned.ok) throw new Error(planned.error.type);
    const zipped = await zipStick(planned.value, bench());
    let told = 0;
    const bytes = await new Response(
      zipped.stream((done) => {
        told = done;
      }),
    ).arrayBuffer();
    expect(bytes.byteLength).toBe(zipped.size);
    expect(told).toBe(zipped.size);
    const limits = { packedBytes: 1e6, unpackedBytes: 1e6, entries: 50 };
    const inside = readContainer(new Uint8Array(bytes), limits);
    if (!inside.ok) throw new Error(inside.error.type);
    expect(sorted(inside.value.keys())).toEqual(sorted(whole.files.keys()));
    for (const path of FILM_PATHS) expect(inside.value.get(path)).toEqual(whole.files.get(path));
    expect(zipped.outcome).toMatchObject({ failed: [], stopped: undefined, hasEdition: true });
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

  it("gives the twin of a film that has gone bad, and only once it was read through", async () => {
    const stick = setUp();
    await stick.make();
    const { files } = await stick.open();
    const [path = ""] = FILM_PATHS;
    const mine = paperStore([]);
    mine.held.set(hashOf(ONE), bytesOf("bad"));
    const broken = {
      hashes: new Set([hashOf(ONE)]),
      hash: async (file: Blob) => hashOf(new Uint8Array(await file.arrayBuffer())),
    };
    const mend = () =>
      takeFilms(
        files.filter((file) => file.path === path),
        stick.folder,
        mine,
        { signal: never, onProgress: () => undefined },
        broken,
      );
    stick.files.set(path, bytesOf("二"));
    expect((await mend()).failed).toHaveLength(1);
    expect(mine.held.get(hashOf(ONE))).toEqual(bytesOf("bad"));
    stick.files.set(path, ONE);
    expect((await mend()).taken).toHaveLength(1);
    expect(mine.held.get(hashOf(ONE))).toEqual(ONE);
  });

  it("opens from files that a browser handed over, and writes nothing there", async () => {
    const stick = setUp();
    await stick.make();
    stick.files.set("点播本回执-2026-11-25.json", bytesOf("{}"));
    const handed = folderOfFiles(
      "U盘",
      new Map([...stick.files].map(([path, bytes]) => [path, new File([bytes], path)])),
    );
    const opened = await openStick(handed);
    if (!opened.ok) throw new Error(opened.error.type);
    expect(opened.value.files).toEqual((await stick.open()).files);
    expect(await opened.value.list?.text()).toBe("list");
    await expect(
      handed.getFileHandle("new.txt", { create: true }).then((entry) => entry.createWritable()),
    ).rejects.toMatchObject({ name: "NoModificationAllowedError" });
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
    const gone = { ok: false, error: { type: "folder-gone" } };
    expect(await openStick(stick.folder)).toEqual(gone);
    // Not an empty stick, onto which everything would have to be copied.
    expect(await planStick(stick.folder, SNAPSHOT, SITE, TONIGHT, new Set())).toEqual(gone);
    const { empty, folder } = media(stick);
    stick.disk.gone = "NotReadableError";
    const taken = await takeFilms(files, folder, empty, {
      signal: never,
      onProgress: () => undefined,
    });
    expect(taken.stopped?.type).toBe("folder-gone");
  });
});
