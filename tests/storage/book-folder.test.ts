import { type BookFile, MANIFEST_FOLDER, MANIFEST_NAME } from "@dianbo/shared/book-folder";
import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import { err } from "@dianbo/shared/result";
import { describe, expect, it } from "vitest";
import { copyBook, lookAtBook } from "../../pwa/src/storage/book-folder/copy-book.ts";
import { bringBack, freeFirstCopies } from "../../pwa/src/storage/book-folder/free-copies.ts";
import {
  type Bytes,
  bytesOf,
  handsIn,
  hashOf,
  paperDisk,
  paperStore,
} from "../support/paper-disk.ts";

const SITE = newSiteId(() => "site".padEnd(24, "0"));
const OTHER = newSiteId(() => "other".padEnd(24, "0"));
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id${ids}`.padEnd(24, "0");
};

const film = (number: number, title: string, bytes: Bytes): Courseware => ({
  id: newRecordId(newId),
  title,
  kind: "video",
  life: "alive",
  pending: [],
  number,
  media: { hash: hashOf(bytes), size: bytes.length, mime: "video/mp4", name: "x.mp4" },
});

const CONTENTS = ["一", "二二", "三三三"].map(bytesOf);
const ITEMS = CONTENTS.map((bytes, at) => film(1014 + at, `第 ${at + 1} 讲`, bytes));
const PATHS = [1, 2, 3].map((at) => `1 基层党建/${1013 + at} 第 ${at} 讲.mp4`);
const INDEX = `${MANIFEST_FOLDER}/${MANIFEST_NAME}`;
const never = new AbortController().signal;

const setUp = () => {
  const { disk, folder, files } = paperDisk();
  const media = paperStore(CONTENTS);
  const look = async (site = SITE) => lookAtBook(folder, site, ITEMS, new Set(media.held.keys()));
  const copy = async (signal = never, onProgress: (done: number) => void = () => undefined) => {
    const state = await look();
    if (!state.ok) throw new Error(state.error.type);
    return copyBook(state.value, {
      folder,
      media,
      hands: handsIn(folder),
      signal,
      onProgress: ({ done }) => onProgress(done),
    });
  };
  return { disk, folder, files, media, look, copy };
};
const titlesOf = (files: readonly BookFile[]): readonly string[] => files.map(({ path }) => path);

describe("copying into the 点播本 folder", () => {
  it("brings what is missing, reads it back, and the second time does nothing", async () => {
    const { files, disk, copy, look } = setUp();
    const outcome = await copy();
    expect(titlesOf(outcome.copied)).toEqual(PATHS);
    expect(PATHS.map((path) => files.get(path))).toEqual(CONTENTS);
    const before = disk.written;
    expect((await copy()).copied).toEqual([]);
    expect(disk.written).toBe(before);
    const state = await look();
    expect(state.ok && state.value.missing).toEqual([]);
  });

  it("goes on with the file at which it was cut off, wherever that was", async () => {
    for (let after = 0; after < 1800; after += 7) {
      const { disk, files, copy } = setUp();
      disk.fault = { after, name: "NotFoundError" };
      const first = await copy();
      disk.fault = undefined;
      for (const [path, bytes] of files) {
        const at = PATHS.indexOf(path);
        if (at !== -1) expect(bytes).toEqual(CONTENTS[at]);
      }
      const second = await copy();
      expect([...first.copied, ...second.copied].length).toBeGreaterThanOrEqual(3);
      expect(PATHS.map((path) => files.get(path))).toEqual(CONTENTS);
    }
  });

  it("after a kill nothing half lies about, and the next run goes on", async () => {
    for (let after = 0; after < 2400; after += 61) {
      const { disk, files, copy } = setUp();
      disk.fault = { after, name: "NotFoundError", killed: true };
      await copy();
      disk.fault = undefined;
      await copy();
      expect([...files.keys()].sort()).toEqual([...PATHS, INDEX].sort());
      expect(PATHS.map((path) => files.get(path))).toEqual(CONTENTS);
    }
  });

  it("stops when told, and what is whole stays", async () => {
    const { copy, files } = setUp();
    const abort = new AbortController();
    const outcome = await copy(abort.signal, (done) => {
      if (done > 6) abort.abort();
    });
    expect(outcome.stopped).toEqual({ type: "stopped" });
    expect(titlesOf(outcome.copied)).toEqual(PATHS.slice(0, 1));
    // The second one was whole already, only not read back: the next run knows it again.
    expect(files.get(PATHS[1] ?? "")).toEqual(CONTENTS[1]);
    expect((await copy()).copied).toHaveLength(2);
  });

  it.each([
    ["QuotaExceededError", "folder-full"],
    ["NotAllowedError", "no-leave"],
    ["NotFoundError", "folder-gone"],
    ["NoModificationAllowedError", "read-only"],
  ])("%s ends the run as %s and leaves no half file", async (name, type) => {
    const { disk, copy, files } = setUp();
    disk.fault = { after: 0, name };
    const outcome = await copy();
    expect(outcome.stopped).toEqual({ type });
    expect([...files.keys()].filter((path) => path.endsWith(".mp4"))).toEqual([]);
  });

  it("takes away what reads back as something else, and goes on with the next", async () => {
    const { disk, copy, files } = setUp();
    disk.bend = (bytes) => (bytes.length === CONTENTS[0]?.length ? bytesOf("x") : bytes);
    const outcome = await copy();
    expect(outcome.failed.map(({ failure }) => failure.type)).toEqual(["differs"]);
    expect(titlesOf(outcome.copied)).toEqual(PATHS.slice(1));
    expect(files.has(PATHS[0] ?? "")).toBe(false);
  });

  it("says which first copy is broken, and writes no file for it", async () => {
    const { media, copy, files } = setUp();
    const [first = bytesOf("")] = CONTENTS;
    media.held.set(hashOf(first), bytesOf("bad"));
    const outcome = await copy();
    expect(outcome.failed.map(({ failure }) => failure.type)).toEqual(["source-broken"]);
    expect(files.has(PATHS[0] ?? "")).toBe(false);
    expect(outcome.copied).toHaveLength(2);
  });

  it("knows a whole file again that no index names, and never writes over somebody's", async () => {
    const { disk, files, copy } = setUp();
    files.set(PATHS[0] ?? "", CONTENTS[0] ?? bytesOf(""));
    const somebodys = bytesOf("somebody's film of another length");
    files.set(PATHS[1] ?? "", somebodys);
    files.set(INDEX, bytesOf("{ broken"));
    const outcome = await copy();
    expect(outcome.copied).toHaveLength(3);
    expect(files.get(PATHS[1] ?? "")).toEqual(somebodys);
    expect(files.get("1 基层党建/(2) 1015 第 2 讲.mp4")).toEqual(CONTENTS[1]);
    expect(disk.files).toBe(files);
  });

  it("writes a copy of ours anew that has gone bad", async () => {
    const { files, copy } = setUp();
    files.set(PATHS[0] ?? "", bytesOf("坏"));
    await copy();
    expect(files.get(PATHS[0] ?? "")).toEqual(CONTENTS[0]);
  });

  it("leaves another site's folder and a newer version's alone", async () => {
    const { files, copy, look } = setUp();
    await copy();
    expect(await look(OTHER)).toEqual(err({ type: "other-site" }));
    files.set(
      INDEX,
      bytesOf(JSON.stringify({ format: "dianbo-book", version: 9, site: SITE, media: [] })),
    );
    expect(await look()).toEqual(err({ type: "newer-book" }));
  });
});

describe("giving first copies up", () => {
  const watch = { signal: never, onProgress: () => undefined };

  it("only after the folder's copy was read once more, and there is a way back", async () => {
    const { folder, files, media, copy, look } = setUp();
    await copy();
    files.set(PATHS[1] ?? "", bytesOf("坏坏"));
    const state = await look();
    if (!state.ok) throw new Error(state.error.type);
    const freed = await freeFirstCopies(state.value.there, media, handsIn(folder), watch);
    expect(titlesOf(freed.done)).toEqual([PATHS[0], PATHS[2]]);
    expect(freed.failed.map(({ failure }) => failure.type)).toEqual(["differs"]);
    expect([...media.held.values()]).toEqual([CONTENTS[1]]);
    const back = await bringBack(
      freed.done,
      media,
      async (hash) => {
        const file = freed.done.find((one) => one.hash === hash);
        return new File([files.get(file?.path ?? "") ?? new Uint8Array()], hash);
      },
      watch,
    );
    expect(back.failed).toEqual([]);
    expect(media.held.size).toBe(3);
  });
});
