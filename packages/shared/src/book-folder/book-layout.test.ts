import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { countingIds, siteNamed } from "../../testing/pc.ts";
import { type Courseware, type MediaHash, mediaHashSchema } from "../courseware/index.ts";
import { newRecordId } from "../identity/index.ts";
import { bookFiles } from "./book-layout.ts";
import {
  emptyManifest,
  type FolderFile,
  manifestText,
  readManifest,
  withFile,
  withoutFiles,
} from "./book-manifest.ts";

const newId = countingIds("book");
const site = siteNamed("site");
const hashOf = (seed: number): MediaHash =>
  v.parse(mediaHashSchema, seed.toString(16).padStart(64, "0"));

const film = (number: number | undefined, title: string, seed: number): Courseware => ({
  id: newRecordId(newId),
  title,
  kind: "video",
  life: "alive",
  pending: [],
  number,
  media: { hash: hashOf(seed), size: 100, mime: "video/mp4", name: "a.MP4" },
});

describe("where files lie in the 点播本 folder", () => {
  it("by shelf, number and title, as an old TV can read them", () => {
    const items = [
      film(3014, "测土配方？", 2),
      film(1014, "一面党旗的故事", 1),
      film(undefined, "没归类", 3),
    ];
    expect(bookFiles(items, []).map(({ path }) => path)).toEqual([
      "1 基层党建/1014 一面党旗的故事.mp4",
      "3 实用技术/3014 测土配方？.mp4",
    ]);
  });

  it("a file lies there once, and stays where it lies under its old name", () => {
    const items = [film(1014, "新的名字", 1), film(1015, "同一部片子", 1)];
    const lying: FolderFile[] = [
      { hash: hashOf(1), size: 100, path: "1 基层党建/1014 旧的名字.mp4" },
    ];
    const [only, ...others] = bookFiles(items, lying);
    expect(others).toEqual([]);
    expect(only?.path).toBe("1 基层党建/1014 旧的名字.mp4");
    expect(only?.items).toEqual(items.map(({ id }) => id));
  });

  it("two files never have one path, whatever their titles", () => {
    const item = fc.record({
      number: fc.integer({ min: 1001, max: 1004 }),
      title: fc.oneof(fc.constantFrom("Film", "FILM", "film", "f".repeat(300)), fc.string()),
      seed: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (all, old) => {
          const items = all.map(({ number, title, seed }) =>
            film(number, title === "" ? "t" : title, seed),
          );
          const before = bookFiles(
            old.map((seed) => film(1001, "film", seed)),
            [],
          );
          const files = bookFiles(items, before);
          const paths = files.map(({ path }) => path.toLowerCase());
          expect(new Set(paths).size).toBe(paths.length);
          expect(new Set(files.map(({ hash }) => hash)).size).toBe(
            new Set(all.map(({ seed }) => seed)).size,
          );
          const stranger = before.find(
            ({ hash, path }) =>
              paths.includes(path.toLowerCase()) && !files.some((file) => file.hash === hash),
          );
          expect(stranger).toBeUndefined();
          expect(bookFiles(items, [...before, ...files])).toEqual(files);
        },
      ),
    );
  });
});

describe("the folder's index", () => {
  const file: FolderFile = { hash: hashOf(7), size: 7, path: "1 基层党建/1014 七.mp4" };

  it("is read as it was written, and keeps what it does not know", () => {
    const text = JSON.stringify({
      format: "dianbo-book",
      version: 1,
      site,
      media: [],
      records: ["of a newer version"],
    });
    const read = readManifest(text);
    if (!read.ok) throw new Error("was refused");
    const again = readManifest(manifestText(withFile(read.value, file)));
    if (!again.ok) throw new Error("was refused");
    expect(again.value.media).toEqual([file]);
    expect(again.value.whole["records"]).toEqual(["of a newer version"]);
    expect(withoutFiles(again.value, new Set([file.hash])).media).toEqual([]);
  });

  it.each([
    "../../x.mp4",
    "a/../b.mp4",
    "C:/x.mp4",
    "/etc/passwd",
    "a\\b/c.mp4",
    "x.mp4",
    "a/b/c.mp4",
    "a/",
  ])("a line that leads to %s is not there", (path) => {
    const text = manifestText(withFile(emptyManifest(site), { ...file, path }));
    const read = readManifest(text);
    expect(read.ok && read.value.media).toEqual([]);
  });

  it.each([
    ["", "manifest-broken"],
    ["{", "manifest-broken"],
    ["[]", "manifest-broken"],
    ['{"format":"dianbo-book","version":1}', "manifest-broken"],
    [JSON.stringify({ format: "dianbo-book", version: 2, site, media: [] }), "newer-book"],
  ])("%j is refused as %s", (text, type) => {
    expect(readManifest(text)).toEqual({ ok: false, error: { type } });
  });
});
