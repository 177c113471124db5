/**
 * Channels over a real IndexedDB implementation: a release is there whole or not at all, an update follows
 * the pinned key and rises, what is broken or hostile changes nothing.
 */
import "fake-indexeddb/auto";
import type { ChannelFrom } from "@dianbo/pwa/storage/channels";
import { type ChannelIndex, channelIdSchema, writeChannelFile } from "@dianbo/shared/channel";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asFile, closeChannels, openDesk, outcomeOf, TAKEN_AT } from "../support/channel-desk.ts";
import { countyItems, countyRelease, handedOver, parsed } from "../support/county-channel.ts";

const channel = parsed(channelIdSchema, "county-channel-0001");
const ITEMS = countyItems(2500);

let desk: ReturnType<typeof openDesk>;
beforeEach(() => {
  desk = openDesk();
});
afterEach(closeChannels);

const first = await countyRelease({ items: ITEMS });
const renamed = ITEMS.map((item, place) => (place === 7 ? { ...item, title: "改过的题目" } : item));
const second = await countyRelease({ items: renamed.slice(0, -2), before: first.release });

describe("a release", () => {
  test("is looked through first, kept when it is taken, and there after a restart", async () => {
    const seen = await desk.looked(asFile(first.file));
    expect(seen).toMatchObject({ standing: "subscribe", key: "first", unfiled: 0 });
    expect(seen.keyWords?.split(" ")).toHaveLength(4);
    expect(seen.counts.map(([, count]) => count)).toEqual([500, 500, 500, 500, 500]);
    expect(seen.fresh).toMatchObject({ count: 2500 });
    expect(seen.fresh.some).toHaveLength(200);
    expect(await desk.channels()).toEqual([]);
    expect(outcomeOf(await desk.ask({ type: "take", at: TAKEN_AT }))).toBe("done");
    expect(desk.told).toEqual([channel]);
    const again = openDesk(desk.db.name);
    const [held] = await again.channels();
    expect(held).toMatchObject({
      id: channel,
      role: "subscribed",
      whole: true,
      canStepBack: false,
    });
    const [group] = await again.found("shuidao");
    expect(group?.total).toBeGreaterThan(20);
    expect(group?.some).toHaveLength(3);
    expect(group?.some[0]?.item.title).toContain("水稻");
    // 重 is chóng in 重庆 and zhòng elsewhere; traditional characters find the simplified ones.
    const [chongqing] = await again.found("重慶");
    expect(chongqing?.some[0]?.item.title).toContain("重庆");
  });

  test("of two counties stand side by side: each is searched and paged, and one that goes takes nothing of the other", async () => {
    const name = "白石县课件总目录";
    const east = parsed(channelIdSchema, "county-channel-0002");
    const other = await countyRelease({ items: renamed.slice(1_000), channel: east, name });
    await desk.take(first.file);
    await desk.take(other.file);
    const groups = await desk.found("水稻");
    expect(groups.map((group) => group.name).sort()).toEqual(
      [name, first.release.index.name].sort(),
    );
    const open = async (one: typeof channel) => {
      const reply = await desk.ask({
        type: "view",
        channel: one,
        ask: { query: "", sort: "title" },
      });
      if (reply.type !== "viewed") throw new Error(outcomeOf(reply));
      return reply;
    };
    const [all, some] = [await open(channel), await open(east)];
    expect([all.total, some.total]).toEqual([2500, 1500]);
    const page = { type: "page", from: 0, to: 5 } as const;
    const [ofAll, ofSome] = [
      await desk.ask({ ...page, view: all.view }),
      await desk.ask({ ...page, view: some.view }),
    ];
    expect(ofAll.type === "rows" && ofAll.rows).not.toEqual(ofSome.type === "rows" && ofSome.rows);
    await desk.ask({ type: "remove", channel });
    expect(await desk.found("水稻")).toHaveLength(1);
    expect((await open(east)).total).toBe(1500);
    // What both had written alike stays as long as one of them names it.
    expect(await desk.db.segments.count()).toBe(other.release.index.segments.length);
  });

  test("is paged through, narrowed and counted", async () => {
    await desk.take(first.file);
    const view = await desk.ask({
      type: "view",
      channel,
      ask: { query: "水稻", category: 1, kind: "video", sort: "newest" },
    });
    if (view.type !== "viewed") throw new Error(view.type);
    expect(view.total).toBeLessThan(view.everywhere);
    const page = await desk.ask({ type: "page", view: view.view, from: 0, to: 2 });
    if (page.type !== "rows") throw new Error(page.type);
    expect(page.rows).toHaveLength(2);
    expect(page.rows.every(({ item }) => item.category === 1 && item.kind === "video")).toBe(true);
    expect(outcomeOf(await desk.ask({ type: "page", view: -1, from: 0, to: 2 }))).toBe(
      "no-such-channel",
    );
  });

  test("that follows says what it changes, and can be gone back from", async () => {
    await desk.take(first.file);
    const seen = await desk.looked(asFile(second.file));
    expect(seen).toMatchObject({ standing: "update", key: "pinned", held: 1 });
    expect(seen.fresh.count).toBe(0);
    expect(seen.changed.some.map(({ after }) => after.title)).toEqual(["改过的题目"]);
    expect(seen.gone.count).toBe(2);
    await desk.ask({ type: "take", at: TAKEN_AT });
    expect((await desk.found("改过的题目"))[0]?.total).toBe(1);
    expect((await desk.channels())[0]).toMatchObject({ canStepBack: true, index: { release: 2 } });
    // The same again is nothing new, and the step back stays what it was.
    expect(await desk.looked(asFile(second.file))).toMatchObject({ standing: "same" });
    await desk.ask({ type: "take", at: TAKEN_AT });
    expect(outcomeOf(await desk.ask({ type: "step-back", channel }))).toBe("done");
    expect(await desk.found("改过的题目")).toEqual([]);
    expect((await desk.channels())[0]).toMatchObject({ canStepBack: false, index: { release: 1 } });
    expect(await desk.take(second.file)).toBe("done");
    expect(outcomeOf(await desk.ask({ type: "remove", channel }))).toBe("done");
    expect(await desk.db.segments.count()).toBe(0);
  });

  test("from a folder needs only the segments that are new", async () => {
    await desk.take(first.file);
    const held = new Set(first.release.bytes.keys());
    const { index, bytes } = second.release;
    const from: ChannelFrom = {
      type: "folder",
      index: new Blob([JSON.stringify(index)]),
      segments: [...bytes]
        .filter(([hash]) => !held.has(hash))
        .map(([hash, part]) => ({ hash, file: new Blob([new Uint8Array(part)]) })),
    };
    expect(from.segments).toHaveLength(1);
    expect(await desk.looked(from)).toMatchObject({ standing: "update" });
    const bare = { ...from, segments: [] };
    expect(outcomeOf(await desk.ask({ type: "look", from: bare }))).toBe("segment-missing");
    const huge = { ...from, index: new Blob([new Uint8Array(600 * 1024)]) };
    expect(outcomeOf(await desk.ask({ type: "look", from: huge }))).toBe("package-too-large");
  });

  test("tells whose key it is: never seen, known from another channel, none", async () => {
    await desk.take(first.file);
    const other = await countyRelease({ items: ITEMS.slice(0, 5), channel: "county-channel-0002" });
    expect(await desk.looked(asFile(other.file))).toMatchObject({
      key: "known",
      knownFrom: "青禾县课件总目录",
    });
    const bare = await countyRelease({
      items: ITEMS.slice(0, 5),
      channel: "county-channel-0003",
      seed: null,
    });
    const seen = await desk.looked(asFile(bare.file));
    expect(seen.key).toBe("unsigned");
    expect(seen.keyWords).toBeUndefined();
  });
});

