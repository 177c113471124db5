import { type Clock, type Instant, instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import type { NewId } from "@dianbo/shared/identity";
import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { type OpenFailure, openLibrary, openMediaStore } from "../storage/index.ts";
import MediaWorker from "../storage/media-worker.ts?worker";
import type { Dependencies } from "./library-context.tsx";

const now = (): Instant =>
  v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Date.now())));

/** The real clock. */
export const systemClock: Clock = { now };

/**
 * A page within another site's page is refused storage for that reason, and another window is the way
 * out. Chromium that blocks third-party storage calls it an unknown error, as it calls damage.
 */
const whereRefused = (failure: OpenFailure): OpenFailure =>
  window.top !== window && (failure.type === "storage-refused" || failure.type === "damaged")
    ? { type: "embedded" }
    : failure;

/** 18 random bytes as 24 characters of base64url. */
const newId: NewId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");

/** The composition root of both entries: the real clock, ids, randomness, database and media. */
export const openDependencies = async (
  home: Dependencies["home"],
  onSuperseded: () => void,
): Promise<Result<Dependencies, OpenFailure>> => {
  const clock = systemClock;
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
