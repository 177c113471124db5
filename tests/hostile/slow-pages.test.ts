/**
 * Pages that want to cost time are read at once. Each is read in a thread of its own: a pattern that hangs
 * cannot be told from one that is slow, and is ended.
 */
import { Worker } from "node:worker_threads";
import { afterAll, expect, test } from "vitest";
import { PIECES, slowPage } from "./slow-pages.ts";

/** Milliseconds: a real page takes some tens of them, a pattern that hangs takes years. */
const ENOUGH = 6000;
const URL_OF = "http://www.qinghe.gov.cn/xw/202401/t20240101_1.html";

let reader = new Worker(new URL("./read-hostile.ts", import.meta.url));
afterAll(() => reader.terminate());

const outcome = (html: string): Promise<unknown> =>
  new Promise((resolve) => {
    const late = setTimeout(() => {
      void reader.terminate();
      reader = new Worker(new URL("./read-hostile.ts", import.meta.url));
      resolve("it hangs");
    }, ENOUGH);
    reader.once("message", (answer: { readonly error?: string }) => {
      clearTimeout(late);
      resolve(answer.error ?? "read");
    });
    reader.postMessage({ html, url: URL_OF });
  });

test("no text, however often it stands in every place, costs more than it is long", async () => {
  const slow: unknown[] = [];
  for (const piece of PIECES) {
    const found = await outcome(slowPage(piece, 12_000));
    if (found !== "read") slow.push([piece, found]);
  }
  expect(slow).toEqual([]);
}, 300_000);
