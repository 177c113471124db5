/**
 * The library's store over a real IndexedDB implementation: one writer, whole transactions, undo,
 * two tabs, full disk, damaged rows. The same store is driven in real browsers by the journeys.
 */
import "fake-indexeddb/auto";
import { type Library, type LibraryEnvironment, openLibrary } from "@dianbo/pwa/storage";
import { put } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import type { CoursewareFields } from "@dianbo/shared/courseware";
import { newRecordId, type RecordId } from "@dianbo/shared/identity";
import {
  addCourseware,
  deleteCourseware,
  editCourseware,
  fileCourseware,
} from "@dianbo/shared/programme";
import { ok } from "@dianbo/shared/result";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

const clock = fixedClock(Date.UTC(2026, 10, 24, 4));
let ids = 0;
const newId = () => `test-id-${String(++ids).padStart(16, "0")}`;

let name = "";
const opened: Library[] = [];

beforeEach(() => {
  name = `library-${newId()}`;
});
afterEach(() => {
  for (const library of opened.splice(0)) library.close();
  vi.restoreAllMocks();
});

const open = async (more: Partial<LibraryEnvironment> = {}): Promise<Library> => {
  const result = await openLibrary({ clock, newId, name, ...more });
  if (!result.ok) throw new Error(result.error.type);
  opened.push(result.value);
  return result.value;
};

const film = (title: string): CoursewareFields => ({
  title,
  kind: "video",
  category: 1,
  clippedAt: clock.now(),
});

const add = async (library: Library, title: string): Promise<RecordId> => {
  const id = newRecordId(newId);
  const added = await library.apply((bench) =>
    addCourseware(id, film(title), bench.book, bench.newId),
  );
  expect(added.ok).toBe(true);
  return id;
};

const item = (library: Library, id: RecordId) => {
  const found = library.snapshot().items.get(id);
  if (found === undefined) throw new Error("no such item");
  return found;
};

const remove = (library: Library, id: RecordId) =>
  library.apply(({ snapshot }) => {
    const record = snapshot.records.get(id);
    return ok(deleteCourseware(record === undefined ? [] : [record]));
  });

describe("one tab", () => {
  test("an item that is added has its number at once and is there after reopening", async () => {
    const library = await open();
    const id = await add(library, "一面党旗的故事");
    expect(item(library, id).number).toBe(1001);
    library.close();
    const again = await open();
    expect(item(again, id)).toMatchObject({ title: "一面党旗的故事", number: 1001, category: 1 });
    expect(again.identity()).toEqual(library.identity());
  });

  test("undo and redo walk through the acts, also after reopening", async () => {
    const library = await open();
    const id = await add(library, "旧名");
    await library.apply(({ snapshot }) => {
      const found = snapshot.items.get(id);
      return ok(
        found === undefined
          ? { label: { type: "none" }, puts: [] }
          : editCourseware(found, { title: "新名" }),
      );
    });
    expect(item(library, id).title).toBe("新名");
    const again = await open();
    expect((await again.undo()).ok).toBe(true);
    expect(item(again, id).title).toBe("旧名");
    expect((await again.redo()).ok).toBe(true);
    expect(item(again, id).title).toBe("新名");
    await again.undo();
    await again.undo();
    expect(item(again, id).life).toBe("deleted");
    expect(await again.undo()).toEqual({ ok: false, error: { type: "nothing-to-undo" } });
  });

  test("a deleted item keeps its number, which nobody else gets", async () => {
    const library = await open();
    const first = await add(library, "一");
    await remove(library, first);
    const second = await add(library, "二");
    expect(item(library, first)).toMatchObject({ life: "deleted", number: 1001 });
    expect(item(library, second).number).toBe(1002);
  });

  test("filing several items gives each its own number", async () => {
    const library = await open();
    const made = [await add(library, "一"), await add(library, "二"), await add(library, "三")];
    await library.apply((bench) =>
      fileCourseware(
        made.map((id) => item(library, id)),
        4,
        bench.book,
        bench.newId,
      ),
    );
    expect(made.map((id) => item(library, id).number)).toEqual([4001, 4002, 4003]);
    expect(made.map((id) => item(library, id).formerNumbers)).toEqual([[1001], [1002], [1003]]);
  });
});

