/**
 * Databases as earlier versions of the app left them, opened by today's: everything is there and can be
 * written to. The dumps are never made anew; see `pwa/src/storage/migrations/README.md`.
 */
import "fake-indexeddb/auto";
import { existsSync, readFileSync } from "node:fs";
import { type Library, openLibrary } from "@dianbo/pwa/storage";
import { fixedClock } from "@dianbo/shared/clock";
import { newRecordId } from "@dianbo/shared/identity";
import { addCourseware } from "@dianbo/shared/programme";
import { afterEach, describe, expect, test } from "vitest";

interface Dump {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string;
    readonly autoIncrement: boolean;
    readonly indexes: readonly string[];
    readonly rows: readonly unknown[];
  }[];
  /** What the app of that version showed. */
  readonly shown: unknown;
}

const dumpPath = (version: number): URL =>
  new URL(`./migrations/v${version}.json`, import.meta.url);
const readDump = (version: number): Dump => JSON.parse(readFileSync(dumpPath(version), "utf8"));

const clock = fixedClock(Date.UTC(2027, 0, 5));
let ids = 0;
const newId = () => `migration-id-${String(++ids).padStart(16, "0")}`;
const opened: Library[] = [];
afterEach(() => {
  for (const library of opened.splice(0)) library.close();
});

const open = async (name: string): Promise<Library> => {
  const result = await openLibrary({ clock, newId, name });
  if (!result.ok) throw new Error(result.error.type);
  opened.push(result.value);
  return result.value;
};

/** Writes a dump as a database, past the app and its library. */
const plant = (name: string, dump: Dump): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, dump.version * 10);
    request.onupgradeneeded = () => {
      for (const { name: store, keyPath, autoIncrement, indexes, rows } of dump.stores) {
        const table = request.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const index of indexes) table.createIndex(index, index);
        for (const row of rows) table.add(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });

/** What a person sees of a library, without what is random. */
const shownOf = async (library: Library) => {
  const { items, menus, entries, playbacks, editions, damaged, canUndo } = library.snapshot();
  return JSON.parse(
    JSON.stringify({
      siteName: library.identity().siteName,
      post: library.identity().post,
      items: [...items.values()].map(
        ({ title, number, formerNumbers, category, life, spoken }) => ({
          title,
          number,
          formerNumbers,
          category,
          life,
          spoken,
        }),
      ),
      menus: [...menus.values()].map(({ name, number }) => ({ name, number })),
      entries: entries.size,
      playbacks: playbacks.size,
      editions: editions.size,
      damaged: damaged.size,
      canUndo,
      memo: await library.readMemo("greeting"),
    }),
  );
};

const versionOf = async (library: Library): Promise<number> => library.db.backendDB().version / 10;

describe("databases of earlier versions", () => {
  test("each version up to today's has its dump", async () => {
    const today = await versionOf(await open("fresh"));
    for (let version = 1; version <= today; version += 1) {
      expect(existsSync(dumpPath(version)), `a dump of version ${version}`).toBe(true);
    }
  });

  test.each([1])("version %i opens, shows all it had, and is written to", async (version) => {
    const dump = readDump(version);
    const name = `version-${version}`;
    await plant(name, dump);
    const library = await open(name);
    expect(await shownOf(library)).toEqual(dump.shown);
    const added = await library.apply((bench) =>
      addCourseware(
        newRecordId(newId),
        { title: "后来加的", kind: "video", category: 1, clippedAt: clock.now() },
        bench.book,
        bench.newId,
      ),
    );
    expect(added.ok).toBe(true);
    const numbers = [...library.snapshot().items.values()].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect((await library.undo()).ok).toBe(true);
    expect((await library.undo()).ok).toBe(true);
  });
});
