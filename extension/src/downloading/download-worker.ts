/**
 * The download worker: fetches with the extension's host permissions and writes into the origin
 * private file system with sync handles, which exist in workers only.
 */
import {
  discardIncoming,
  isDiskFull,
  keepUnderHash,
  openIncoming,
} from "@dianbo/pwa/storage/worker-files";
import * as v from "valibot";
import { fetchByPage } from "./by-page/fetch-by-page.ts";
import { type FetchDesk, KEEPING } from "./fetch-desk.ts";
import { fetchFile } from "./fetch-file.ts";
import { measureFree, roomUpTo } from "./free-space.ts";
import { openHashesBeside } from "./hash-beside.ts";
import HashWorker from "./hash-worker.ts?worker";
import { canPlay } from "./hls/can-play.ts";
import { incomingName } from "./incoming-name.ts";
import { type WorkerReport, workerOrderSchema } from "./messages.ts";

/**
 * Bytes that the disk has free. With `unlimitedStorage` the browser names the disk's own figure, and lets
 * a file be made longer than the disk is: resizing proves nothing (measured: 10 TB of 76 GB).
 */
const freeBytes = async (): Promise<number> => {
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? Number.POSITIVE_INFINITY : Math.max(0, quota - (usage ?? 0));
};

const desk: FetchDesk = {
  fetch: (url, init) => fetch(url, init),
  openSink: async (id, keep) => {
    const incoming = await openIncoming(incomingName(id), keep);
    return { ...incoming, keep: (hash) => keepUnderHash(incoming, hash) };
  },
  newHash: openHashesBeside(() => new HashWorker()),
  isDiskFull,
  canPlay,
  freeBytes,
  wait: (ms, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      signal.addEventListener("abort", end);
    }),
  random: () => Math.random(),
  now: () => Date.now(),
  elapsed: () => performance.now(),
  report: (report: WorkerReport) => self.postMessage(report),
};

const probeFree = async (bound: number): Promise<number> => {
  const probe = await openIncoming("space-probe", 0);
  try {
    return measureFree(probe, bound, isDiskFull);
  } finally {
    await probe.discard();
  }
};

let measuring: Promise<unknown> = Promise.resolve();
/** One after the other: a second probe would find the first one's room taken. */
const answerFree = (bound: number): void => {
  measuring = measuring
    .then(() => roomUpTo(bound, () => probeFree(bound), freeBytes))
    .then((bytes) => desk.report({ type: "free", bytes }));
};

const running = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();

self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const parsed = v.safeParse(workerOrderSchema, event.data);
  if (!parsed.success) return;
  const order = parsed.output;
  switch (order.type) {
    case "fetch": {
      const before = running.get(order.id)?.done ?? Promise.resolve();
      const stop = new AbortController();
      const asking =
        order.byPage === true
          ? {
              ...desk,
              fetch: fetchByPage(order.id, (request, port) =>
                self.postMessage(request, { transfer: [port] }),
              ),
            }
          : desk;
      const done = before.then(() => fetchFile(order, asking, stop.signal));
      running.set(order.id, { stop, done });
      void done.finally(() => {
        if (running.get(order.id)?.stop === stop) running.delete(order.id);
      });
      return;
    }
    case "stop": {
      const run = running.get(order.id);
      run?.stop.abort(order.keep ? KEEPING : undefined);
      if (order.keep) return;
      const gone = (run?.done ?? Promise.resolve()).then(() =>
        discardIncoming(incomingName(order.id)),
      );
      // Whoever fetches it again waits until the old file is gone.
      const entry = { stop: new AbortController(), done: gone };
      running.set(order.id, entry);
      void gone.finally(() => {
        if (running.get(order.id) === entry) running.delete(order.id);
      });
      return;
    }
    case "settle": {
      const ends = [...running.values()].map(({ done }) => done.catch(() => undefined));
      void Promise.all(ends).then(() => desk.report({ type: "settled" }));
      return;
    }
    case "measure-free":
      answerFree(order.bound);
  }
});
