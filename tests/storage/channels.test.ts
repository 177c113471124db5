/**
 * Channels over a real IndexedDB implementation: a release is there whole or not at all, an update follows
 * the pinned key and rises, what is broken or hostile changes nothing, what is remembered goes on.
 */
import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import type { ChannelAsk, ChannelFrom, ChannelReply } from "@dianbo/pwa/storage/channels";
import { ChannelsDb } from "@dianbo/pwa/storage/channels/database";
import { ChannelDesk } from "@dianbo/pwa/storage/channels/desk";
import {
  type ChannelIndex,
  channelIdSchema,
  offeredItem,
  writeChannelFile,
} from "@dianbo/shared/channel";
import { fixedClock } from "@dianbo/shared/clock";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import { gunzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countyItems, countyRelease, parsed } from "../support/county-channel.ts";

const at = fixedClock(Date.UTC(2026, 10, 25, 2)).now();
const site = newSiteId(() => "village".padEnd(24, "-"));
const channel = parsed(channelIdSchema, "county-channel-0001");
const own = parsed(channelIdSchema, "village-channel-0001");
const ITEMS = countyItems(2500);

let db: ChannelsDb;
let desk: ChannelDesk;
let told: string[];
let job = 0;
const opened: ChannelsDb[] = [];

const openDb = (name = `channels-${++job}-${Math.floor(performance.now() * 1000)}`): ChannelsDb => {
  const one = new ChannelsDb(name);
  opened.push(one);
  return one;
};
beforeEach(() => {
  db = openDb();
  told = [];
  desk = new ChannelDesk(db, (one) => told.push(one));
});
afterEach(() => {
  for (const one of opened.splice(0)) one.close();
});

const ask = async (question: ChannelAsk, of = desk): Promise<ChannelReply> => {
  job += 1;
  const answer = await of.answer({ ...question, job });
  return { ...answer, job };
};
const asFile = (bytes: Uint8Array<ArrayBuffer>): ChannelFrom => ({
  type: "file",
  file: new Blob([bytes]),
});
const looked = async (from: ChannelFrom, of = desk) => {
  const reply = await ask({ type: "look", from }, of);
  if (reply.type !== "looked") throw new Error(JSON.stringify(reply));
  return reply.looked;
};
const outcome = (reply: ChannelReply): string =>
  reply.type === "failed" ? reply.failure : reply.type;
const take = async (bytes: Uint8Array<ArrayBuffer>, of = desk): Promise<string> => {
  const seen = await ask({ type: "look", from: asFile(bytes) }, of);
  if (seen.type !== "looked") return outcome(seen);
  return outcome(await ask({ type: "take", at }, of));
};
const channelsOf = async (of = desk) => {
  const reply = await ask({ type: "list" }, of);
  if (reply.type !== "listed") throw new Error(reply.type);
  return reply.channels;
};
const foundBy = async (query: string, of = desk) => {
  const reply = await ask({ type: "search", query, limit: 3 }, of);
  if (reply.type !== "found") throw new Error(reply.type);
  return reply.groups;
};
/** Everything that the database holds, to the last byte. */
const everything = async (): Promise<string> =>
  JSON.stringify([
    await db.channels.toArray(),
    (await db.segments.toArray()).map(({ hash, bytes }) => [hash, bytes.length]),
  ]);

const first = await countyRelease({ items: ITEMS });
const renamed = ITEMS.map((item, place) => (place === 7 ? { ...item, title: "改过的题目" } : item));
const second = await countyRelease({ items: renamed.slice(0, -2), before: first.release });

