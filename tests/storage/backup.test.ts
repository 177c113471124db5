/**
 * Backup and restore over a real IndexedDB implementation and real zips: everything comes back, a
 * restored profile is a device of its own, and what is broken changes nothing at all.
 */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import {
  backUp,
  keepRestorePoint,
  type Library,
  type MediaStore,
  mergeBackup,
  mergeSiteFile,
  openLibrary,
  readBackupFile,
  replaceByBackup,
  restoreMedia,
  returnToRestorePoint,
} from "@dianbo/pwa/storage";
import { canonicalJson, put } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import { isListed, type MediaHash } from "@dianbo/shared/courseware";
import { newRecordId, type RecordId } from "@dianbo/shared/identity";
import { addCourseware, editCourseware, speakNumbers } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { loadSampleLibrary, removeSampleLibrary } from "@dianbo/shared/sample";
import { afterEach, describe, expect, test } from "vitest";

const clock = fixedClock(Date.UTC(2026, 10, 24, 4));
let ids = 0;
const newId = () => `test-id-${String(++ids).padStart(16, "0")}`;
const opened: Library[] = [];
afterEach(() => {
  for (const library of opened.splice(0)) library.close();
});

const open = async (name = `library-${newId()}`): Promise<Library> => {
  const result = await openLibrary({ clock, newId, name });
  if (!result.ok) throw new Error(result.error.type);
  opened.push(result.value);
  return result.value;
};

const FILM = new Uint8Array(3_000_000).map((_, at) => (at * 7919) % 251);
const isHash = (text: string): text is MediaHash => /^[0-9a-f]{64}$/u.test(text);
const hashOf = (bytes: Uint8Array): MediaHash => {
  const hash = createHash("sha256").update(bytes).digest("hex");
  if (!isHash(hash)) throw new Error("no SHA-256");
  return hash;
};

/** Media in memory, with the port's own law: bytes of another hash than expected are refused. */
const memoryMedia = (): MediaStore & { readonly files: Map<MediaHash, File> } => {
  const files = new Map<MediaHash, File>();
  return {
    files,
    keep: async (blob, expected, onProgress) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      const hash = hashOf(bytes);
      if (expected !== undefined && expected !== hash) {
        return { ok: false, error: { type: "hash-differs", expected, found: hash } };
      }
      files.set(hash, new File([bytes], hash));
      onProgress?.(bytes.length);
      return ok({ hash, size: bytes.length });
    },
    open: async (hash) => {
      const file = files.get(hash);
      return file === undefined ? { ok: false, error: { type: "file-missing", hash } } : ok(file);
    },
    has: async (hash) => files.has(hash),
    remove: async (hash) => {
      files.delete(hash);
    },
    list: async () => [...files].map(([hash, { size }]) => ({ hash, size })),
  };
};

const add = async (library: Library, title: string, media?: Uint8Array): Promise<RecordId> => {
  const id = newRecordId(newId);
  const added = await library.apply((bench) =>
    addCourseware(
      id,
      {
        title,
        kind: "video",
        category: 1,
        clippedAt: clock.now(),
        ...(media === undefined
          ? {}
          : {
              media: {
                hash: hashOf(media),
                size: media.length,
                mime: "video/mp4",
                name: "党旗.mp4",
              },
            }),
      },
      bench.book,
      bench.newId,
    ),
  );
  expect(added.ok).toBe(true);
  return id;
};

const rename = (library: Library, id: RecordId, title: string) =>
  library.apply(({ snapshot }) => {
    const found = snapshot.items.get(id);
    if (found === undefined) throw new Error("no such item");
    return ok(editCourseware(found, { title }));
  });

/** Everything the database holds, as one text. */
const contentOf = async ({ db }: Library): Promise<string> => {
  const tables = await Promise.all(
    [db.records, db.undo, db.search, db.meta].map((table) => table.toArray()),
  );
  return canonicalJson(JSON.parse(JSON.stringify(tables)));
};

const fileOf = async (
  library: Library,
  media: MediaStore = memoryMedia(),
  withMedia = false,
): Promise<Blob> => {
  const made = await backUp(library, media, { madeAt: clock.now(), withMedia });
  return await new Response(await made.stream(() => undefined)).blob();
};

const read = async (file: Blob) => {
  const backup = await readBackupFile(file);
  if (!backup.ok) throw new Error(backup.error.type);
  return backup.value;
};

