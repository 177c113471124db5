import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { fixedClock, instantSchema } from "@dianbo/shared/clock";
import { type MediaFile, mediaFileSchema } from "@dianbo/shared/courseware";
import { err, ok } from "@dianbo/shared/result";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
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

const clip = (id: string, change: Partial<v.InferInput<typeof clipSchema>> = {}): Clip =>
  v.parse(clipSchema, {
    id: `clip-${id}`.padEnd(24, "0"),
    kind: "video",
    title: `课件 ${id}`,
    source: { url: "http://a.cn/p.html", canonical: "https://a.cn/p.html", portal: "a.cn" },
    fileUrl: `http://a.cn/${id}.mp4`,
    file: { state: "waiting" },
    tags: [],
    reviewed: false,
    clippedAt: 1_764_000_000_000,
    ...change,
  });

const FILM: MediaFile = v.parse(mediaFileSchema, {
  hash: "e".repeat(64),
  size: 3,
  mime: "video/mp4",
  name: "a.mp4",
});

const COVER: MediaFile = v.parse(mediaFileSchema, {
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

const NOON = Date.UTC(2026, 10, 24, 4);

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

const open = (
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

describe("the download engine", () => {
  it("fetches two at a time, the oldest first, and the next when one has ended", async () => {
    const side = open([clip("one"), clip("two"), clip("three"), clip("four", { fileUrl: null })]);
    await side.engine.look();
    expect(side.orders).toMatchObject([{ id: clip("one").id }, { id: clip("two").id }]);
    await side.engine.hear({ type: "held", id: clip("one").id, file: FILM });
    expect(side.orders).toHaveLength(3);
    expect(side.settled).toMatchObject([
      { file: { state: "held", file: { seconds: 605 } }, cover: COVER },
    ]);
  });

  it("leaves the page's own picture as the cover", async () => {
    const own = { ...COVER, name: "page.jpg" };
    const side = open([clip("one", { cover: own })]);
    await side.engine.look();
    await side.engine.hear({ type: "held", id: clip("one").id, file: FILM });
    expect(side.settled).toMatchObject([{ cover: own }]);
  });

  it("orders a row once, however often it is told to look", async () => {
    const side = open([clip("one")]);
    await Promise.all([side.engine.look(), side.engine.look(), side.engine.look()]);
    expect(side.orders).toHaveLength(1);
  });

  it("goes on with what an engine before it left, from where that stopped", async () => {
    const side = open([clip("one", { file: { state: "downloading", received: 9_000_000 } })]);
    side.notes.set(clip("one").id, { validator: '"v1"', safe: 8_388_608 });
    await side.engine.look();
    expect(side.orders).toMatchObject([{ resume: { validator: '"v1"', safe: 8_388_608 } }]);
    expect(side.fileOf("one")).toMatchObject({ state: "downloading", received: 8_388_608 });
  });

  it("does not believe a note that does not fit", async () => {
    const side = open([clip("one")]);
    side.notes.set(clip("one").id, { validator: 7 });
    await side.engine.look();
    expect(side.orders).toMatchObject([{ resume: null }]);
  });

  it("writes progress into the row, but not into one that was cancelled meanwhile", async () => {
    const side = open([clip("one")]);
    await side.engine.look();
    const progress = {
      type: "progress",
      id: clip("one").id,
      received: 5,
      total: 10,
      resume: null,
    } as const;
    await side.engine.hear(progress);
    expect(side.fileOf("one")).toEqual({ state: "downloading", received: 5, total: 10 });
    await side.inbox.update(clip("one").id, (row) => ({
      ...row,
      file: { state: "failed", reason: "cancelled", received: 0 },
    }));
    await side.engine.hear(progress);
    expect(side.fileOf("one")).toMatchObject({ reason: "cancelled" });
  });

  it("names the page when a portal answers 403, then has the page ask itself, and leaves no rule", async () => {
    const side = open([clip("one")]);
    await side.engine.look();
    const refused = {
      type: "failed",
      id: clip("one").id,
      reason: "refused",
      received: 0,
      status: 403,
    } as const;
    await side.engine.hear(refused);
    expect(side.referers).toEqual(["add"]);
    expect(side.orders).toHaveLength(2);
    await side.engine.hear(refused);
    expect(side.referers).toEqual(["add", "remove"]);
    expect(
      side.orders.map((order) => v.parse(v.object({ byPage: v.optional(v.boolean()) }), order)),
    ).toEqual([{}, {}, { byPage: true }]);
    await side.engine.hear(refused);
    expect(side.referers).toEqual(["add", "remove"]);
    expect(side.orders).toHaveLength(3);
    expect(side.fileOf("one")).toMatchObject({ state: "failed", reason: "refused", status: 403 });
    expect(side.engine.idle()).toBe(true);
  });

  it.each(["protected", "live"] as const)(
    "keeps a link of what is %s, not a film that cannot be had",
    async (reason) => {
      const side = open([clip("one")]);
      await side.engine.look();
      await side.engine.hear({ ...CUT, reason });
      expect(side.rows.get(clip("one").id)).toMatchObject({ kind: "link", file: { reason } });
      expect(side.settled).toMatchObject([{ kind: "link" }]);
      await side.inbox.update(clip("one").id, (row) => ({ ...row, file: { state: "waiting" } }));
      await side.engine.look();
      await side.engine.hear({ type: "held", id: clip("one").id, file: FILM });
      expect(side.settled[1]).toMatchObject({ kind: "video", file: { state: "held" } });
    },
  );

  it("comes to rest for an update: nothing runs, all can go on, and nothing begins before it may", async () => {
    const side = open([clip("one"), clip("two")]);
    await side.engine.look();
    await side.engine.hear({ ...COMING, received: 60, resume: { validator: '"v1"', safe: 50 } });
    await side.engine.rest();
    expect(side.orders.slice(2)).toMatchObject([
      "drain",
      { type: "stop", keep: true },
      { type: "stop", keep: true },
    ]);
    expect(side.fileOf("one")).toEqual({ state: "waiting" });
    await side.engine.look();
    expect(side.orders).toHaveLength(5);
    await side.engine.goOn();
    expect(side.orders.slice(5)).toMatchObject([
      { type: "fetch", resume: { safe: 50 } },
      { type: "fetch" },
    ]);
  });

  it("sees a file that is being put away to its end before it rests", async () => {
    let put: (seen: object) => void = () => undefined;
    const side = open([clip("one")], 5000, () => new Promise((resolve) => (put = resolve)));
    await side.engine.look();
    const heard = side.engine.hear({ type: "held", id: clip("one").id, file: FILM });
    let rests = false;
    const resting = side.engine.rest().then(() => (rests = true));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rests).toBe(false);
    put({});
    await Promise.all([heard, resting]);
    expect(side.fileOf("one")).toMatchObject({ state: "held" });
  });

  it("begins again a row that was cancelled and wanted at once, whatever the worker says of the old run", async () => {
    const side = open([clip("one")]);
    await side.engine.look();
    await side.inbox.update(clip("one").id, (row) => ({ ...row, file: { state: "waiting" } }));
    await side.engine.cancel(clip("one").id);
    expect(side.orders.slice(1)).toMatchObject([{ type: "stop", keep: false }, { type: "fetch" }]);
    await side.engine.hear({ ...CUT, reason: "cancelled" });
    expect(side.fileOf("one")).toMatchObject({ state: "downloading" });
  });
});

const COMING = {
  type: "progress",
  id: clip("one").id,
  received: 5,
  total: 10,
  resume: null,
} as const;

const CUT = {
  type: "failed",
  id: clip("one").id,
  reason: "network",
  received: 7,
  status: null,
} as const;

describe("the queue", () => {
  it("goes on with the next while one is paused, and with that one where it was", async () => {
    const side = open([clip("one"), clip("two")]);
    await side.queue.changeSettings({ atOnce: 1 });
    await side.engine.look();
    await side.engine.hear({
      type: "progress",
      id: clip("one").id,
      received: 60,
      total: 100,
      resume: { validator: '"v1"', safe: 50 },
    });
    await side.queue.change(clip("one").id, (row) => ({ ...row, paused: true }));
    await side.engine.look();
    expect(side.orders.slice(1)).toMatchObject([
      { type: "stop", id: clip("one").id, keep: true },
      { type: "fetch", id: clip("two").id },
    ]);
    expect(side.fileOf("one")).toEqual({ state: "waiting" });
    expect(side.queueRow("one")?.reached).toEqual({ received: 60, total: 100 });
    await side.queue.change(clip("one").id, (row) => ({ ...row, paused: false }));
    await side.engine.hear({ type: "held", id: clip("two").id, file: FILM });
    expect(side.orders.at(-1)).toMatchObject({ id: clip("one").id, resume: { safe: 50 } });
  });

  it("stops all at once and goes on with all", async () => {
    const side = open([clip("one"), clip("two")]);
    await side.engine.look();
    await side.queue.changeSettings({ allPaused: true });
    await side.engine.look();
    expect(side.engine.idle()).toBe(true);
    expect(side.orders.slice(2)).toMatchObject([{ type: "stop" }, { type: "stop" }]);
    expect(side.tallies.at(-1)).toMatchObject({ active: 2, wakeAt: null });
    await side.queue.changeSettings({ allPaused: false });
    await side.engine.look();
    expect(side.orders).toHaveLength(6);
  });

  it("asks one host for no more at once than is polite, and another meanwhile", async () => {
    const elsewhere = clip("three", { fileUrl: "http://b.cn/three.mp4" });
    const side = open([clip("one"), clip("two"), elsewhere]);
    await side.queue.changeSettings({ perHost: 1 });
    await side.engine.look();
    expect(side.orders).toMatchObject([{ id: clip("one").id }, { id: elsewhere.id }]);
  });

  it("waits for the night where that is wanted, and is itself again when it is done", async () => {
    const side = open([clip("one")]);
    await side.queue.changeSettings({ nightOnly: true });
    await side.engine.look();
    expect(side.orders).toEqual([]);
    expect(side.tallies.at(-1)?.wakeAt).toBe(Date.UTC(2026, 10, 24, 14));
    side.clock.set(Date.UTC(2026, 10, 24, 14));
    await side.engine.look();
    expect(side.orders).toHaveLength(1);
    side.clock.set(Date.UTC(2026, 10, 24, 22));
    await side.engine.look();
    expect(side.orders.at(-1)).toMatchObject({ type: "stop", keep: true });
    side.clock.set(Date.UTC(2026, 10, 25, 15));
    await side.engine.look();
    await side.engine.hear({ type: "held", id: clip("one").id, file: FILM });
    expect((await side.queue.settings()).nightOnly).toBe(false);
  });

  it("tries again by itself later and later, then leaves it to a person", async () => {
    const side = open([clip("one")]);
    await side.engine.look();
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      await side.engine.hear(CUT);
      expect(side.fileOf("one")).toMatchObject({ state: "failed", reason: "network" });
      const at = side.queueRow("one")?.notBefore ?? 0;
      waits.push(at - side.clock.now());
      expect(side.tallies.at(-1)).toMatchObject({ active: 1, wakeAt: at });
      side.clock.set(at);
      await side.engine.look();
      expect(side.fileOf("one")).toMatchObject({ state: "downloading" });
    }
    expect(waits).toEqual([22_500, 45_000, 90_000, 180_000, 360_000, 450_000]);
    await side.engine.hear(CUT);
    expect(side.queueRow("one")).toMatchObject({ notBefore: null, tries: 0 });
    expect(side.tallies.at(-1)).toMatchObject({
      active: 0,
      failed: 1,
      ended: { held: 0, failed: 7 },
    });
  });

  it("has the patience that a portal asks for, but not for a day", async () => {
    const side = open([clip("one")]);
    await side.engine.look();
    const busy = { ...CUT, reason: "busy", status: 429 } as const;
    await side.engine.hear({ ...busy, retryAfter: 180_000 });
    expect(side.queueRow("one")).toMatchObject({ asked: 180, notBefore: NOON + 181_000 });
    await side.inbox.update(clip("one").id, (row) => ({ ...row, file: { state: "waiting" } }));
    await side.engine.look();
    await side.engine.hear({ ...busy, retryAfter: 86_400_000 });
    expect(side.queueRow("one")?.notBefore).toBeNull();
  });

  it("stands still when the disk has less than its reserve, keeps what came, and looks again", async () => {
    const side = open([clip("one"), clip("two")], 900);
    await side.engine.look();
    expect(side.orders).toEqual([]);
    expect(side.holdNow()).toEqual({ free: 900, at: NOON });
    expect(side.tallies.at(-1)?.wakeAt).toBe(NOON + 600_000);
    side.disk.free = 2000;
    await side.engine.look();
    expect(side.holdNow()).toBeUndefined();
    expect(side.orders).toHaveLength(2);
    side.disk.free = 10;
    const progress = { type: "progress", id: clip("one").id, total: null, resume: null } as const;
    await side.engine.hear({ ...progress, received: 300 * 1024 * 1024 });
    expect(side.engine.idle()).toBe(true);
    expect(side.fileOf("one")).toEqual({ state: "waiting" });
  });

  it("tells once when all has ended", async () => {
    const side = open([clip("one"), clip("two")]);
    await side.engine.look();
    await side.engine.hear({ type: "held", id: clip("one").id, file: FILM });
    expect(side.tallies.at(-1)?.ended).toBeUndefined();
    await side.engine.hear({ type: "held", id: clip("two").id, file: FILM });
    expect(side.tallies.at(-1)?.ended).toEqual({ held: 2, failed: 0, notify: false });
    await side.engine.look();
    expect(side.tallies.at(-1)?.ended).toBeUndefined();
    expect(side.queueRow("two")).toMatchObject({
      heldAt: v.parse(instantSchema, NOON),
      minutes: 10,
      size: 3,
    });
  });
});
