import { type PageSnapshot, unreadPage } from "@dianbo/shared/portal";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type PageReading, type ReadingParts, readInParts } from "./page-reading.ts";

const after = <T>(milliseconds: number, value: T): Promise<T> =>
  new Promise((resolve) => setTimeout(() => resolve(value), milliseconds));
const never = <T>(): Promise<T> => new Promise(() => undefined);

const pageCalled = (title: string): PageSnapshot => unreadPage("http://www.qinghe.gov.cn/", title);

/** A page whose parts come at once, but for those that are given. */
const parts = (given: Partial<ReadingParts>): ReadingParts => ({
  capture: async () => pageCalled("as it stands"),
  complete: async (page) => page,
  measure: async (page) => page,
  asLink: async () => pageCalled("as its tab says"),
  ...given,
});

/** What has been read when so many milliseconds have gone by. */
const readBy = async (
  milliseconds: number,
  given: Partial<ReadingParts>,
): Promise<PageReading | "still reading" | undefined> => {
  let read: PageReading | "still reading" | undefined = "still reading";
  void readInParts(parts(given)).then((value) => {
    read = value;
  });
  await vi.advanceTimersByTimeAsync(milliseconds);
  return read;
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a page that never answers is a link after two seconds, and not before", async () => {
  expect(await readBy(1999, { capture: never })).toBe("still reading");
  expect(await readBy(2000, { capture: never })).toMatchObject({
    page: { title: "as its tab says" },
    givenUp: true,
  });
  expect(await readBy(2000, { capture: never, asLink: async () => undefined })).toBeUndefined();
  expect(await readBy(0, { capture: async () => undefined })).toMatchObject({ givenUp: true });
});

test("a page that comes after it was given up takes the link's place", async () => {
  const read = await readBy(2000, { capture: () => after(2600, pageCalled("as it stands")) });
  if (read === undefined || read === "still reading") throw new Error("not read in time");
  expect(read).toMatchObject({ page: { title: "as its tab says" }, givenUp: true });
  await vi.advanceTimersByTimeAsync(600);
  expect(await read.later).toMatchObject({ title: "as it stands" });
});

test("the two seconds are for all parts together", async () => {
  const slow: Partial<ReadingParts> = {
    capture: () => after(1900, pageCalled("as it stands")),
    complete: () => after(300, pageCalled("whole")),
    measure: (page) => after(500, { ...page, selection: "measured" }),
  };
  expect(await readBy(1999, slow)).toBe("still reading");
  const read = await readBy(2000, slow);
  if (read === undefined || read === "still reading") throw new Error("not read in time");
  expect(read).toMatchObject({ page: { title: "as it stands" }, givenUp: false });
  await vi.advanceTimersByTimeAsync(700);
  expect(await read.later).toMatchObject({ title: "whole", selection: "measured" });
});

test("nobody waits for sizes; where nothing is added, nothing comes later", async () => {
  expect(await readBy(0, { measure: never })).toMatchObject({ page: { title: "as it stands" } });
  const plain = await readInParts(parts({}));
  expect(await plain?.later).toBeUndefined();
  expect(vi.getTimerCount()).toBe(0);
});

test("what fails on the way costs only itself", async () => {
  const fail = async (): Promise<never> => {
    throw new Error("gone");
  };
  const read = await readInParts(parts({ complete: fail, measure: fail }));
  expect(read).toMatchObject({ page: { title: "as it stands" } });
  expect(await read?.later).toBeUndefined();
  await expect(readInParts(parts({ capture: fail }))).rejects.toThrow("gone");
});