describe("the way there and back", () => {
  test.each([false, true])("everything comes back, with media %s", async (withMedia) => {
    const [library, media] = [await open(), memoryMedia()];
    await library.setSiteName("青禾社区站");
    await media.keep(new Blob([FILM]));
    const id = await add(library, "一面党旗的故事", FILM);
    const strange = newRecordId(newId);
    await library.apply(() =>
      ok({ label: { type: "x" }, puts: [put({ id: strange, kind: "hologram" }, "depth", 3)] }),
    );
    const backup = await read(await fileOf(library, media, withMedia));
    expect(backup.manifest).toMatchObject({
      site: { name: "青禾社区站" },
      counts: { items: 1 },
      media: [{ hash: hashOf(FILM), name: "党旗.mp4", held: true }],
    });

    const [fresh, freshMedia] = [await open(), memoryMedia()];
    expect((await replaceByBackup(fresh, backup)).ok).toBe(true);
    expect(fresh.snapshot().items.get(id)).toMatchObject({ title: "一面党旗的故事", number: 1001 });
    expect(canonicalJson(JSON.parse(JSON.stringify([...fresh.snapshot().records.values()])))).toBe(
      canonicalJson(
        JSON.parse(
          JSON.stringify(
            [...library.snapshot().records.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
          ),
        ),
      ),
    );
    expect(fresh.snapshot().records.get(strange)?.kind).toBe("hologram");
    expect(fresh.identity()).toMatchObject({
      site: library.identity().site,
      siteName: "青禾社区站",
    });
    expect(fresh.identity().device).not.toBe(library.identity().device);

    const restored = await restoreMedia(backup, freshMedia, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    expect(restored).toEqual({ kept: withMedia ? 1 : 0, lost: [], diskFull: false });
    expect(freshMedia.files.has(hashOf(FILM))).toBe(withMedia);
  });

  test("what a restored profile writes, the first PC takes in without losing its own", async () => {
    const first = await open();
    const id = await add(first, "旧名");
    const second = await open();
    await replaceByBackup(second, await read(await fileOf(first)));
    await rename(first, id, "甲改的");
    await rename(second, id, "乙改的");
    await add(first, "甲加的");
    await add(second, "乙加的");
    expect((await mergeSiteFile(first, await fileOf(second))).ok).toBe(true);
    expect((await mergeSiteFile(second, await fileOf(first))).ok).toBe(true);
    const titles = (library: Library) =>
      [...library.snapshot().items.values()].map(({ title }) => title).sort();
    expect(titles(first)).toEqual(titles(second));
    expect(first.snapshot().items.get(id)?.pending).toContain("title");
    const numbers = [...first.snapshot().items.values()].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(3);
  });

  test("merging the same file again changes nothing", async () => {
    const library = await open();
    const id = await add(library, "一");
    const file = await fileOf(library);
    await rename(library, id, "二");
    await mergeSiteFile(library, file);
    expect(library.snapshot().items.get(id)?.title).toBe("二");
    const before = [...library.snapshot().records.values()];
    await mergeSiteFile(library, file);
    expect([...library.snapshot().records.values()]).toEqual(before);
  });

  test("one number given on two PCs is settled in the same act", async () => {
    const first = await open();
    await first.setSiteName("站");
    const second = await open();
    await replaceByBackup(second, await read(await fileOf(first)));
    await add(first, "甲");
    await add(second, "乙");
    expect([...second.snapshot().items.values()].map(({ number }) => number)).toEqual([1001]);
    await mergeSiteFile(first, await fileOf(second));
    const numbers = [...first.snapshot().items.values()].map(({ number }) => number);
    expect(numbers).toContain(1001);
    expect(new Set(numbers).size).toBe(2);
  });

  test("a sample that was played and then removed stays removed", async () => {
    const library = await open();
    await library.apply(({ newId, clock }) =>
      ok(
        loadSampleLibrary(
          { numbers: new Set(), menuNumbers: new Set() },
          { newId, clock, random: () => 0.5 },
        ),
      ),
    );
    const file = await fileOf(library);
    await library.apply(({ snapshot }) => {
      const [played] = snapshot.items.values();
      if (played === undefined) throw new Error("no samples");
      return ok({ label: { type: "played" }, puts: [...speakNumbers([played])] });
    });
    await library.apply(({ snapshot, identity }) =>
      ok(removeSampleLibrary([...snapshot.records.values()], identity.site)),
    );
    const listed = () => [...library.snapshot().items.values()].filter(isListed).length;
    expect(listed()).toBe(0);
    await mergeSiteFile(library, file);
    expect(listed()).toBe(0);
  });

  test("a replacing can be taken back, once, as another device again", async () => {
    const library = await open();
    const id = await add(library, "那时的");
    const file = await fileOf(library);
    await rename(library, id, "现在的");
    const device = library.identity().device;
    await keepRestorePoint(library, memoryMedia(), clock.now());
    await replaceByBackup(library, await read(file));
    expect(library.snapshot().items.get(id)?.title).toBe("那时的");
    expect((await returnToRestorePoint(library)).ok).toBe(true);
    expect(library.snapshot().items.get(id)?.title).toBe("现在的");
    expect(library.identity().device).not.toBe(device);
    expect(await returnToRestorePoint(library)).toMatchObject({ ok: false });
  });

  test("another open tab shows the restored library and writes as the new device", async () => {
    const name = `library-${newId()}`;
    const [one, two] = [await open(name), await open(name)];
    const id = await add(one, "那时的");
    const file = await fileOf(one);
    await rename(one, id, "现在的");
    await replaceByBackup(one, await read(file));
    await expect.poll(() => two.snapshot().items.get(id)?.title).toBe("那时的");
    await rename(two, id, "接着改的");
    const [write] = two.snapshot().records.get(id)?.fields["title"] ?? [];
    expect(write?.dot.writer.startsWith(`${one.identity().device}~`)).toBe(true);
  });
});

describe("what is not taken in", () => {
  const damage = async (
    file: Blob,
    change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  ) => new Blob([change(new Uint8Array(await file.arrayBuffer()))]);
  const flipIn = (needle: string) => (bytes: Uint8Array<ArrayBuffer>) => {
    const at = Buffer.from(bytes).indexOf(needle);
    if (at < 0) throw new Error(`no ${needle}`);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return bytes;
  };

  test.each<[string, boolean, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>, string]>(
    [
      ["no zip", false, () => new Uint8Array([1, 2, 3, 4, 5]), "not-a-backup"],
      ["an empty file", false, () => new Uint8Array(), "not-a-backup"],
      ["cut short", false, (bytes) => bytes.slice(0, bytes.length / 2), "backup-incomplete"],
      ["cut short among the films", true, (bytes) => bytes.slice(0, -900), "backup-incomplete"],
      ["a title changed", true, flipIn("一面党旗"), "backup-damaged"],
      ["the manifest changed", true, flipIn("青禾社区站"), "backup-damaged"],
    ],
  )("%s: nothing changes, and it says why", async (_, withMedia, change, type) => {
    const [library, media] = [await open(), memoryMedia()];
    await library.setSiteName("青禾社区站");
    await media.keep(new Blob([FILM]));
    await add(library, "一面党旗的故事", FILM);
    const file = await damage(await fileOf(library, media, withMedia), change);
    const before = await contentOf(library);
    expect(await mergeSiteFile(library, file)).toMatchObject({ ok: false, error: { type } });
    expect(await contentOf(library)).toBe(before);
  });

  test("another site's backup is refused by a library that holds something", async () => {
    const [mine, theirs] = [await open(), await open()];
    await add(mine, "我们的");
    await theirs.setSiteName("邻村站");
    await add(theirs, "他们的");
    const file = await fileOf(theirs);
    const before = await contentOf(mine);
    const refused = { ok: false, error: { type: "other-site", siteName: "邻村站" } };
    expect(await mergeSiteFile(mine, file)).toEqual(refused);
    expect(await replaceByBackup(mine, await read(file))).toEqual(refused);
    expect(await contentOf(mine)).toBe(before);
  });

  test("a full disk in the middle leaves everything as it was", async () => {
    const library = await open();
    const id = await add(library, "一");
    const backup = await read(await fileOf(library));
    await rename(library, id, "二");
    const before = await contentOf(library);
    const { meta } = library.db;
    const write = meta.put.bind(meta);
    meta.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
    expect(await replaceByBackup(library, backup)).toEqual({
      ok: false,
      error: { type: "disk-full" },
    });
    meta.put = write;
    expect(await contentOf(library)).toBe(before);
    expect(library.snapshot().items.get(id)?.title).toBe("二");
    expect((await mergeBackup(library, backup)).ok).toBe(true);
  });

  test("a film that is not what it was is not kept", async () => {
    const [library, media, fresh] = [await open(), memoryMedia(), memoryMedia()];
    await media.keep(new Blob([FILM]));
    await add(library, "一面党旗的故事", FILM);
    const file = await damage(await fileOf(library, media, true), (bytes) => {
      const at = bytes.length / 2;
      bytes[at | 0] = (bytes[at | 0] ?? 0) ^ 1;
      return bytes;
    });
    const restored = await restoreMedia(await read(file), fresh, {
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    expect(restored).toMatchObject({ kept: 0, lost: [hashOf(FILM)] });
    expect(fresh.files.size).toBe(0);
  });
});
