import { type Instant, instantSchema, LATEST_INSTANT } from "@dianbo/shared/clock";
import * as v from "valibot";
import type { DownloadQueue, Inbox, QueueSettings } from "../../inbox/index.ts";
import type { QueueTally } from "../messages.ts";
import { isDue, isWanted, mayRun, type Queued } from "./next-to-run.ts";
import { nextTurnOfNight } from "./night-window.ts";

/** All clips that have a file to fetch, in the queue's order; those that are new to it are entered, oldest first. */
export const readQueued = async (
  inbox: Inbox,
  queue: DownloadQueue,
  now: Instant,
): Promise<readonly Queued[]> => {
  const clips = (await inbox.all()).flatMap((row) => (row.type === "clip" ? [row.clip] : []));
  const byId = new Map(clips.map((clip) => [clip.id, clip]));
  const known = new Set((await queue.rows()).map(({ id }) => id));
  for (const clip of [...clips].reverse()) {
    const wants = clip.file.state === "waiting" || clip.file.state === "downloading";
    if (wants && clip.fileUrl != null && !known.has(clip.id)) await queue.enter(clip, now);
  }
  return (await queue.rows()).flatMap((row) => {
    const clip = byId.get(row.id);
    return clip === undefined ? [] : [{ row, clip }];
  });
};

/** A full disk is asked again after so long. */
const DISK_AGAIN_MS = 10 * 60_000;

const instant = (millis: number): Instant =>
  v.parse(instantSchema, Math.min(LATEST_INSTANT, Math.max(0, Math.ceil(millis))));

/** When the queue is to be looked at again though nothing has happened; `null` where never. */
export const nextWake = (
  queued: readonly Queued[],
  settings: QueueSettings,
  isDiskFull: boolean,
  now: Instant,
): Instant | null => {
  const open = queued.filter((one) => isWanted(one) && !one.row.paused);
  if (open.length === 0 || settings.allPaused) return null;
  const night = { from: settings.nightFrom, to: settings.nightTo };
  const moments: number[] = settings.nightOnly ? [nextTurnOfNight(now, night)] : [];
  if (mayRun(settings, now)) {
    if (isDiskFull) moments.push(now + DISK_AGAIN_MS);
    for (const one of open) if (!isDue(one, now)) moments.push(one.row.notBefore ?? now);
  }
  return moments.length === 0 ? null : instant(Math.min(...moments));
};

/** How many are on their way, and how many wait for a person. */
export const tallyOf = (queued: readonly Queued[]): Pick<QueueTally, "active" | "failed"> => ({
  active: queued.filter((one) => isWanted(one) && !one.row.paused).length,
  failed: queued.filter(
    (one) =>
      one.clip.file.state === "failed" &&
      one.clip.file.reason !== "cancelled" &&
      one.row.notBefore == null,
  ).length,
});
