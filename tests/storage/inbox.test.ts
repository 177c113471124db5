/**
 * The extension's inbox over a real IndexedDB implementation: two contexts, full disk, damaged rows,
 * fields of a newer version. The same inbox is driven in a real browser by the journeys.
 */
import "fake-indexeddb/auto";
import type { Clip } from "@dianbo/shared/clip";
import { fixedClock } from "@dianbo/shared/clock";
import { newRecordId } from "@dianbo/shared/identity";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Inbox, openInbox } from "../../extension/src/inbox/index.ts";

let name = "";
let count = 0;
const opened: Inbox[] = [];

beforeEach(() => {
  count += 1;
  name = `inbox-${count}`;
});
afterEach(() => {
  for (const inbox of opened.splice(0)) inbox.close();
  vi.restoreAllMocks();
});

const open = (): Inbox => {
  const inbox = openInbox({ name });
  opened.push(inbox);
  return inbox;
};

const clip = (id: string, clippedAt = 1_764_000_000_000): Clip => ({
  id: newRecordId(() => `clip-${id}`.padEnd(24, "0")),
  kind: "video",
  title: `课件 ${id}`,
  source: {
    url: `http://www.example-portal.cn/${id}.html`,
    canonical: `https://example-portal.cn/${id}.html`,
    portal: "example-portal.cn",
  },
  file: { state: "waiting" },
  tags: [],
  reviewed: false,
  clippedAt: fixedClock(clippedAt).now(),
});

/** Puts a raw row behind the inbox's back. */
const putRaw = async (row: object): Promise<void> => {
  await open().all();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve) => {
    const transaction = db.transaction("clips", "readwrite");
    transaction.objectStore("clips").put(row);
    transaction.oncomplete = () => resolve();
  });
  db.close();
};

describe("the inbox", () => {
  test("keeps clips, the newest first, and finds the same page again", async () => {
    const inbox = open();
    await inbox.save(clip("one", 1_764_000_000_000));
    await inbox.save(clip("two", 1_764_000_000_001));
    const rows = await inbox.all();
    expect(rows.map((row) => row.type === "clip" && row.clip.title)).toEqual([
      "课件 two",
      "课件 one",
    ]);
    const found = await inbox.findByCanonical("https://example-portal.cn/one.html");
    expect(found?.id).toBe(clip("one").id);
    expect(await inbox.findByCanonical("https://example-portal.cn/three.html")).toBeUndefined();
  });

  test("changes a row from its freshest state, whichever context changed it", async () => {
    const [panel, engine] = [open(), open()];
    await panel.save(clip("one"));
    await Promise.all([
      panel.update(clip("one").id, (row) => ({ ...row, category: 3 })),
      engine.update(clip("one").id, (row) => ({
        ...row,
        file: { state: "downloading", received: 7 },
      })),
    ]);
    expect(await panel.get(clip("one").id)).toMatchObject({
      category: 3,
      file: { state: "downloading", received: 7 },
    });
  });

  test("tells the other contexts of a change", async () => {
    const [panel, app] = [open(), open()];
    const heard = vi.fn();
    app.subscribe(heard);
    await panel.save(clip("one"));
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  });

  test("says that a row is not there, and takes it out only once", async () => {
    const inbox = open();
    await inbox.save(clip("one"));
    await inbox.writeDownloadNote(clip("one").id, { validator: "v", safe: 1 });
    await inbox.remove(clip("one").id);
    await inbox.remove(clip("one").id);
    expect(await inbox.all()).toEqual([]);
    expect(await inbox.readDownloadNote(clip("one").id)).toBeUndefined();
    expect(await inbox.update(clip("one").id, (row) => row)).toMatchObject({
      ok: false,
      error: { type: "not-in-inbox" },
    });
  });

  test("shows a row that does not fit as damaged, with its raw text, and keeps it", async () => {
    await putRaw({ id: "old-row-000000000000000", title: 7, source: { canonical: "x" } });
    const inbox = open();
    await inbox.save(clip("one"));
    const [first, second] = await inbox.all();
    expect(first).toMatchObject({ type: "clip" });
    expect(second).toMatchObject({ type: "damaged", id: "old-row-000000000000000" });
    expect(second?.type === "damaged" && second.problems).toContain("title");
    expect(second?.type === "damaged" && second.raw).toContain('"title": 7');
    expect(await inbox.update("old-row-000000000000000", (row) => row)).toMatchObject({
      ok: false,
    });
  });

  test("carries fields of a newer version through a change", async () => {
    await putRaw({ ...clip("one"), mood: "gut" });
    const inbox = open();
    await inbox.update(clip("one").id, (row) => ({ ...row, category: 2 }));
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
    });
    const raw = await new Promise((resolve) => {
      const request = db.transaction("clips").objectStore("clips").get(clip("one").id);
      request.onsuccess = () => resolve(request.result);
    });
    db.close();
    expect(raw).toMatchObject({ mood: "gut", category: 2 });
  });

  test("says that the disk is full, and loses nothing that was kept", async () => {
    const inbox = open();
    await inbox.save(clip("one"));
    const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    expect(await inbox.save(clip("two"))).toEqual({ ok: false, error: { type: "disk-full" } });
    put.mockRestore();
    expect(await inbox.all()).toHaveLength(1);
  });
});
