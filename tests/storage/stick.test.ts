import { readContainer } from "@dianbo/shared/sharing";
import { describe, expect, it } from "vitest";
import { bytesToCopy, planStick } from "../../pwa/src/storage/book-folder/plan-stick.ts";
import { emptyFolder, zipStick } from "../../pwa/src/storage/book-folder/zip-stick.ts";
import { bytesOf, hashOf } from "../support/paper-disk.ts";

import {
  absent,
  at,
  FILM_PATHS,
  menu,
  ONE,
  OTHER,
  PAGE,
  SITE,
  SMALL,
  setUp,
  sorted,
  TONIGHT,
  TWO,
} from "../support/paper-stick.ts";

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
