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
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";
import type { FetchDesk } from "./fetch-desk.ts";
import { fetchFile } from "./fetch-file.ts";
import { incomingName } from "./incoming-name.ts";
import { type WorkerReport, workerOrderSchema } from "./messages.ts";

const desk: FetchDesk = {
  fetch: (url, init) => fetch(url, init),
  openSink: async (id, keep) => {
    const incoming = await openIncoming(incomingName(id), keep);
    return { ...incoming, keep: (hash) => keepUnderHash(incoming, hash) };
  },
  newHash: async () => {
    const sha = await createSHA256();
    return { update: (bytes) => void sha.update(bytes), hex: () => sha.digest("hex") };
  },
  isDiskFull,
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

const running = new Map<string, { readonly stop: AbortController; readonly done: Promise<void> }>();

self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const parsed = v.safeParse(workerOrderSchema, event.data);
  if (!parsed.success) return;
  const order = parsed.output;
  switch (order.type) {
    case "fetch": {
      const before = running.get(order.id)?.done ?? Promise.resolve();
      const stop = new AbortController();
      const done = before.then(() => fetchFile(order, desk, stop.signal));
      running.set(order.id, { stop, done });
      void done.finally(() => {
        if (running.get(order.id)?.stop === stop) running.delete(order.id);
      });
      return;
    }
    case "stop": {
      const run = running.get(order.id);
      run?.stop.abort();
      void (run?.done ?? Promise.resolve()).then(() => discardIncoming(incomingName(order.id)));
    }
  }
});
