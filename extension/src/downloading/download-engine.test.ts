import { type Clip, clipSchema } from "@dianbo/shared/clip";
import { type MediaFile, mediaFileSchema } from "@dianbo/shared/courseware";
import { err, ok } from "@dianbo/shared/result";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import type { Inbox, InboxRow } from "../inbox/index.ts";
import { makeDownloadEngine } from "./download-engine.ts";

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

const open = (clips: readonly Clip[]) => {
  const store = makeInbox(clips);
  const orders: unknown[] = [];
  const settled: Clip[] = [];
  const referers: string[] = [];
  const engine = makeDownloadEngine({
    inbox: store.inbox,
    order: (order) => orders.push(order),
    measureSeconds: async () => 605,
    settle: async (one) => {
      settled.push(one);
    },
    setReferer: async (action) => {
      referers.push(action);
    },
  });
  const fileOf = (id: string) => store.rows.get(clip(id).id)?.file;
  return { ...store, engine, orders, settled, referers, fileOf };
};

describe("the download engine", () => {
  it("fetches two at a time, the oldest first, and the next when one has ended", async () => {
    const side = open([clip("one"), clip("two"), clip("three"), clip("four", { fileUrl: null })]);
    await side.engine.look();
    expect(side.orders).toMatchObject([{ id: clip("one").id }, { id: clip("two").id }]);
    await side.engine.hear({ type: "held", id: clip("one").id, file: FILM });
    expect(side.orders).toHaveLength(3);
    expect(side.settled).toMatchObject([{ file: { state: "held", file: { seconds: 605 } } }]);
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

  it("names the page once when a portal answers 403, and takes the rule away at the end", async () => {
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
    expect(side.orders).toHaveLength(2);
    expect(side.fileOf("one")).toMatchObject({ state: "failed", reason: "refused", status: 403 });
    expect(side.engine.idle()).toBe(true);
  });

  it("begins again a row that was cancelled and wanted at once", async () => {
    const side = open([clip("one")]);
    await side.engine.look();
    await side.inbox.update(clip("one").id, (row) => ({ ...row, file: { state: "waiting" } }));
    await side.engine.hear({
      type: "failed",
      id: clip("one").id,
      reason: "cancelled",
      received: 0,
      status: null,
    });
    expect(side.orders).toHaveLength(2);
  });
});
