/**
 * Two libraries of one site that meet at a folder, over a real IndexedDB implementation and the platform's own
 * cipher: records, numbers and names on both, not one byte of them in clear at the place, another key and changed
 * bytes refused, a place that fails told.
 */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { joinSite, type Library, openLibrary } from "@dianbo/pwa/storage";
import { openPersonal, type PersonalStore } from "@dianbo/pwa/storage/personal";
import { put } from "@dianbo/shared/changes";
import { civilDateOf, fixedClock } from "@dianbo/shared/clock";
import { makeSiteKey, newRecordId } from "@dianbo/shared/identity";
import { waitingPairs } from "@dianbo/shared/merge";
import { addCourseware } from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { afterEach, describe, expect, test, vi } from "vitest";
import { folderPlace, keepMemory, meetOthers } from "../../pwa/src/storage/meeting/index.ts";
import { siteCipher } from "../../pwa/src/storage/meeting/site-cipher.ts";
import { type MemoryFolder, memoryFolder } from "../support/memory-folder.ts";

const TITLE = "独一无二的片名";
const NAME = "独一无二的姓名";
const clock = fixedClock(Date.UTC(2026, 10, 24, 4));
const newId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
const sha512 = async (bytes: Uint8Array) =>
  new Uint8Array(createHash("sha512").update(bytes).digest());
const newKey = () => makeSiteKey(crypto.getRandomValues(new Uint8Array(32)), sha512);

interface Pc {
  readonly library: Library;
  readonly names: PersonalStore;
}
const opened: Pc[] = [];
afterEach(() => {
  for (const { library, names } of opened.splice(0)) {
    library.close();
    names.close();
  }
});
const open = async (): Promise<Pc> => {
  const made = await openLibrary({ clock, newId, name: `pc-${newId()}` });
  if (!made.ok) throw new Error(made.error.type);
  const library = made.value;
  const names = await openPersonal({
    clock,
    newId,
    name: `pc-${newId()}`,
    self: () => library.identity(),
  });
  opened.push({ library, names });
  return { library, names };
};
const twoPcs = async (): Promise<readonly [Pc, Pc]> => {
  const [a, b] = [await open(), await open()];
  await a.library.keepSiteKey(await newKey());
  const { site, siteName, siteKey } = a.library.identity();
  if (siteKey === undefined) throw new Error("it was kept");
  expect((await joinSite(b.library, { site, siteName, siteKey }, "B")).ok).toBe(true);
  return [a, b];
};

const add = async ({ library }: Pc, title: string) => {
  const id = newRecordId(newId);
  const added = await library.apply((bench) =>
    addCourseware(
      id,
      { title, kind: "video", category: 1, clippedAt: clock.now() },
      bench.book,
      bench.newId,
    ),
  );
  expect(added.ok).toBe(true);
  return id;
};
const addPerson = async ({ names }: Pc, name: string) => {
  const id = newRecordId(newId);
  const value = {
    id,
    branch: newRecordId(newId),
    name,
    initials: "dywe",
    place: 0,
    since: civilDateOf(clock.now()),
  };
  expect((await names.write([{ kind: "person", id, value }])).ok).toBe(true);
  return id;
};
const meet = ({ library, names }: Pc, folder: MemoryFolder) =>
  meetOthers({
    library,
    names,
    place: folderPlace(folder, library.identity().site),
    placeId: "place",
    clock,
    newId,
    onProgress: () => undefined,
    signal: new AbortController().signal,
  });
const met = async (pc: Pc, folder: MemoryFolder) => {
  const done = await meet(pc, folder);
  if (!done.ok) throw new Error(done.error.type);
  return done.value;
};
const numbers = ({ library }: Pc) =>
  [...library.snapshot().items.values()].map(({ title, number }) => [title, number]).sort();
const people = ({ names }: Pc) =>
  [...names.state().rows.values()].flatMap((row) =>
    row.kind === "person" ? [row.value.name] : [],
  );

