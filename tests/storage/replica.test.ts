/**
 * A library that moves: its records are joined whole or not at all, delivered twice they are kept once,
 * the new home has a device id of its own, and every tab sees it.
 */
import "fake-indexeddb/auto";
import {
  adoptLeases,
  becomeReplica,
  emptyLibrary,
  isBlankLibrary,
  joinReplica,
  type Library,
  openLibrary,
  readStoredRecords,
} from "@dianbo/pwa/storage";
import type { RecordState } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import { newRecordId } from "@dianbo/shared/identity";
import { addCourseware } from "@dianbo/shared/programme";
import { afterEach, expect, test, vi } from "vitest";

const clock = fixedClock(Date.UTC(2026, 10, 24, 4));
let ids = 0;
const newId = () => `move-id-${String(++ids).padStart(16, "0")}`;
const opened: Library[] = [];
afterEach(() => {
  for (const library of opened.splice(0)) library.close();
});

const open = async (name = newId()): Promise<Library> => {
  const result = await openLibrary({ clock, newId, name });
  if (!result.ok) throw new Error(result.error.type);
  opened.push(result.value);
  return result.value;
};

const add = async (library: Library, title: string, sample = false): Promise<void> => {
  const id = newRecordId(newId);
  const added = await library.apply((bench) =>
    addCourseware(
      id,
      { title, kind: "video", category: 1, clippedAt: clock.now(), ...(sample ? { sample } : {}) },
      bench.book,
      bench.newId,
    ),
  );
  expect(added.ok).toBe(true);
};

const numbers = (library: Library) =>
  [...library.snapshot().items.values()].map(({ title, number }) => [title, number]).sort();

const move = async (from: Library, to: Library): Promise<void> => {
  const { device, ...identity } = from.identity();
  const became = await becomeReplica(to, identity, newId);
  if (!became.ok) throw new Error(became.error.type);
  expect((await joinReplica(to, (await readStoredRecords(from)).records)).ok).toBe(true);
  expect((await adoptLeases(to, device, became.value)).ok).toBe(true);
};

test("numbers, site and unknown kinds come along, the device does not", async () => {
  const old = await open();
  await add(old, "一面党旗的故事");
  await add(old, "八段锦");
  const [known] = (await readStoredRecords(old)).records;
  if (known === undefined) throw new Error("a record was added");
  const unknown: RecordState = { ...known, id: newRecordId(newId), kind: "of-a-newer-version" };
  await joinReplica(old, [unknown]);
  const name = newId();
  const fresh = await open(name);
  await move(old, fresh);
  await vi.waitFor(() => expect(numbers(fresh)).toEqual(numbers(old)));
  const again = await open(name);
  expect(again.identity().site).toBe(old.identity().site);
  expect(again.identity().device).not.toBe(old.identity().device);
  expect((await readStoredRecords(again)).records).toContainEqual(unknown);
  await add(again, "下一部");
  // The next number of the shelf, as it stands in the printed book's first blank row.
  expect(numbers(again)).toContainEqual(["下一部", 1003]);
});

test("what is delivered twice is stored once, and a newer write here is not overwritten", async () => {
  const old = await open();
  await add(old, "一面党旗的故事");
  const fresh = await open();
  await move(old, fresh);
  const stored = await readStoredRecords(fresh);
  await joinReplica(fresh, (await readStoredRecords(old)).records);
  expect(await readStoredRecords(fresh)).toEqual(stored);
  await add(fresh, "这边新添的");
  await move(old, fresh);
  await vi.waitFor(() => expect(numbers(fresh)).toHaveLength(2));
});

test("samples of another site give way, own work makes a library not blank", async () => {
  const old = await open();
  await add(old, "一面党旗的故事");
  expect(isBlankLibrary(old)).toBe(false);
  const name = newId();
  const fresh = await open(name);
  expect(isBlankLibrary(fresh)).toBe(true);
  await add(fresh, "样例", true);
  expect(isBlankLibrary(fresh)).toBe(true);
  await move(old, fresh);
  expect(numbers(await open(name))).toEqual([["一面党旗的故事", 1001]]);
});

test("an identity that does not fit is not taken, and nothing is cleared for it", async () => {
  const fresh = await open();
  await add(fresh, "样例", true);
  const before = await readStoredRecords(fresh);
  expect((await becomeReplica(fresh, { site: "?", siteName: "", post: "A" }, newId)).ok).toBe(
    false,
  );
  expect(await readStoredRecords(fresh)).toEqual(before);
});

test("nothing is written over a row that cannot be read, and none of the others is stored", async () => {
  const old = await open();
  await add(old, "一面党旗的故事");
  await add(old, "八段锦");
  const { records } = await readStoredRecords(old);
  const fresh = await open();
  const [first] = records;
  if (first === undefined) throw new Error("a record was added");
  const broken: object = { id: first.id, kind: "courseware", fields: "?" };
  await fresh.db.table("records").put(broken);
  expect((await joinReplica(fresh, records)).ok).toBe(false);
  expect(await fresh.db.table("records").toArray()).toEqual([broken]);
});

test("a copy that is let go leaves a site of its own behind", async () => {
  const old = await open();
  await add(old, "一面党旗的故事");
  const { site, device } = old.identity();
  await emptyLibrary(old, newId);
  const again = await open(old.db.name);
  expect(numbers(again)).toEqual([]);
  expect(again.identity().site).not.toBe(site);
  expect(again.identity().device).not.toBe(device);
});
