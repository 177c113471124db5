/**
 * Writes media into the origin private file system with sync access handles: measured as the fastest
 * way on old Chromium. Bytes go to an `incoming` file first and get their name, the hash, only when
 * complete and flushed, so that a file under a hash is always whole.
 */
import * as v from "valibot";
import { keepBlob } from "./keep-blob.ts";
import { keepUnderHash } from "./keep-under-hash.ts";
import { type MediaJob, mediaOrderSchema } from "./media-messages.ts";
import { openIncoming, sweepIncoming } from "./opfs-files.ts";

/** Jobs that somebody stopped: one that waits its turn is not begun, one that runs ends at its next piece. */
const stopped = new Set<number>();

const keep = async ({ job, blob, expected }: MediaJob): Promise<void> => {
  const name = `${job}-${performance.now().toString(36)}`;
  const kept = await keepBlob(
    blob,
    expected,
    { open: () => openIncoming(name), name: keepUnderHash },
    {
      onProgress: (bytes) => self.postMessage({ type: "progress", job, bytes }),
      isStopped: () => stopped.has(job),
    },
  );
  stopped.delete(job);
  self.postMessage(
    kept.ok ? { type: "kept", job, ...kept.value } : { type: "failed", job, failure: kept.error },
  );
};

// Unfinished downloads of the extension are named after their clip; their own worker goes on with them.
let queue: Promise<void> = sweepIncoming(Date.now(), (name) => name.startsWith("clip-")).catch(
  () => undefined,
);
self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const message = v.safeParse(mediaOrderSchema, event.data);
  if (!message.success) return;
  const order = message.output;
  if ("stop" in order) stopped.add(order.stop);
  else queue = queue.then(() => keep(order));
});
