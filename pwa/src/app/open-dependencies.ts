import { err, ok, type Result } from "@dianbo/shared/result";
import { type OpenFailure, openLibrary, openMediaStore } from "../storage/index.ts";
import MediaWorker from "../storage/media-worker.ts?worker";
import type { Dependencies } from "./library-context.tsx";
import { randomId, systemClock } from "./system-clock.ts";

/**
 * A page within another site's page is refused storage for that reason, and another window is the way
 * out. Chromium that blocks third-party storage calls it an unknown error, as it calls damage.
 */
const whereRefused = (failure: OpenFailure): OpenFailure =>
  window.top !== window && (failure.type === "storage-refused" || failure.type === "damaged")
    ? { type: "embedded" }
    : failure;

/** The composition root of both entries: the real clock, ids, randomness, database and media. */
export const openDependencies = async (
  home: Dependencies["home"],
  onSuperseded: () => void,
): Promise<Result<Dependencies, OpenFailure>> => {
  const clock = systemClock;
  const newId = randomId;
  const opened = await openLibrary({ clock, newId, onSuperseded });
  if (!opened.ok) return err(whereRefused(opened.error));
  const library = opened.value;
  return ok({
    library,
    // What was given up here lies in the 点播本 folder, or never left its own; who has neither never loads this.
    media: openMediaStore(
      () => new MediaWorker(),
      async (hash) => (await import("../storage/other-places.ts")).fileElsewhere(library, hash),
    ),
    clock,
    newId,
    random: Math.random,
    home,
  });
};
