/** An import in the store: joined records and our writes over them are one act, kept whole, taken back whole. */
import "fake-indexeddb/auto";
import { type Library, openLibrary, pastActs } from "@dianbo/pwa/storage";
import { put, type RecordState } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import { newDeviceId, newRecordId, newSiteId, newWriterId } from "@dianbo/shared/identity";
import { err, ok } from "@dianbo/shared/result";
import { afterEach, beforeEach, expect, test } from "vitest";

const clock = fixedClock(Date.UTC(2026, 10, 24, 4));
let ids = 0;
const newId = () => `joined-id-${String(++ids).padStart(16, "0")}`;
let library: Library;

beforeEach(async () => {
  const opened = await openLibrary({ clock, newId, name: `joined-${newId()}` });
  if (!opened.ok) throw new Error(opened.error.type);
  library = opened.value;
});
afterEach(() => library.close());

const theirs = newSiteId(newId);
const writer = newWriterId(newDeviceId(newId), newId);
const ID = newRecordId(newId);
const OTHER = newRecordId(newId);

/** An item of another site. */
const foreign = (title: string, counter: number): RecordState => {
  const write = (value: string, at: number) => [
    { dot: { writer, counter: at }, stamp: { millis: clock.now(), tick: at }, site: theirs, value },
  ];
  return {
    id: ID,
    kind: "courseware",
    seen: { [writer]: counter },
    fields: { title: write(title, counter), kind: write("video", 1) },
  };
};

const take = (title: string, counter: number) =>
  library.applyJoined(() =>
    ok({
      states: [foreign(title, counter)],
      changes: {
        label: { type: "import-list" },
        puts: [put({ id: ID, kind: "courseware" }, "number", 1001)],
      },
    }),
  );

const shown = () => library.snapshot().items.get(ID);

test("keeps what was joined and what is written over it, and takes both back as one step", async () => {
  expect((await take("邻村的片", 2)).ok).toBe(true);
  expect(shown()).toMatchObject({ title: "邻村的片", number: 1001, life: "alive" });
  const stored = await library.db.records.get(ID);
  expect(stored?.fields["title"]?.[0]?.site).toBe(theirs);
  expect((await library.undo()).ok).toBe(true);
  expect(shown()?.life).toBe("deleted");
  expect(library.snapshot().canUndo).toBe(false);
  expect((await library.redo()).ok).toBe(true);
  expect(shown()).toMatchObject({ title: "邻村的片", life: "alive" });
});

test("gives a field back what stood in it, and whose it was", async () => {
  await take("第一版", 2);
  await take("第二版", 5);
  expect(shown()?.title).toBe("第二版");
  await library.undo();
  expect(shown()?.title).toBe("第一版");
  expect((await library.db.records.get(ID))?.fields["title"]?.map(({ site }) => site)).toEqual([
    theirs,
  ]);
});

test("a refused import leaves every row and the undo log as they were", async () => {
  await take("第一版", 2);
  const before = JSON.stringify([
    await library.db.records.toArray(),
    await library.db.undo.toArray(),
  ]);
  const refused = await library.applyJoined(() => err({ type: "wrong-shape" }));
  expect(refused.ok).toBe(false);
  const after = JSON.stringify([
    await library.db.records.toArray(),
    await library.db.undo.toArray(),
  ]);
  expect(after).toBe(before);
});

test("is taken back from deep in the line; what somebody wrote since stays, and that can be undone", async () => {
  await take("邻村的片", 2);
  await library.apply(() =>
    ok({ label: { type: "later" }, puts: [put({ id: OTHER, kind: "portal" }, "name", "别的")] }),
  );
  const [act] = await pastActs(library.db, "import-list", 5);
  if (act === undefined) throw new Error("the act is not in the line");
  expect((await library.takeBack(act.seq, "清单")).ok).toBe(true);
  expect(shown()?.life).toBe("deleted");
  expect(await pastActs(library.db, "import-list", 5)).toEqual([]);
  expect((await library.undo()).ok).toBe(true);
  expect(shown()?.life).toBe("alive");

  await take("邻村的片", 9);
  const [again] = await pastActs(library.db, "import-list", 5);
  await library.apply(() =>
    ok({ label: { type: "edit" }, puts: [put({ id: ID, kind: "courseware" }, "title", "改过")] }),
  );
  await library.takeBack(again?.seq ?? -1, "清单");
  expect(shown()).toMatchObject({ title: "改过", life: "alive" });
  expect((await library.takeBack(-1, "没有")).ok).toBe(false);
});

test("leaves alone what it brought and somebody has written to since", async () => {
  await take("邻村的片", 2);
  const [act] = await pastActs(library.db, "import-list", 5);
  await library.apply(() =>
    ok({ label: { type: "edit" }, puts: [put({ id: ID, kind: "courseware" }, "title", "改过")] }),
  );
  const back = await library.takeBack(act?.seq ?? -1, "清单");
  expect(back.ok ? "back" : back.error.type).toBe("moved-on");
  expect(shown()).toMatchObject({ title: "改过", life: "alive" });
});