describe("a publisher's new key", () => {
  test("goes on for the old one only where the old one has signed it", async () => {
    await desk.take(first.file);
    const next = { items: renamed, before: first.release, seed: 9 } as const;
    const signed = await countyRelease({ ...next, keyChanges: [await handedOver(7, 9)] });
    expect(await desk.looked(asFile(signed.file))).toMatchObject({
      standing: "update",
      key: "changed",
    });
    const alone = await countyRelease({ ...next, keyChanges: [await handedOver(8, 9)] });
    expect(await desk.take(alone.file)).toBe("other-signer");
    expect(await desk.take(signed.file)).toBe("done");
    // From now on the new key is the pinned one.
    const third = await countyRelease({ items: ITEMS, before: signed.release, seed: 9 });
    expect(await desk.looked(asFile(third.file))).toMatchObject({ key: "pinned" });
    const back = await countyRelease({ items: ITEMS, before: signed.release, seed: 7 });
    expect(await desk.take(back.file)).toBe("other-signer");
  });
});

describe("nothing changes", () => {
  const changed = (change: (index: ChannelIndex) => ChannelIndex) =>
    new Uint8Array(writeChannelFile(change(second.release.index), second.release.bytes));
  const segmentGone = (): Uint8Array<ArrayBuffer> => {
    const [, ...others] = [...second.release.bytes];
    return new Uint8Array(writeChannelFile(second.release.index, new Map(others)));
  };

  test.each([
    ["cut short", async () => second.file.slice(0, second.file.length / 2), "package-damaged"],
    ["no zip", async () => new Uint8Array(500), "not-a-package"],
    ["too large", async () => new Uint8Array(64 * 1024 * 1024 + 1), "package-too-large"],
    [
      "changed after signing",
      async () => changed((i) => ({ ...i, name: "冒名" })),
      "signature-wrong",
    ],
    [
      "signed by somebody else",
      async () => (await countyRelease({ items: renamed, before: first.release, seed: 9 })).file,
      "other-signer",
    ],
    [
      "no longer signed",
      async () => (await countyRelease({ items: renamed, before: first.release, seed: null })).file,
      "other-signer",
    ],
    [
      "another release of the same number",
      async () => (await countyRelease({ items: renamed })).file,
      "same-number",
    ],
  ])("by a release that is %s", async (_, make, why) => {
    await desk.take(first.file);
    const before = await desk.everything();
    const outcome = await desk.take(await make());
    expect([why, "not-a-package"]).toContain(outcome);
    expect(await desk.everything()).toBe(before);
  });

  test("by an older release, nor by one of which a part is missing", async () => {
    await desk.take(first.file);
    await desk.take(second.file);
    const before = await desk.everything();
    const reply = await desk.ask({ type: "look", from: asFile(first.file) });
    expect(reply).toMatchObject({ failure: "older-release", name: "青禾县课件总目录" });
    expect(await desk.everything()).toBe(before);
    await desk.ask({ type: "remove", channel });
    expect(await desk.take(segmentGone())).toBe("segment-missing");
    expect(await desk.db.channels.count()).toBe(0);
  });

  test("where the disk is full in the middle of it: the old release stands", async () => {
    await desk.take(first.file);
    const before = await desk.everything();
    desk.db.channels.hook("updating", () => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(await desk.take(second.file)).toBe("disk-full");
    expect(await desk.everything()).toBe(before);
    expect((await desk.found("水稻"))[0]?.total).toBeGreaterThan(20);
  });

  test("by a row or a segment that was damaged where it is kept: it is no channel, the others stand", async () => {
    await desk.take(first.file);
    const other = await countyRelease({ items: ITEMS.slice(0, 5), channel: "county-channel-0002" });
    await desk.take(other.file);
    const [hash] = [...first.release.bytes.keys()];
    if (hash === undefined) throw new Error("no segment");
    await desk.db.segments.put({ hash, bytes: new Uint8Array(10) });
    const fresh = openDesk(desk.db.name);
    const view = { type: "view", channel, ask: { query: "", sort: "title" } } as const;
    expect(outcomeOf(await fresh.ask(view))).toBe("no-such-channel");
    // A row that a newer app wrote: it is not shown, and what it names is not thrown away.
    const segments = await desk.db.segments.count();
    await desk.db.table("channels").put({ id: "county-channel-0009", role: "mirrored" });
    expect(await fresh.channels()).toHaveLength(2);
    await fresh.ask({ type: "remove", channel: other.release.index.channel });
    expect(await desk.db.segments.count()).toBe(segments);
  });
});
