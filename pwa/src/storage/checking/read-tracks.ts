import * as v from "valibot";
import { type FilmTracks, tracksReplySchema } from "./tracks-messages.ts";

/** A file that says nothing of itself for so long, in milliseconds, is not read. */
const PATIENCE = 20_000;

/** The tracks of a film, read in a worker of its own; `undefined` where it says nothing that can be read. */
export const readTracks = async (
  film: Blob,
  signal: AbortSignal,
): Promise<FilmTracks | undefined> => {
  const { default: TracksWorker } = await import("./tracks-worker.ts?worker");
  if (signal.aborted) return undefined;
  const worker = new TracksWorker();
  try {
    return await new Promise<FilmTracks | undefined>((resolve) => {
      const nothing = (): void => resolve(undefined);
      setTimeout(nothing, PATIENCE);
      signal.addEventListener("abort", nothing, { once: true });
      worker.addEventListener("error", nothing);
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const reply = v.safeParse(tracksReplySchema, data);
        resolve(reply.success ? (reply.output ?? undefined) : undefined);
      });
      worker.postMessage(film);
    });
  } finally {
    worker.terminate();
  }
};
