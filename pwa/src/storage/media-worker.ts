/**
 * Writes media into the origin private file system with sync access handles: measured as the fastest
 * way on old Chromium. Bytes go to an `incoming` file first and get their name, the hash, only when
 * complete and flushed, so that a file under a hash is always whole.
 */
import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import { createSHA256 } from "hash-wasm";
import * as v from "valibot";
import { eachChunk } from "./each-chunk.ts";
import { isDiskFull } from "./failures.ts";
import { keepUnderHash } from "./keep-under-hash.ts";
import { mediaJobSchema } from "./media-messages.ts";
import { openIncoming, sweepIncoming } from "./opfs-files.ts";

const keepBlob = async (job: number, blob: Blob, expected: MediaHash | null): Promise<void> => {
  const name = `${job}-${performance.now().toString(36)}`;
  const incoming = await openIncoming(name);
  try {
    const sha = await createSHA256();
    await eachChunk(blob, (bytes, at) => {
      sha.update(bytes);
      incoming.write(bytes, at);
      self.postMessage({ type: "progress", job, bytes: at + bytes.length });
    });
    const found = v.parse(mediaHashSchema, sha.digest("hex"));
    if (expected !== null && expected !== found) {
      await incoming.discard();
      self.postMessage({ type: "failed", job, failure: { type: "hash-differs", expected, found } });
      return;
    }
    incoming.flush();
    await keepUnderHash(incoming, found);
    self.postMessage({ type: "kept", job, hash: found, size: blob.size });
  } catch (error) {
    await incoming.discard();
    self.postMessage({
      type: "failed",
      job,
      failure: isDiskFull(error)
        ? { type: "disk-full" }
        : { type: "not-stored", message: error instanceof Error ? error.message : String(error) },
    });
  }
};

// Unfinished downloads of the extension are named after their clip; their own worker goes on with them.
let queue: Promise<void> = sweepIncoming(Date.now(), (name) => name.startsWith("clip-")).catch(
  () => undefined,
);
self.addEventListener("message", (event: MessageEvent<unknown>) => {
  const message = v.safeParse(mediaJobSchema, event.data);
  if (!message.success) return;
  const { job, blob, expected } = message.output;
  queue = queue.then(() => keepBlob(job, blob, expected));
});
