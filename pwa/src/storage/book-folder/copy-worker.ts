/** Copies films into a folder and reads them back, off the page: an old PC hashes a chunk for a long moment. */
import * as v from "valibot";
import { copyFile, verifyAt } from "./copy-file.ts";
import { copyOrderSchema } from "./copy-messages.ts";

const running = new Map<number, AbortController>();

self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const read = v.safeParse(copyOrderSchema, event.data);
  if (!read.success) return;
  const order = read.output;
  if (order.type === "stop") {
    running.get(order.job)?.abort();
    return;
  }
  const { job, folder } = order;
  const abort = new AbortController();
  running.set(job, abort);
  // Once for each chunk of some megabytes: not too often for the page.
  const tell = (bytes: number): void => self.postMessage({ type: "progress", job, bytes });
  const work =
    order.type === "copy"
      ? copyFile(order.source, folder, order, abort.signal, tell)
      : verifyAt(folder, order, abort.signal, tell);
  void work.then((result) => {
    running.delete(job);
    self.postMessage({ type: "done", job, failure: result.ok ? null : result.error });
  });
});