describe("a release", () => {
  test("is looked through first, kept when it is taken, and there after a restart", async () => {
    const seen = await looked(asFile(first.file));
    expect(seen).toMatchObject({ standing: "subscribe", key: "first", unfiled: 0 });
    expect(seen.keyWords?.split(" ")).toHaveLength(4);
    expect(seen.counts.map(([, count]) => count)).toEqual([500, 500, 500, 500, 500]);
    expect(seen.fresh).toMatchObject({ count: 2500 });
    expect(seen.fresh.some).toHaveLength(200);
    expect(await channelsOf()).toEqual([]);
    expect(outcome(await ask({ type: "take", at }))).toBe("done");
    expect(told).toEqual([channel]);
    const again = new ChannelDesk(openDb(db.name), () => undefined);
    const [held] = await channelsOf(again);
    expect(held).toMatchObject({
      id: channel,
      role: "subscribed",
      whole: true,
      canStepBack: false,
    });
    const [group] = await foundBy("shuidao", again);
    expect(group?.total).toBeGreaterThan(20);
    expect(group?.some).toHaveLength(3);
    expect(group?.some[0]?.item.title).toContain("水稻");
    // 重 is chóng in 重庆 and zhòng elsewhere; traditional characters find the simplified ones.
    const [chongqing] = await foundBy("重慶", again);
    expect(chongqing?.some[0]?.item.title).toContain("重庆");
  });

  test("is paged through, narrowed and counted", async () => {
    await take(first.file);
    const view = await ask({
      type: "view",
      channel,
      ask: { query: "水稻", category: 1, kind: "video", sort: "newest" },
    });
    if (view.type !== "viewed") throw new Error(view.type);
    expect(view.total).toBeLessThan(view.everywhere);
    const page = await ask({ type: "page", view: view.view, from: 0, to: 2 });
    if (page.type !== "rows") throw new Error(page.type);
    expect(page.rows).toHaveLength(2);
    expect(page.rows.every(({ item }) => item.category === 1 && item.kind === "video")).toBe(true);
    expect(outcome(await ask({ type: "page", view: -1, from: 0, to: 2 }))).toBe("no-such-channel");
  });

  test("that follows says what it changes, and can be gone back from", async () => {
    await take(first.file);
    const seen = await looked(asFile(second.file));
    expect(seen).toMatchObject({ standing: "update", key: "pinned", held: 1 });
    expect(seen.fresh.count).toBe(0);
    expect(seen.changed.some.map(({ after }) => after.title)).toEqual(["改过的题目"]);
    expect(seen.gone.count).toBe(2);
    await ask({ type: "take", at });
    expect((await foundBy("改过的题目"))[0]?.total).toBe(1);
    expect((await channelsOf())[0]).toMatchObject({ canStepBack: true, index: { release: 2 } });
    // The same again is nothing new, and the step back stays what it was.
    expect(await looked(asFile(second.file))).toMatchObject({ standing: "same" });
    await ask({ type: "take", at });
    expect(outcome(await ask({ type: "step-back", channel }))).toBe("done");
    expect(await foundBy("改过的题目")).toEqual([]);
    expect((await channelsOf())[0]).toMatchObject({ canStepBack: false, index: { release: 1 } });
    expect(await take(second.file)).toBe("done");
    expect(outcome(await ask({ type: "remove", channel }))).toBe("done");
    expect(await db.segments.count()).toBe(0);
  });

  test("from a folder needs only the segments that are new", async () => {
    await take(first.file);
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
    expect(await looked(from)).toMatchObject({ standing: "update" });
    const bare = { ...from, segments: [] };
    expect(outcome(await ask({ type: "look", from: bare }))).toBe("segment-missing");
    const huge = { ...from, index: new Blob([new Uint8Array(600 * 1024)]) };
    expect(outcome(await ask({ type: "look", from: huge }))).toBe("package-too-large");
  });

  test("tells whose key it is: never seen, known from another channel, none", async () => {
    await take(first.file);
    const other = await countyRelease({ items: ITEMS.slice(0, 5), channel: "county-channel-0002" });
    expect(await looked(asFile(other.file))).toMatchObject({
      key: "known",
      knownFrom: "青禾县课件总目录",
    });
    const bare = await countyRelease({
      items: ITEMS.slice(0, 5),
      channel: "county-channel-0003",
      seed: null,
    });
    const seen = await looked(asFile(bare.file));
    expect(seen.key).toBe("unsigned");
    expect(seen.keyWords).toBeUndefined();
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
    await take(first.file);
    const before = await everything();
    const outcome = await take(await make());
    expect([why, "not-a-package"]).toContain(outcome);
    expect(await everything()).toBe(before);
  });

  test("by an older release, nor by one of which a part is missing", async () => {
    await take(first.file);
    await take(second.file);
    const before = await everything();
    const reply = await ask({ type: "look", from: asFile(first.file) });
    expect(reply).toMatchObject({ failure: "older-release", name: "青禾县课件总目录" });
    expect(await everything()).toBe(before);
    await ask({ type: "remove", channel });
    expect(await take(segmentGone())).toBe("segment-missing");
    expect(await db.channels.count()).toBe(0);
  });

  test("where the disk is full in the middle of it: the old release stands", async () => {
    await take(first.file);
    const before = await everything();
    db.channels.hook("updating", () => {
      throw new DOMException("no room", "QuotaExceededError");
    });
    expect(await take(second.file)).toBe("disk-full");
    expect(await everything()).toBe(before);
    expect((await foundBy("水稻"))[0]?.total).toBeGreaterThan(20);
  });

  test("by a row or a segment that was damaged where it is kept: it is no channel, the others stand", async () => {
    await take(first.file);
    const other = await countyRelease({ items: ITEMS.slice(0, 5), channel: "county-channel-0002" });
    await take(other.file);
    const [hash] = [...first.release.bytes.keys()];
    if (hash === undefined) throw new Error("no segment");
    await db.segments.put({ hash, bytes: new Uint8Array(10) });
    const fresh = new ChannelDesk(db, () => undefined);
    const view = { type: "view", channel, ask: { query: "", sort: "title" } } as const;
    expect(outcome(await ask(view, fresh))).toBe("no-such-channel");
    // A row that a newer app wrote: it is not shown, and what it names is not thrown away.
    const segments = await db.segments.count();
    await db.table("channels").put({ id: "county-channel-0009", role: "mirrored" });
    expect(await channelsOf(fresh)).toHaveLength(2);
    await ask({ type: "remove", channel: other.release.index.channel }, fresh);
    expect(await db.segments.count()).toBe(segments);
  });
});

