/** The queue of listed items over a real IndexedDB implementation: strokes, ends, cancelling, an older database. */
import "fake-indexeddb/auto";
import { fixedClock } from "@dianbo/shared/clock";
import { newRecordId, type RecordId } from "@dianbo/shared/identity";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ListedItem, type ListQueue, openListQueue } from "../../extension/src/inbox/index.ts";

let name = "";
let count = 0;
const opened: ListQueue[] = [];

beforeEach(() => {
  count += 1;
  name = `queue-${count}`;
});
afterEach(() => {
  for (const queue of opened.splice(0)) queue.close();
});

const open = (): ListQueue => {
  const queue = openListQueue({ name });
  opened.push(queue);
  return queue;
};

const idOf = (word: string): RecordId => newRecordId(() => word.padEnd(24, "0"));

const item = (batch: string, place: number, queuedAt = 1_764_000_000_000): ListedItem => ({
  id: idOf(`${batch}-${place}`),
  batch: idOf(batch),
  queuedAt: fixedClock(queuedAt).now(),
  place,
  link: {
    url: `http://www.example-portal.cn/t20261101_${batch}${place}.html`,
    title: `第${place}条`,
    kind: "article",
    offSite: false,
  },
  listUrl: "http://www.example-portal.cn/",
  category: 3,
  reviewed: true,
  state: { state: "waiting" },
});

const states = async (queue: ListQueue): Promise<string[]> =>
  (await queue.all()).map(({ id, state }) => `${id.replace(/0+$/, "")} ${state.state}`);

test("one stroke after the other, each in its order, seen from another context", async () => {
  const queue = open();
  await queue.add([item("b", 1, 1_764_000_000_500), item("b", 2, 1_764_000_000_500)]);
  await queue.add([item("a", 2), item("a", 1)]);
  expect(await states(open())).toEqual([
    "a-1 waiting",
    "a-2 waiting",
    "b-1 waiting",
    "b-2 waiting",
  ]);
});

test("ends are kept, failed ones wait again, what was cancelled stays out", async () => {
  const queue = open();
  await queue.add([item("a", 1), item("a", 2), item("a", 3)]);
  await queue.settle(idOf("a-1"), { state: "kept" });
  await queue.settle(idOf("a-2"), { state: "failed", reason: "page-gone" });
  await queue.cancel(idOf("a"));
  await queue.settle(idOf("a-3"), { state: "kept" });
  expect(await states(queue)).toEqual(["a-1 kept", "a-2 failed"]);
  await queue.retry(idOf("a"));
  expect(await states(queue)).toEqual(["a-1 kept", "a-2 waiting"]);
});

test("a new stroke clears those that are done, and leaves those under way", async () => {
  const queue = open();
  await queue.add([item("a", 1)]);
  await queue.add([item("b", 1), item("b", 2)]);
  await queue.settle(idOf("a-1"), { state: "kept" });
  await queue.settle(idOf("b-1"), { state: "kept" });
  await queue.add([item("c", 1)]);
  expect(await states(queue)).toEqual(["b-1 kept", "b-2 waiting", "c-1 waiting"]);
});

test("other contexts hear of every change", async () => {
  const [queue, other] = [open(), open()];
  const heard = new Promise<void>((resolve) => other.subscribe(resolve));
  await queue.add([item("a", 1)]);
  await heard;
});

/** Opens the database past every wrapper. Dexie's version 1 is IndexedDB's version 10. */
const rawDatabase = (version?: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      const clips = request.result.createObjectStore("clips", { keyPath: "id" });
      clips.createIndex("source.canonical", "source.canonical");
      request.result.createObjectStore("downloads", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const clipKept = (db: IDBDatabase): Promise<unknown> =>
  new Promise((resolve) => {
    const request = db.transaction("clips").objectStore("clips").get("kept");
    request.onsuccess = () => resolve(request.result);
  });

test("an inbox of version 1 is opened with all it holds", async () => {
  const old = await rawDatabase(10);
  await new Promise<void>((resolve) => {
    const transaction = old.transaction("clips", "readwrite");
    transaction.objectStore("clips").put({ id: "kept", source: { canonical: "x" } });
    transaction.oncomplete = () => resolve();
  });
  old.close();
  const queue = open();
  await queue.add([item("a", 1)]);
  expect(await states(queue)).toEqual(["a-1 waiting"]);
  const now = await rawDatabase();
  expect(await clipKept(now)).toEqual({ id: "kept", source: { canonical: "x" } });
  now.close();
});
