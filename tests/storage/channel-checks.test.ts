/**
 * Looking for news by itself: what it costs the host, what is remembered of it, that nothing is ever taken in by
 * it, and that a link's key is held against whoever signed.
 */
import "fake-indexeddb/auto";
import type { ChannelFrom } from "@dianbo/pwa/storage/channels";
import { channelIdSchema } from "@dianbo/shared/channel";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  closeChannels,
  hostInMemory,
  openDesk,
  outcomeOf,
  TAKEN_AT,
} from "../support/channel-desk.ts";
import { countyItems, countyRelease, handedOver, parsed } from "../support/county-channel.ts";

const FOLDER = "https://dj.qinghe.gov.cn/channel/";
const INDEX = `${FOLDER}channel.json`;
const channel = parsed(channelIdSchema, "county-channel-0001");
const ITEMS = countyItems(1_200);
const first = await countyRelease({ items: ITEMS.slice(0, 1_150) });
const second = await countyRelease({ items: ITEMS.slice(0, 1_162), before: first.release });

let host: ReturnType<typeof hostInMemory>;
let desk: ReturnType<typeof openDesk>;
const from = (key?: string): ChannelFrom => ({
  type: "web",
  address: FOLDER,
  ...(key === undefined ? {} : { key }),
});
const subscribe = async (): Promise<void> => {
  await desk.looked(from());
  expect(outcomeOf(await desk.ask({ type: "take", at: TAKEN_AT, rhythm: "daily" }))).toBe("done");
  host.asked.length = 0;
};
const check = async (): Promise<string> =>
  outcomeOf(await desk.ask({ type: "check", channel, at: TAKEN_AT }));
const only = async () => {
  const [one] = await desk.channels();
  if (one === undefined) throw new Error("no channel");
  return one;
};

beforeEach(() => {
  host = hostInMemory();
  desk = openDesk(undefined, host.hands);
  host.publish(FOLDER, first);
});
afterEach(closeChannels);

describe("looking for news", () => {
  test("asks for the index alone, tells how much is new, and takes nothing in", async () => {
    await subscribe();
    expect(await check()).toBe("done");
    expect(host.asked).toEqual([INDEX]);
    expect((await only()).checks).toEqual({ rhythm: "daily", askedAt: TAKEN_AT, failures: 0 });
    host.publish(FOLDER, second);
    expect(await check()).toBe("done");
    expect(host.asked).toEqual([INDEX, INDEX]);
    const told = await only();
    expect(told.checks?.news).toEqual({ release: 2, written: 12 });
    expect(told.index.release).toBe(1);
    expect(told.index.items).toBe(1_150);
  });

  test("is over once the release was looked through and taken; the rhythm stays", async () => {
    await subscribe();
    host.publish(FOLDER, second);
    await check();
    const looked = await desk.looked(from());
    expect(looked.fresh.count).toBe(12);
    expect(outcomeOf(await desk.ask({ type: "take", at: TAKEN_AT }))).toBe("done");
    expect((await only()).checks).toEqual({ rhythm: "daily", askedAt: TAKEN_AT, failures: 0 });
    expect(await check()).toBe("done");
    expect((await only()).checks?.news).toBeUndefined();
  });

  test.each([
    ["a host that is away", 0, "no-answer"],
    ["one that is busy", 503, "host-busy"],
    ["one that refuses", 403, "host-refuses"],
    ["one that has moved", 302, "moved"],
    ["another page", new TextEncoder().encode("<h1>登录</h1>"), "not-a-channel"],
    ["another channel", "other", "nothing-there"],
    ["another's key", "forged", "other-signer"],
    ["an older release", "older", "older-release"],
  ] as const)("%s is asked once, counted, and changes nothing else", async (_, answer, trouble) => {
    await subscribe();
    if (answer === "older") {
      host.publish(FOLDER, second);
      await desk.looked(from());
      await desk.ask({ type: "take", at: TAKEN_AT });
      host.asked.length = 0;
    }
    const before = await only();
    if (answer === "other") {
      const channel = "county-channel-0002";
      host.publish(FOLDER, await countyRelease({ items: ITEMS.slice(0, 5), channel }));
    } else if (answer === "forged") {
      host.publish(FOLDER, await countyRelease({ items: ITEMS.slice(0, 5), seed: 9 }));
    } else if (answer === "older") host.publish(FOLDER, first);
    else host.files.set(INDEX, answer);
    expect(await check()).toBe("done");
    expect(await check()).toBe("done");
    expect(host.asked).toEqual([INDEX, INDEX]);
    expect(await only()).toEqual({
      ...before,
      checks: { rhythm: "daily", askedAt: TAKEN_AT, failures: 2, trouble },
    });
  });

  test("is forgiven what went wrong, once somebody asked and it answered", async () => {
    await subscribe();
    host.files.set(INDEX, 503);
    await check();
    host.publish(FOLDER, first);
    await desk.looked(from());
    expect((await only()).checks).toMatchObject({ failures: 0 });
    expect((await only()).checks?.trouble).toBeUndefined();
  });

  test("is done of no channel that is not on the web, and switched off for good", async () => {
    expect(await desk.take(first.file)).toBe("done");
    expect((await only()).checks).toBeUndefined();
    expect(await check()).toBe("no-such-channel");
    await desk.ask({ type: "remove", channel });
    await subscribe();
    const off = { type: "look-for-news", channel, rhythm: "never" } as const;
    expect(outcomeOf(await desk.ask(off))).toBe("done");
    expect((await only()).checks?.rhythm).toBe("never");
    expect(desk.told).toContain("");
  });
});

describe("a link that names its publisher's key", () => {
  const key = first.release.index.publisherKey ?? "";
  test("is known by it at the first look", async () => {
    expect((await desk.looked(from(key))).key).toBe("told");
    expect((await desk.looked(from())).key).toBe("first");
  });

  test("leads on where that key has signed the one of today", async () => {
    const keyChanges = [await handedOver(7, 8)];
    host.publish(FOLDER, await countyRelease({ items: ITEMS.slice(0, 9), seed: 8, keyChanges }));
    expect((await desk.looked(from(key))).key).toBe("first");
  });

  test.each([
    ["another's signature", 9],
    ["no signature", null],
  ])("refuses %s", async (_, seed) => {
    host.publish(FOLDER, await countyRelease({ items: ITEMS.slice(0, 9), seed }));
    const before = await desk.everything();
    expect(outcomeOf(await desk.ask({ type: "look", from: from(key) }))).toBe("not-the-told-key");
    expect(outcomeOf(await desk.ask({ type: "take", at: TAKEN_AT }))).toBe("no-such-channel");
    expect(await desk.everything()).toBe(before);
  });
});
