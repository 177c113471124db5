/** What saved clips are still to get, over a real IndexedDB implementation: noted, settled, told, a row that no longer fits. */
import "fake-indexeddb/auto";
import { newRecordId } from "@dianbo/shared/identity";
import { afterEach, expect, test } from "vitest";
import {
  type OwedPictures,
  openPicturesOwed,
  type PicturesOwed,
} from "../../extension/src/inbox/index.ts";

const opened: PicturesOwed[] = [];
afterEach(() => {
  for (const owed of opened.splice(0)) owed.close();
});
const open = (name: string): PicturesOwed => {
  const owed = openPicturesOwed(name);
  opened.push(owed);
  return owed;
};

const owedBy = (word: string): OwedPictures => ({
  id: newRecordId(() => word.padEnd(24, "0")),
  title: word,
  body: { from: "#zoom", html: '<img src="http://a.example/1.jpg">', text: "文字" },
  cover: null,
});

test("what is owed is there for every context until it is settled", async () => {
  const [panel, clerk] = [open("owed"), open("owed")];
  const [one, other] = [owedBy("one"), owedBy("other")];
  await panel.owe(one);
  await panel.owe(other);
  expect(await clerk.all()).toEqual([one, other]);
  await clerk.settle(one.id);
  expect(await panel.all()).toEqual([other]);
});

test("a row that no longer fits is owed by nobody, and those beside it are", async () => {
  const owed = open("owed-damaged");
  await owed.owe(owedBy("whole"));
  const raw = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("owed-damaged");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve) => {
    const writing = raw.transaction("owedPictures", "readwrite");
    writing.objectStore("owedPictures").put({ id: "damaged", html: 7 });
    writing.oncomplete = () => resolve();
  });
  raw.close();
  expect((await owed.all()).map(({ title }) => title)).toEqual(["whole"]);
});

test("told in one context, every context looks again", async () => {
  const [background, clerk] = [open("owed-told"), open("owed-told")];
  const told = new Promise<void>((resolve) => {
    clerk.subscribe(resolve);
  });
  background.tell();
  await told;
});
