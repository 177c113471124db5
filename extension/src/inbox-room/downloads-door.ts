import type { DownloadRow, DownloadsDoor, DownloadsState } from "@dianbo/pwa/app";
import type { Clip } from "@dianbo/shared/clip";
import type { Clock } from "@dianbo/shared/clock";
import { cancelDownload, isNightNow, wakeEngine } from "../downloading/index.ts";
import {
  type DownloadQueue,
  type Inbox,
  openDownloadQueue,
  type QueueRow,
} from "../inbox/index.ts";

/** Over so long the speed is taken: shorter would jump, longer would lie. */
const OVER_MS = 8_000;
const TICK_MS = 1_000;

interface Sample {
  readonly at: number;
  readonly received: number;
}

/** Remembers how far each download was a few seconds ago, and so how fast it is. */
const makeSpeeds = (clock: Clock) => {
  const samples = new Map<string, Sample[]>();
  return (clip: Clip | undefined): number | undefined => {
    if (clip === undefined) return undefined;
    if (clip.file.state !== "downloading") {
      samples.delete(clip.id);
      return undefined;
    }
    const now = clock.now();
    const { received } = clip.file;
    const kept = (samples.get(clip.id) ?? []).filter(({ at }) => now - at <= OVER_MS);
    kept.push({ at: now, received });
    samples.set(clip.id, kept);
    const [first] = kept;
    if (first === undefined || now - first.at < TICK_MS) return undefined;
    return Math.max(0, ((received - first.received) / (now - first.at)) * 1000);
  };
};

/** What stands over the whole queue. */
interface WholeQueue {
  readonly allPaused: boolean;
  readonly waitsForNight: boolean;
  readonly diskFree: number | undefined;
}

/** For what a row waits that is still to come. */
const waitOf = (row: QueueRow, clip: Clip | undefined, all: WholeQueue): DownloadRow["waits"] => {
  if (clip?.file.state !== "waiting") return undefined;
  if (row.paused) return "goOn";
  if (all.allPaused) return "allGoOn";
  if (all.waitsForNight) return "night";
  return all.diskFree === undefined ? "turn" : "disk";
};

const viewOf = (
  row: QueueRow,
  clip: Clip | undefined,
  speed: number | undefined,
  all: WholeQueue,
): DownloadRow => ({
  id: row.id,
  day: row.day,
  paused: row.paused,
  notBefore: row.notBefore ?? undefined,
  asked: row.asked ?? undefined,
  waits: waitOf(row, clip, all),
  reached: row.reached ?? undefined,
  heldAt: row.heldAt ?? undefined,
  size: row.size ?? undefined,
  title: clip?.title ?? row.title,
  kind: clip?.kind ?? row.kind,
  publisher: clip?.publisher ?? row.publisher ?? undefined,
  portal: row.portal,
  url: row.url,
  category: clip?.category ?? row.category ?? undefined,
  minutes: clip?.minutes ?? row.minutes ?? undefined,
  file: clip?.file,
  speed,
});

const readState = async (
  inbox: Inbox,
  queue: DownloadQueue,
  clock: Clock,
  speedOf: (clip: Clip | undefined) => number | undefined,
): Promise<DownloadsState> => {
  const clips = new Map<string, Clip>(
    (await inbox.all()).flatMap((row) =>
      row.type === "clip" ? [[row.clip.id, row.clip] as const] : [],
    ),
  );
  const days = await queue.days();
  const wishes = await queue.settings();
  const last = days.at(-1);
  const all: WholeQueue = {
    allPaused: wishes.allPaused,
    waitsForNight: wishes.nightOnly && !isNightNow(clock.now(), wishes),
    diskFree: (await queue.hold())?.free,
  };
  const rows = (await queue.rows())
    // A clip that was deleted before its file came is no download any more.
    .filter((row) => row.heldAt != null || clips.has(row.id))
    .map((row) => viewOf(row, clips.get(row.id), speedOf(clips.get(row.id)), all));
  return {
    rows,
    day: last === undefined ? undefined : { ...last, endedAt: last.endedAt ?? undefined },
    dates: days.map(({ date }) => date),
    wishes,
    waitsForNight: all.waitsForNight,
    diskFree: all.diskFree,
  };
};

const NOTIFY: chrome.permissions.Permissions = { permissions: ["notifications"] };

/** Opens the downloads for the app page; `retry` begins a failed one anew and asks for leave where needed. */
export const openDownloadsDoor = ({
  inbox,
  clock,
  retry,
}: {
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly retry: (id: string) => Promise<void>;
}): DownloadsDoor => {
  const queue = openDownloadQueue();
  const listeners = new Set<() => void>();
  const speedOf = makeSpeeds(clock);
  let state: DownloadsState | undefined;
  let reading = false;
  let stale = false;
  const reread = async (): Promise<void> => {
    stale = true;
    if (reading) return;
    reading = true;
    try {
      while (stale) {
        stale = false;
        state = await readState(inbox, queue, clock, speedOf);
        for (const listener of listeners) listener();
      }
    } finally {
      reading = false;
    }
  };
  inbox.subscribe(() => void reread());
  queue.subscribe(() => void reread());
  // A download that stands still tells nothing: its speed falls by the clock alone.
  setInterval(() => {
    if (state?.rows.some(({ file }) => file?.state === "downloading") === true) void reread();
  }, TICK_MS);
  void reread();

  const change = async (id: string, next: (row: QueueRow) => QueueRow): Promise<void> => {
    await queue.change(id, next);
    await wakeEngine();
  };
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pause: (id) => change(id, (row) => ({ ...row, paused: true })),
    goOn: async (id) => {
      // Asking for leave needs the click, so what failed is tried first of all.
      if ((await inbox.get(id))?.file.state === "failed") await retry(id);
      await change(id, (row) => ({ ...row, paused: false }));
    },
    exchange: async (a, b) => {
      await queue.exchange(a, b);
      await wakeEngine();
    },
    drop: (id) => cancelDownload(id, inbox),
    wish: async (wishes) => {
      await queue.changeSettings(wishes);
      await wakeEngine();
    },
    askToNotify: async () => {
      const given = await chrome.permissions.request(NOTIFY).catch(() => false);
      await queue.changeSettings({ notify: given });
      return given;
    },
    beginDay: (post) => queue.beginDay(clock.now(), post),
    endDay: (id) => queue.changeDay(id, (day) => ({ ...day, endedAt: clock.now() })),
    setPost: (id, post) => queue.changeDay(id, (day) => ({ ...day, post })),
  };
};
