import { type MediaHash, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";

const replySchema = v.object({ hash: v.nullable(mediaHashSchema) });

/** How a slow reading ended. */
export type SlowHash = MediaHash | "unreadable" | "stopped";

/** The SHA-256 of a file, read slowly in a worker that ends with the signal. */
export const hashSlowly = async (
  file: Blob,
  rest: number,
  signal: AbortSignal,
): Promise<SlowHash> => {
  const { default: SlowHashWorker } = await import("./slow-hash-worker.ts?worker");
  if (signal.aborted) return "stopped";
  const worker = new SlowHashWorker();
  try {
    return await new Promise<SlowHash>((resolve) => {
      signal.addEventListener("abort", () => resolve("stopped"), { once: true });
      worker.addEventListener("error", () => resolve("unreadable"));
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const reply = v.safeParse(replySchema, data);
        resolve(reply.success ? (reply.output.hash ?? "unreadable") : "unreadable");
      });
      worker.postMessage({ file, rest });
    });
  } finally {
    worker.terminate();
  }
};
