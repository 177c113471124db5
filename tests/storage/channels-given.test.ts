/**
 * What this site gives out as a channel, what a backup or another home remembers of channels, and their
 * database as an earlier version left it.
 */
import "fake-indexeddb/auto";
import { readFileSync } from "node:fs";
import type { ChannelAsk } from "@dianbo/pwa/storage/channels";
import { channelIdSchema, offeredItem, writeChannelFile } from "@dianbo/shared/channel";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import { gunzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asFile, closeChannels, openDesk, outcomeOf, TAKEN_AT } from "../support/channel-desk.ts";
import { countyItems, countyRelease, parsed } from "../support/county-channel.ts";

const site = newSiteId(() => "village".padEnd(24, "-"));
const channel = parsed(channelIdSchema, "county-channel-0001");
const own = parsed(channelIdSchema, "village-channel-0001");
const ITEMS = countyItems(2500);
const first = await countyRelease({ items: ITEMS });

let desk: ReturnType<typeof openDesk>;
beforeEach(() => {
  desk = openDesk();
});
afterEach(closeChannels);

describe("what this site gives out", () => {
  const items = ITEMS.slice(0, 40);
  const publish = (more: Partial<Extract<ChannelAsk, { type: "publish" }>> = {}, of = desk) =>
    of.ask({
      type: "publish",
      channel: own,
      name: "石桥村的课件",
      publisherName: "石桥村站",
      site,
      at: TAKEN_AT,
      items: [...items],
      offers: "all",
      ...more,
    });

  test("grows release by release, is never subscribed to here, and is given out again", async () => {
    const one = await publish();
    if (one.type !== "release") throw new Error(outcomeOf(one));
    expect(one.index.release).toBe(1);
    expect(outcomeOf(await publish())).toBe("nothing-new");
    expect(outcomeOf(await publish({ items: [] }))).toBe("nothing-to-publish");
    const two = await publish({ items: items.slice(1) });
    if (two.type !== "release") throw new Error(outcomeOf(two));
    expect(two.index.release).toBe(2);
    const file = new Uint8Array(
      writeChannelFile(two.index, new Map(two.segments.map((part) => [part.hash, part.bytes]))),
    );
    expect(await desk.take(file)).toBe("own-channel");
    expect(await desk.found("水稻")).toEqual([]);
    const copy = await desk.ask({ type: "copy", channel: own });
    expect(copy).toMatchObject({ type: "release", index: { release: 2 } });
    const village = openDesk();
    expect(await village.take(file)).toBe("done");
    // A name that no reader takes is not given out at all.
    expect(outcomeOf(await publish({ name: "<script>x</script>" }))).toBe("hostile-text");
    expect((await desk.channels())[0]).toMatchObject({
      index: { release: 2, name: "石桥村的课件" },
    });
  });

  test("has no note, no clipper and no place of keeping in it", async () => {
    const named = offeredItem({
      id: newRecordId(() => "planted".padEnd(24, "0")),
      title: "村里的片子",
      kind: "video",
      note: "王小妹家的，电话 13800000000",
      clippedBy: "B",
      clippedAt: TAKEN_AT,
      life: "alive",
      pending: [],
    });
    if (named === undefined) throw new Error("not offered");
    const reply = await publish({ items: [named] });
    if (reply.type !== "release") throw new Error(outcomeOf(reply));
    const text = reply.segments
      .map(({ bytes }) => new TextDecoder().decode(gunzipSync(bytes)))
      .join("");
    expect(text).toContain("村里的片子");
    expect(`${text}${JSON.stringify(reply.index)}`).not.toMatch(/王小妹|13800000000|clipped/u);
  });

  test("goes on with its numbers where only its memory came along", async () => {
    await publish();
    await desk.take(first.file);
    const remembered = await desk.ask({ type: "remembered" });
    if (remembered.type !== "remembered") throw new Error(remembered.type);
    const moved = openDesk();
    await moved.ask({ type: "remember", rows: [...remembered.rows, { id: "x" }, 7] });
    const channels = await moved.channels();
    expect(channels.map(({ role, whole }) => [role, whole])).toEqual([
      ["published", false],
      ["subscribed", false],
    ]);
    expect(await moved.found("水稻")).toEqual([]);
    const two = await publish({}, moved);
    expect(two).toMatchObject({ type: "release", index: { release: 2 } });
    // The county's key is pinned still; its file brings the catalogue back.
    const stranger = await countyRelease({ items: ITEMS, seed: 9 });
    expect(await moved.take(stranger.file)).toBe("other-signer");
    expect(await moved.looked(asFile(first.file))).toMatchObject({
      standing: "update",
      key: "pinned",
    });
    expect(outcomeOf(await moved.ask({ type: "take", at: TAKEN_AT }))).toBe("done");
    expect((await moved.found("水稻"))[0]?.total).toBeGreaterThan(20);
    // What is here already is not overwritten by what is remembered elsewhere.
    await moved.ask({ type: "remember", rows: remembered.rows });
    expect((await moved.channels()).every(({ whole }) => whole)).toBe(true);
  });
});

describe("a database of version 1", () => {
  test("opens and shows what it had", async () => {
    const dump: {
      readonly channels: readonly unknown[];
      readonly segments: readonly { readonly hash: string; readonly bytes: string }[];
    } = JSON.parse(readFileSync(new URL("./migrations/channels-v1.json", import.meta.url), "utf8"));
    const name = "channels-v1";
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
    const old = openDesk(name);
    expect(await old.channels()).toMatchObject([
      { id: channel, role: "subscribed", whole: true, index: { release: 1, items: 20 } },
    ]);
    expect((await old.found("nongji"))[0]?.total).toBeGreaterThan(0);
    expect(outcomeOf(await old.ask({ type: "remove", channel }))).toBe("done");
  });
});
