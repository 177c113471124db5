import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { fixedClock } from "../clock/index.ts";
import { type ChannelIndex, channelIdSchema, segmentHashSchema } from "./channel-index.ts";
import { channelLink, isChannelLink, readChannelLink } from "./channel-link.ts";
import { newsOf } from "./release-news.ts";

const address = "https://dj.qinghe.gov.cn/channel/";
const key = "0a".repeat(32);

describe("a channel's link", () => {
  test.each([
    { address, key },
    { address, key: undefined },
  ])("comes back as it was: %o", (link) => {
    const text = channelLink(link);
    expect(isChannelLink(text)).toBe(true);
    expect(readChannelLink(` ${text}\n`)).toEqual({ ok: true, value: link });
  });

  test("is the page that people read, for a phone without the app", () => {
    expect(channelLink({ address, key }).startsWith(`${address}index.html#`)).toBe(true);
  });

  test.each([
    address,
    `${address}channel.json`,
    "dj.qinghe.gov.cn/channel",
    `${address}index.html?from=wechat#top`,
  ])("%s is an address without a key", (typed) => {
    expect(isChannelLink(typed)).toBe(false);
    expect(readChannelLink(typed)).toEqual({ ok: true, value: { address, key: undefined } });
  });

  test("that was cut within its key is none, and not one without a key", () => {
    const text = channelLink({ address, key });
    for (let length = text.indexOf("=") + 1; length < text.length; length += 7) {
      expect(readChannelLink(text.slice(0, length))).toEqual({
        ok: false,
        error: { type: "no-address" },
      });
    }
  });

  test("to this house is refused like any address of it", () => {
    expect(readChannelLink(channelLink({ address: "http://192.168.1.1/", key }))).toEqual({
      ok: false,
      error: { type: "private-address" },
    });
  });
});

describe("news of a release", () => {
  const indexOf = (release: number, segments: readonly [string, number][]): ChannelIndex => ({
    format: "dianbo-channel",
    version: 1,
    channel: v.parse(channelIdSchema, plainId("county-channel")),
    name: "目录",
    publisher: { name: "县" },
    release,
    publishedAt: fixedClock(0).now(),
    items: 1,
    segments: segments.map(([sign, count]) => ({
      hash: v.parse(segmentHashSchema, sign.repeat(64)),
      size: 1,
      count,
    })),
  });
  test("are what was written behind the segments that are here", () => {
    const held = indexOf(4, [["a", 1000]]);
    expect(
      newsOf(
        indexOf(6, [
          ["a", 1000],
          ["b", 12],
          ["c", 3],
        ]),
        held,
      ),
    ).toEqual({
      release: 6,
      written: 15,
    });
  });
  test("are not counted where everything was written anew", () => {
    expect(
      newsOf(
        indexOf(5, [["d", 1000]]),
        indexOf(4, [
          ["a", 990],
          ["b", 9],
        ]),
      ),
    ).toEqual({
      release: 5,
    });
  });
});