describe("two tabs", () => {
  test("the second tab follows what the first writes", async () => {
    const [one, two] = [await open(), await open()];
    const id = await add(one, "先写的");
    await vi.waitFor(() => expect(two.snapshot().items.get(id)?.title).toBe("先写的"));
  });

  test("writing in both at once never gives one number twice", async () => {
    const [one, two] = [await open(), await open()];
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => add(index % 2 === 0 ? one : two, `第 ${index} 部`)),
    );
    const third = await open();
    const numbers = [...third.snapshot().items.values()].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(12);
  });

  test("an undo never tramples what another tab wrote since", async () => {
    const [one, two] = [await open(), await open()];
    const id = await add(one, "甲");
    const rename = (library: Library, title: string) =>
      library.apply(() =>
        ok({
          label: { type: "edit-courseware" },
          puts: [put({ id, kind: "courseware" }, "title", title)],
        }),
      );
    await rename(one, "乙");
    await rename(two, "丙");
    await two.undo();
    expect(item(two, id).title).toBe("乙");
  });
});

describe("trouble", () => {
  test("a full disk is a value, and nothing is half stored", async () => {
    const library = await open();
    const id = await add(library, "已有的");
    vi.spyOn(library.db.records, "bulkPut").mockImplementation(() => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    });
    const full = await library.apply((bench) =>
      addCourseware(newRecordId(newId), film("放不下的"), bench.book, bench.newId),
    );
    expect(full).toEqual({ ok: false, error: { type: "disk-full" } });
    vi.restoreAllMocks();
    const again = await open();
    expect([...again.snapshot().items.keys()]).toEqual([id]);
    expect((await again.undo()).ok).toBe(true);
  });

  test("a row that no longer fits is shown as damaged with its raw text, and kept", async () => {
    const library = await open();
    const id = await add(library, "会坏的");
    const row = await library.db.records.get(id);
    if (row === undefined) throw new Error("not stored");
    const kinds = row.fields["kind"] ?? [];
    await library.db.records.put({
      ...row,
      fields: { ...row.fields, kind: kinds.map((write) => ({ ...write, value: "wax-cylinder" })) },
    });
    const again = await open();
    expect(again.snapshot().items.has(id)).toBe(false);
    const damaged = again.snapshot().damaged.get(id);
    expect(damaged?.problems).toEqual(["kind"]);
    expect(damaged?.raw).toContain("wax-cylinder");
    expect(damaged?.raw).toContain("会坏的");
    expect(await again.db.records.get(id)).toBeDefined();
  });

  test("a row that is no record at all is shown as damaged too", async () => {
    const library = await open();
    await add(library, "好的");
    await library.db
      .table("records")
      .put({ id: "rubbish-rubbish-rubbish", kind: "courseware", fields: 7 });
    const again = await open();
    expect([...again.snapshot().damaged.values()].map(({ raw }) => raw).join()).toContain(
      "rubbish",
    );
  });

  test("a kind of a newer version is carried along unread", async () => {
    const library = await open();
    const id = newRecordId(newId);
    await library.apply(() =>
      ok({ label: { type: "x" }, puts: [put({ id, kind: "hologram" }, "depth", 3)] }),
    );
    const again = await open();
    expect(again.snapshot().records.get(id)?.kind).toBe("hologram");
    expect(again.snapshot().damaged.size).toBe(0);
  });

  test("data of a newer version are not written to", async () => {
    const library = await open();
    await add(library, "旧版看不懂的");
    library.close();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 999_999);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    const older = await openLibrary({ clock, newId, name });
    expect(older).toEqual({ ok: false, error: { type: "newer-data" } });
  });
});
