import type { Clip } from "@dianbo/shared/clip";
import type { Instant } from "@dianbo/shared/clock";
import type { QueueRow, QueueSettings } from "../../inbox/index.ts";
import { isNight } from "./night-window.ts";

/** A row of the queue with its clip. */
export interface Queued {
  readonly row: QueueRow;
  readonly clip: Clip;
}

/** Whether a clip's file is still to come: it waits, was cut off, or is tried again by itself. */
export const isWanted = ({ row, clip }: Queued): boolean => {
  if (clip.fileUrl == null) return false;
  switch (clip.file.state) {
    case "waiting":
    case "downloading":
      return true;
    case "failed":
      return row.notBefore != null;
    case "none":
    case "held":
      return false;
  }
};

/** Whether downloads may run at all now: not paused as a whole, and by night where that was wanted. */
export const mayRun = (settings: QueueSettings, now: Instant): boolean =>
  !settings.allPaused &&
  (!settings.nightOnly || isNight(now, { from: settings.nightFrom, to: settings.nightTo }));

/** The host that is asked for a clip's file. */
const hostOf = (clip: Clip): string => {
  try {
    return new URL(clip.fileUrl ?? "").host;
  } catch {
    return "";
  }
};

/** When a row that is tried again by itself may be; a person's own word counts at once. */
export const isDue = ({ row, clip }: Queued, now: Instant): boolean =>
  clip.file.state !== "failed" || row.notBefore == null || row.notBefore <= now;

/**
 * Which rows to begin now, in the queue's order: as many as fit beside those that run, and not more of one
 * host than is polite. A row whose host is busy does not keep those behind it waiting.
 */
export const nextToRun = (
  queued: readonly Queued[],
  running: ReadonlySet<string>,
  settings: QueueSettings,
  now: Instant,
): readonly Queued[] => {
  if (!mayRun(settings, now)) return [];
  const perHost = new Map<string, number>();
  const count = (clip: Clip): number => {
    const next = (perHost.get(hostOf(clip)) ?? 0) + 1;
    perHost.set(hostOf(clip), next);
    return next;
  };
  for (const { row, clip } of queued) if (running.has(row.id)) count(clip);
  let free = settings.atOnce - running.size;
  const next: Queued[] = [];
  for (const one of queued) {
    if (free <= 0) break;
    const { row, clip } = one;
    if (running.has(row.id) || row.paused || !isWanted(one) || !isDue(one, now)) continue;
    if ((perHost.get(hostOf(clip)) ?? 0) >= settings.perHost) continue;
    count(clip);
    free -= 1;
    next.push(one);
  }
  return next;
};
