import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";

const replySchema = v.variant("type", [
  v.object({ type: v.literal("progress"), bytes: v.number() }),
  v.object({ type: v.literal("done"), hash: mediaHashSchema }),
  v.object({ type: v.literal("unreadable") }),
]);

/**
 * The SHA-256 of a file that stays where it lies, read in a worker of its own that ends with it or with
 * the signal; `undefined` where it could not be read to its end.
 */
export const hashFile = async (
  file: Blob,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<MediaHash | undefined> => {
  const { default: HashWorker } = await import("./hash-worker.ts?worker");
  if (signal.aborted) return undefined;
  const worker = new HashWorker();
  try {
    return await new Promise<MediaHash | undefined>((resolve) => {
      signal.addEventListener("abort", () => resolve(undefined));
      worker.addEventListener("error", () => resolve(undefined));
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const reply = v.safeParse(replySchema, data);
        if (!reply.success || reply.output.type === "unreadable") resolve(undefined);
        else if (reply.output.type === "done") resolve(reply.output.hash);
        else onProgress(reply.output.bytes);
      });
      worker.postMessage(file);
    });
  } finally {
    worker.terminate();
  }
};
