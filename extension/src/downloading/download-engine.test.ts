import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { COMING, COVER, CUT, clip, FILM, openFakeEngine as open } from "./fake-engine.ts";

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
