import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../../testing/pc.ts";
import { fixedClock } from "../../clock/index.ts";
import { err, ok } from "../../result/index.ts";
import { type ChannelIndex, channelIndexSchema } from "../channel-index.ts";
import { isChannelPath, judgePlace } from "./judge-place.ts";

const hash = (sign: string): string => sign.repeat(64);
const indexOf = (release: number, hashes: readonly string[], channel = "mine"): ChannelIndex =>
  v.parse(channelIndexSchema, {
    format: "dianbo-channel",
    version: 1,
    channel: plainId(channel),
    name: `目录 ${channel}`,
    publisher: { name: "三里店" },
    release,
    publishedAt: fixedClock(Date.UTC(2026, 10, 24, 4)).now(),
    items: hashes.length,
    segments: hashes.map((one) => ({ hash: hash(one), size: 10, count: 1 })),
  });
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const segments = (...signs: string[]): ReadonlySet<string> =>
  new Set(signs.map((sign) => `segments/${hash(sign)}.json.gz`));

describe("where a release is put", () => {
  test("an empty place takes it", () => {
    expect(judgePlace(undefined, indexOf(1, ["a"]))).toEqual(ok({ keep: new Set(), sweep: true }));
  });
  test("the release before keeps its segments for one release more", () => {
    expect(judgePlace(bytesOf(indexOf(1, ["a", "b"])), indexOf(2, ["b", "c"]))).toEqual(
      ok({ keep: segments("a", "b"), sweep: true }),
    );
  });
  test("the same release once more sweeps nothing", () => {
    expect(judgePlace(bytesOf(indexOf(2, ["a"])), indexOf(2, ["a"]))).toEqual(
      ok({ keep: segments("a"), sweep: false }),
    );
  });
  test("another channel is not written over", () => {
    expect(judgePlace(bytesOf(indexOf(1, ["a"], "other")), indexOf(9, ["a"]))).toEqual(
      err({ type: "other-channel", name: "目录 other" }),
    );
  });
  test.each([
    ["a later release", indexOf(3, ["a"])],
    ["another release of the same number", indexOf(2, ["b"])],
  ])("%s is not written over", (_what, there) => {
    expect(judgePlace(bytesOf(there), indexOf(2, ["a"]))).toEqual(
      err({ type: "other-release", release: there.release }),
    );
  });
  test.each([["<h1>登录</h1>"], ["{}"], ["null"], [""]])("%j is not written over", (text) => {
    expect(judgePlace(new TextEncoder().encode(text), indexOf(1, ["a"]))).toEqual(
      err({ type: "not-ours" }),
    );
  });
});

test("only what a channel writes is ever swept", () => {
  for (const path of segments("a")) expect(isChannelPath(path)).toBe(true);
  expect(isChannelPath("feed-3.json")).toBe(true);
  for (const path of ["channel.json", "index.html", "segments/readme.txt", "其他.docx", "a.json"]) {
    expect(isChannelPath(path)).toBe(false);
  }
});
