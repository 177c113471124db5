import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { canonicalUrl } from "../courseware/index.ts";
import { giverMessageSchema, HANDOFF_PROTOCOL, takerMessageSchema } from "../handoff/index.ts";
import { clipSchema, coursewareOfClip, filesOfClip, isComplete } from "./clip.ts";

const url = "http://www.12371.cn/2013/07/05/ARTI1373.shtml";
const file = { hash: "ab".repeat(32), size: 12, mime: "video/mp4", name: "党课.mp4" };
const clip = {
  id: plainId("clip"),
  kind: "video",
  title: "一面党旗的故事",
  publishedAt: "2013-07-05",
  source: { url, canonical: canonicalUrl(url), portal: "www.12371.cn" },
  file: { state: "held", file },
  category: 1,
  tags: ["党史"],
  reviewed: true,
  clippedAt: Date.UTC(2026, 10, 24),
};

describe("a clip", () => {
  test("is parsed, becomes an item of the same id's fields, and names its files", () => {
    const parsed = v.parse(clipSchema, clip);
    expect(isComplete(parsed)).toBe(true);
    expect(coursewareOfClip(parsed)).toMatchObject({ title: clip.title, category: 1, media: file });
    expect(filesOfClip(parsed)).toEqual([file]);
  });

  test.each([
    ["no category yet", { category: null }],
    ["its file is on the way", { file: { state: "downloading", received: 1, total: null } }],
    ["its file failed", { file: { state: "failed", reason: "login-page", received: 0 } }],
  ])("stays in the inbox: %s", (_, change) => {
    const parsed = v.parse(clipSchema, { ...clip, ...change });
    expect(isComplete(parsed)).toBe(false);
    expect(coursewareOfClip(parsed).media ?? null).toEqual("file" in change ? null : file);
  });

  test.each([
    ["an empty title", { title: "" }],
    ["an over-long title", { title: "长".repeat(301) }],
    ["a kind nobody knows", { kind: "wmv" }],
    ["a sixth category", { category: 6 }],
    ["a date that is none", { publishedAt: "2013-13-45" }],
    ["a clock before 1970", { clippedAt: -1 }],
    ["a hash that is no hash", { file: { state: "held", file: { ...file, hash: "../../etc" } } }],
    ["a negative size", { file: { state: "held", file: { ...file, size: -1 } } }],
    ["a state nobody knows", { file: { state: "maybe" } }],
    ["an id that is none", { id: "1" }],
    ["tags that are no texts", { tags: [1] }],
    ["an endless address", { source: { url: "x".repeat(3000), canonical: "", portal: "" } }],
  ])("is refused with %s", (_, change) => {
    expect(v.is(clipSchema, { ...clip, ...change })).toBe(false);
  });
});

describe("the hand-over's messages", () => {
  const protocol = HANDOFF_PROTOCOL;

  test.each([
    { protocol, type: "hello" },
    { protocol, type: "offer", clips: [clip] },
    { protocol, type: "file", clip: clip.id, hash: file.hash, blob: {} },
    { protocol, type: "file", clip: clip.id, hash: file.hash, blob: null },
  ])("the giver may say $type", (message) => {
    expect(v.is(giverMessageSchema, message)).toBe(true);
  });

  test.each([
    { protocol, type: "ready" },
    { protocol, type: "want", clip: clip.id, hash: file.hash },
    { protocol, type: "ack", clip: clip.id, number: 1014 },
    { protocol, type: "refuse", clip: clip.id, reason: "disk-full" },
    { protocol, type: "done" },
  ])("the taker may say $type", (message) => {
    expect(v.is(takerMessageSchema, message)).toBe(true);
    expect(v.is(giverMessageSchema, message)).toBe(false);
  });

  test.each([
    ["no protocol", { type: "hello" }],
    ["another protocol", { protocol: "dianbo-handoff-0", type: "hello" }],
    ["a broken clip", { protocol, type: "offer", clips: [{ ...clip, title: "" }] }],
    ["a text for a file", { protocol, type: "file", clip: clip.id, hash: file.hash, blob: "x" }],
    ["nothing", null],
  ])("is refused with %s", (_, message) => {
    expect(v.is(giverMessageSchema, message)).toBe(false);
  });

  test("a refusal must say why in a word we know", () => {
    const refuse = { protocol, type: "refuse", clip: clip.id, reason: "because" };
    expect(v.is(takerMessageSchema, refuse)).toBe(false);
  });
});