describe("what this site gives out", () => {
  const items = ITEMS.slice(0, 40);
  const publish = (more: Partial<Extract<ChannelAsk, { type: "publish" }>> = {}, of = desk) =>
    ask(
      {
        type: "publish",
        channel: own,
        name: "石桥村的课件",
        publisherName: "石桥村站",
        site,
        at,
        items: [...items],
        offers: "all",
        ...more,
      },
      of,
    );

  test("grows release by release, is never subscribed to here, and is given out again", async () => {
    const one = await publish();
    if (one.type !== "release") throw new Error(outcome(one));
    expect(one.index.release).toBe(1);
    expect(outcome(await publish())).toBe("nothing-new");
    expect(outcome(await publish({ items: [] }))).toBe("nothing-to-publish");
    const two = await publish({ items: items.slice(1) });
    if (two.type !== "release") throw new Error(outcome(two));
    expect(two.index.release).toBe(2);
    const file = new Uint8Array(
      writeChannelFile(two.index, new Map(two.segments.map((part) => [part.hash, part.bytes]))),
    );
    expect(await take(file)).toBe("own-channel");
    expect(await foundBy("水稻")).toEqual([]);
    const copy = await ask({ type: "copy", channel: own });
    expect(copy).toMatchObject({ type: "release", index: { release: 2 } });
    const village = new ChannelDesk(openDb(), () => undefined);
    expect(await take(file, village)).toBe("done");
    // A name that no reader takes is not given out at all.
    expect(outcome(await publish({ name: "<script>x</script>" }))).toBe("hostile-text");
    expect((await channelsOf())[0]).toMatchObject({ index: { release: 2, name: "石桥村的课件" } });
  });

  test("has no note, no clipper and no place of keeping in it", async () => {
    const named = offeredItem({
      id: newRecordId(() => "planted".padEnd(24, "0")),
      title: "村里的片子",
      kind: "video",
      note: "王小妹家的，电话 13800000000",
      clippedBy: "B",
      clippedAt: at,
      life: "alive",
      pending: [],
    });
    if (named === undefined) throw new Error("not offered");
    const reply = await publish({ items: [named] });
    if (reply.type !== "release") throw new Error(outcome(reply));
    const text = reply.segments
      .map(({ bytes }) => new TextDecoder().decode(gunzipSync(bytes)))
      .join("");
    expect(text).toContain("村里的片子");
    expect(`${text}${JSON.stringify(reply.index)}`).not.toMatch(/王小妹|13800000000|clipped/u);
  });

  test("goes on with its numbers where only its memory came along", async () => {
    await publish();
    await take(first.file);
    const remembered = await ask({ type: "remembered" });
    if (remembered.type !== "remembered") throw new Error(remembered.type);
    const moved = new ChannelDesk(openDb(), () => undefined);
    await ask({ type: "remember", rows: [...remembered.rows, { id: "x" }, 7] }, moved);
    const channels = await channelsOf(moved);
    expect(channels.map(({ role, whole }) => [role, whole])).toEqual([
      ["published", false],
      ["subscribed", false],
    ]);
    expect(await foundBy("水稻", moved)).toEqual([]);
    const two = await publish({}, moved);
    expect(two).toMatchObject({ type: "release", index: { release: 2 } });
    // The county's key is pinned still; its file brings the catalogue back.
    const stranger = await countyRelease({ items: ITEMS, seed: 9 });
    expect(await take(stranger.file, moved)).toBe("other-signer");
    expect(await looked(asFile(first.file), moved)).toMatchObject({
      standing: "update",
      key: "pinned",
    });
    expect(outcome(await ask({ type: "take", at }, moved))).toBe("done");
    expect((await foundBy("水稻", moved))[0]?.total).toBeGreaterThan(20);
    // What is here already is not overwritten by what is remembered elsewhere.
    await ask({ type: "remember", rows: remembered.rows }, moved);
    expect((await channelsOf(moved)).every(({ whole }) => whole)).toBe(true);
  });
});

describe("a database of version 1", () => {
  test("opens and shows what it had", async () => {
    const dump: {
      readonly channels: readonly unknown[];
      readonly segments: readonly { readonly hash: string; readonly bytes: string }[];
    } = JSON.parse(readFileSync(new URL("./migrations/channels-v1.json", import.meta.url), "utf8"));
    const name = `channels-v1-${++job}`;
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open(name, 10);
      request.onupgradeneeded = () => {
        const channels = request.result.createObjectStore("channels", { keyPath: "id" });
        for (const row of dump.channels) channels.add(row);
        const segments = request.result.createObjectStore("segments", { keyPath: "hash" });
        for (const { hash, bytes } of dump.segments) {
          segments.add({ hash, bytes: new Uint8Array(Buffer.from(bytes, "base64")) });
        }
      };
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
      request.onerror = () => reject(request.error);
    });
    const old = new ChannelDesk(openDb(name), () => undefined);
    expect(await channelsOf(old)).toMatchObject([
      { id: channel, role: "subscribed", whole: true, index: { release: 1, items: 20 } },
    ]);
    expect((await foundBy("nongji", old))[0]?.total).toBeGreaterThan(0);
    expect(outcome(await ask({ type: "remove", channel }, old))).toBe("done");
  });
});
