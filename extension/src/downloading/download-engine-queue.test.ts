import { instantSchema } from "@dianbo/shared/clock";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { COMING, CUT, clip, FILM, NOON, openFakeEngine as open } from "./fake-engine.ts";

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

  it("keeps what is known of a row's whole while it waits, however often it is begun and stopped", async () => {
    const side = open([clip("one")]);
    const { id } = clip("one");
    const pauseAll = async (allPaused: boolean): Promise<void> => {
      await side.queue.changeSettings({ allPaused });
      await side.engine.look();
    };
    const part = { fragments: 3, allFragments: 9, seconds: 30, allSeconds: 90 };
    await side.engine.look();
    await side.engine.hear({ ...COMING, received: 60, total: 100, part });
    await pauseAll(true);
    // Begun and stopped again before the worker has said anything.
    await pauseAll(false);
    expect(side.fileOf("one")).toMatchObject({ state: "downloading", received: 60, total: 100 });
    await pauseAll(true);
    expect(side.queueRow("one")?.reached).toEqual({ received: 60, total: 100, part });
    await pauseAll(false);
    await side.engine.hear({ ...CUT, received: 70, total: 100 });
    // A person wants it again, and it has to wait for its turn.
    await side.queue.changeSettings({ allPaused: true });
    await side.inbox.update(id, (row) => ({ ...row, file: { state: "waiting" } }));
    await side.engine.look();
    expect(side.queueRow("one")?.reached).toEqual({ received: 70, total: 100, part });
    await side.engine.cancel(id);
    expect(side.queueRow("one")?.reached).toBeNull();
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
