/** The download engine over fakes, for its tests. */
import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { fixedClock } from "@dianbo/shared/clock";
import { type MediaFile, mediaFileSchema } from "@dianbo/shared/courseware";
import { err, ok } from "@dianbo/shared/result";
import * as v from "valibot";
import type {
  DiskHold,
  DownloadQueue,
  Inbox,
  InboxRow,
  QueueRow,
  QueueSettings,
} from "../inbox/index.ts";
import { makeDownloadEngine } from "./download-engine.ts";
import type { QueueTally } from "./messages.ts";

/** A clip that waits for its film. */
export const clip = (id: string, change: Partial<v.InferInput<typeof clipSchema>> = {}): Clip =>
  v.parse(clipSchema, {
    id: `clip-${id}`.padEnd(24, "0"),
    kind: "video",
    title: `Film ${id}`,
    source: { url: "http://a.cn/p.html", canonical: "https://a.cn/p.html", portal: "a.cn" },
    fileUrl: `http://a.cn/${id}.mp4`,
    file: { state: "waiting" },
    tags: [],
    reviewed: false,
    clippedAt: 1_764_000_000_000,
    ...change,
  });

/** A film that has come. */
export const FILM: MediaFile = v.parse(mediaFileSchema, {
  hash: "e".repeat(64),
  size: 3,
  mime: "video/mp4",
  name: "a.mp4",
});

/** A picture out of it. */
export const COVER: MediaFile = v.parse(mediaFileSchema, {
  hash: "c".repeat(64),
  size: 9,
  mime: "image/webp",
  name: "cover",
});

/** An inbox in memory. */
const makeInbox = (clips: readonly Clip[]) => {
  const rows = new Map<string, Clip>(clips.map((one) => [one.id, one]));
  const notes = new Map<string, unknown>();
  const inbox: Inbox = {
    save: async (one) => {
      rows.set(one.id, one);
      return ok(one);
    },
    update: async (id, change) => {
      const row = rows.get(id);
      if (row === undefined) return err({ type: "not-in-inbox" });
      rows.set(id, change(row));
      return ok(change(row));
    },
    get: async (id) => rows.get(id),
    all: async () =>
      [...rows.values()].reverse().map((one): InboxRow => ({ type: "clip", clip: one })),
    remove: async (id) => {
      rows.delete(id);
    },
    readDownloadNote: async (id) => notes.get(id),
    writeDownloadNote: async (id, note) => {
      if (note === null) notes.delete(id);
      else notes.set(id, note);
    },
    findByCanonical: async () => undefined,
    subscribe: () => () => undefined,
    close: () => undefined,
  };
  return { inbox, rows, notes };
};

/** The fake clock begins at noon in China. */
export const NOON = Date.UTC(2026, 10, 24, 4);

/** A queue in memory. */
const makeQueue = () => {
  const rows = new Map<string, QueueRow>();
  let settings: QueueSettings = {
    atOnce: 2,
    perHost: 2,
    allPaused: false,
    nightOnly: false,
    nightFrom: 22 * 60,
    nightTo: 6 * 60,
    height: 720,
    reserve: 1000,
    notify: false,
    weekTarget: 2,
  };
  let hold: DiskHold | undefined;
  const inOrder = (): readonly QueueRow[] => [...rows.values()].sort((a, b) => a.place - b.place);
  const queue: DownloadQueue = {
    rows: async () => inOrder(),
    enter: async (one, now) => {
      if (rows.has(one.id)) return;
      rows.set(one.id, {
        id: one.id,
        day: "2026-11-24/1",
        place: rows.size + 1,
        addedAt: now,
        paused: false,
        tries: 0,
        title: one.title,
        kind: one.kind,
        portal: one.source.portal,
        url: one.source.url,
      });
    },
    change: async (id, change) => {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, change(row));
    },
    exchange: async () => undefined,
    remove: async (id) => {
      rows.delete(id);
    },
    days: async () => [],
    beginDay: async () => undefined,
    changeDay: async () => undefined,
    settings: async () => settings,
    changeSettings: async (change) => {
      settings = { ...settings, ...change };
    },
    hold: async () => hold,
    writeHold: async (next) => {
      hold = next ?? undefined;
    },
    subscribe: () => () => undefined,
    close: () => undefined,
  };
  return { queue, queueRow: (id: string) => rows.get(clip(id).id), holdNow: () => hold };
};

/** An engine over an inbox, a queue and a disk in memory. */
export const openFakeEngine = (
  clips: readonly Clip[],
  free = 5000,
  lookInto: () => Promise<{ seconds?: number; cover?: MediaFile }> = async () => ({
    seconds: 605,
    cover: COVER,
  }),
) => {
  const store = { ...makeInbox(clips), ...makeQueue() };
  const clock = fixedClock(NOON);
  const tallies: QueueTally[] = [];
  const disk = { free };
  const orders: unknown[] = [];
  const settled: Clip[] = [];
  const referers: string[] = [];
  const engine = makeDownloadEngine({
    inbox: store.inbox,
    queue: store.queue,
    clock,
    random: () => 0.5,
    measureFree: async (bound) => Math.min(bound, disk.free),
    tell: (tally) => tallies.push(tally),
    order: (order) => orders.push(order),
    lookInto,
    settle: async (one) => {
      settled.push(one);
    },
    setReferer: async (action) => {
      referers.push(action);
    },
    drain: async () => {
      orders.push("drain");
    },
  });
  const fileOf = (id: string) => store.rows.get(clip(id).id)?.file;
  return { ...store, engine, clock, tallies, disk, orders, settled, referers, fileOf };
};

/** The first film comes. */
export const COMING = {
  type: "progress",
  id: clip("one").id,
  received: 5,
  total: 10,
  resume: null,
} as const;

/** The first film was cut off. */
export const CUT = {
  type: "failed",
  id: clip("one").id,
  reason: "network",
  received: 7,
  status: null,
} as const;
