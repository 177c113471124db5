/** Somebody's stick, opened: what is taken of it, what is not believed. */
import { manifestText, readManifest, withFile } from "@dianbo/shared/book-folder";
import type { MediaHash } from "@dianbo/shared/courseware";
import { describe, expect, it } from "vitest";
import { folderOfFiles } from "../../pwa/src/storage/book-folder/folder-of-files.ts";
import { openStick } from "../../pwa/src/storage/book-folder/open-stick.ts";
import { planStick } from "../../pwa/src/storage/book-folder/plan-stick.ts";
import { takeFilms } from "../../pwa/src/storage/book-folder/take-films.ts";
import { bytesOf, hashOf, paperStore } from "../support/paper-disk.ts";

import {
  FILM_PATHS,
  never,
  ONE,
  SITE,
  SNAPSHOT,
  setUp,
  THREE,
  TONIGHT,
  TWO,
} from "../support/paper-stick.ts";

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

  it("gives the twin of a film that has gone bad, and only one that is whole", async () => {
    const stick = setUp();
    await stick.make();
    const { files } = await stick.open();
    const [path = ""] = FILM_PATHS;
    const mine = paperStore([]);
    mine.held.set(hashOf(ONE), bytesOf("bad"));
    const mend = () =>
      takeFilms(
        files.filter((file) => file.path === path),
        stick.folder,
        mine,
        { signal: never, onProgress: () => undefined },
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
