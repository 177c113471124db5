import { setImmediate } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import { openBody } from "./server-answer.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** An answer that holds bytes ready and is broken off when told. */
const breakable = () => {
  let breakOff: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      for (const byte of [1, 2, 3]) controller.enqueue(new Uint8Array(1000).fill(byte));
      breakOff = () => controller.error(new TypeError("cut"));
    },
  });
  return { response: new Response(stream), breakOff: () => breakOff() };
};

test("what came before a connection broke is kept, though nobody had asked for it yet", async () => {
  const { response, breakOff } = breakable();
  const body = openBody(response, new AbortController().signal);
  await setImmediate();
  breakOff();
  await setImmediate();
  const kept: (number | undefined)[] = [];
  const taken = async (): Promise<void> => {
    for await (const bytes of body.bytes()) kept.push(bytes[0]);
  };
  await expect(taken()).rejects.toMatchObject({ reason: "cut-short" });
  expect(kept).toEqual([1, 2, 3]);
});

test("an answer that nobody wants any more is let go", async () => {
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    cancel: () => {
      isCancelled = true;
    },
  });
  const body = openBody(new Response(stream), new AbortController().signal);
  await body.close();
  expect(isCancelled).toBe(true);
});

test("an answer that goes silent is given up after half a minute, one that is only not read is not", async () => {
  vi.useFakeTimers();
  let isCancelled = false;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => {
      controller.enqueue(new Uint8Array(5_000_000));
      controller.enqueue(new Uint8Array(1000));
    },
    cancel: () => {
      isCancelled = true;
    },
  });
  const bytes = openBody(new Response(stream), new AbortController().signal).bytes();
  await bytes.next();
  await vi.advanceTimersByTimeAsync(120_000);
  expect(isCancelled).toBe(false);
  await bytes.next();
  const third = bytes.next();
  const ended = expect(third).rejects.toMatchObject({ reason: "stalled" });
  await vi.advanceTimersByTimeAsync(29_000);
  expect(isCancelled).toBe(false);
  await vi.advanceTimersByTimeAsync(10_000);
  await ended;
  expect(isCancelled).toBe(true);
});