describe("two libraries of one site", () => {
  test("hold the same after each has met, names too; what both changed waits among own pairs", async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPcs();
    const film = await add(a, TITLE);
    await addPerson(a, NAME);
    await met(a, folder);
    expect(await met(b, folder)).toMatchObject({
      namesTaken: 1,
      others: [{ post: "A" }],
      troubles: [],
    });
    expect(numbers(b)).toEqual([[TITLE, 1001]]);
    expect(people(b)).toEqual([NAME]);
    for (const [pc, title] of [
      [a, "甲改的"],
      [b, "乙改的"],
    ] as const) {
      await pc.library.apply(() =>
        ok({
          label: { type: "edit" },
          puts: [put({ id: film, kind: "courseware" }, "title", title)],
        }),
      );
    }
    await add(b, "乙加的");
    await met(b, folder);
    expect(await met(a, folder)).toMatchObject({ others: [{ post: "B" }] });
    await met(b, folder);
    expect(numbers(a)).toEqual(numbers(b));
    const { records } = a.library.snapshot();
    expect(waitingPairs(records.values(), a.library.identity().site)).toMatchObject([
      { from: "own-site", field: "title" },
    ]);
  });

  test("leave nothing at the place that can be read without the key, packed or not", async () => {
    const folder = memoryFolder();
    const [a] = await twoPcs();
    await add(a, TITLE);
    await addPerson(a, NAME);
    await met(a, folder);
    expect(folder.files.size).toBe(2);
    for (const bytes of folder.files.values()) {
      const lies = Buffer.from(bytes);
      for (const planted of [TITLE, NAME]) {
        expect(lies.includes(Buffer.from(planted))).toBe(false);
        expect(lies.includes(Buffer.from(planted, "utf16le"))).toBe(false);
      }
      // What is sealed does not pack any more: it looks like chance.
      expect(gzipSync(lies).length).toBeGreaterThan(lies.length);
    }
  });

  test("a removal goes round, and the place forgets the person with each PC's next meeting", async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPcs();
    const person = await addPerson(a, NAME);
    await met(a, folder);
    await met(b, folder);
    const before = new Set(folder.files.keys());
    await a.names.write([], [{ kind: "person", id: person }]);
    await met(a, folder);
    await met(b, folder);
    expect(people(b)).toEqual([]);
    // Both wrote their names anew, and took away what stood there before.
    const left = [...folder.files.keys()].filter((path) => path.includes("/names-"));
    expect(left).toHaveLength(2);
    expect(left.some((path) => before.has(path))).toBe(false);
    await met(a, folder);
    expect(people(a)).toEqual([]);
  });

  test("another key opens nothing and says so; changed bytes are not taken", async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPcs();
    await add(a, TITLE);
    await met(a, folder);
    const [path = ""] = folder.files.keys();
    const whole = folder.files.get(path) ?? new Uint8Array();
    for (const at of [40, whole.length >> 1, whole.length - 1]) {
      const changed = Uint8Array.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      folder.files.set(path, changed);
      expect((await met(b, folder)).troubles).toMatchObject([{ type: "damaged" }]);
    }
    folder.files.set(path, whole);
    await b.library.replaceSiteKey(await newKey());
    expect((await met(b, folder)).troubles).toMatchObject([{ type: "other-key" }]);
    expect(numbers(b)).toEqual([]);
  });

  test("a place that fails is told, and what was here stands", async () => {
    const folder = memoryFolder();
    const [a] = await twoPcs();
    await add(a, TITLE);
    for (const [fault, type] of [
      ["NotFoundError", "place-gone"],
      ["NotAllowedError", "place-refused"],
      ["QuotaExceededError", "place-full"],
      ["UnknownError", "place-trouble"],
    ] as const) {
      folder.fault = fault;
      expect(await meet(a, folder)).toMatchObject({ error: { type } });
    }
    folder.fault = undefined;
    expect(await meet(a, folder)).toMatchObject({ value: { given: expect.any(Number) } });
    expect(numbers(a)).toEqual([[TITLE, 1001]]);
  });

  test("a PC whose memory was lost reads and writes all once more, and is right", async () => {
    const folder = memoryFolder();
    const [a, b] = await twoPcs();
    await add(a, TITLE);
    await met(a, folder);
    await keepMemory(a.library, null);
    await add(a, "又一部");
    await met(a, folder);
    await met(b, folder);
    await vi.waitFor(() => expect(numbers(b)).toEqual(numbers(a)));
  });
});

describe("the site's cipher", () => {
  test("seals for this site and this key alone, each time in another way", async () => {
    const [key, other] = [await newKey(), await newKey()];
    const { site } = (await open()).library.identity();
    const cipher = await siteCipher(site, key, newId);
    const plain = new TextEncoder().encode("一".repeat(1000));
    const bound = new Uint8Array([1, 2, 3]);
    const nonce = cipher.nonce();
    expect(nonce).toHaveLength(12);
    expect(cipher.nonce()).not.toEqual(nonce);
    const sealed = await cipher.seal(plain, nonce, bound);
    expect(sealed.length).toBeLessThan(200);
    expect(await cipher.open(sealed, nonce, bound)).toEqual(plain);
    expect(await cipher.open(sealed, nonce, new Uint8Array([1, 2]))).toBeUndefined();
    const strange = await siteCipher(site, other, newId);
    expect(strange.mark).not.toBe(cipher.mark);
    expect(await strange.open(sealed, nonce, bound)).toBeUndefined();
    expect((await siteCipher(site, key, newId)).mark).toBe(cipher.mark);
  });
});
