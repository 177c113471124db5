import { describe, expect, it } from "vitest";
import { ANSWER_LIMIT, readCallAnswer, withAnswer } from "./call-answer.ts";
import { readRule } from "./read-rule.ts";
import type { JsonCall, PortalRule } from "./rule-schema.ts";

const call: JsonCall = {
  url: "https://api.example.cn/data/{id}.js",
  fields: { title: ["title", "normalized_title"], seconds: ["videos[0].length"], cover: ["image"] },
  body: "content",
  media: [{ each: "videos[].storage[]", url: "normal", height: "height" }],
};
const data = {
  title: "",
  normalized_title: "清明前后种什么",
  image: "/still.jpg",
  content: "<p>正文</p>",
  videos: [
    {
      length: 600,
      storage: [
        { normal: "https://cdn.example.cn/a.m3u8", height: 720 },
        { normal: "https://cdn.example.cn/a-480.mp4", height: 480 },
        { normal: "javascript:alert(1)//.mp4", height: 9000 },
      ],
    },
  ],
};
const answer = (text: string) => {
  const read = readCallAnswer(text, call);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};

describe("an answer", () => {
  it.each([
    ["JSON", JSON.stringify(data)],
    ["JSONP", `callback(${JSON.stringify(data)});`],
    ["JSONP with a mark before it", `\uFEFF callback( ${JSON.stringify(data)} )\n`],
  ])("is read by the rule's paths: %s", (_form, text) => {
    expect(answer(text)).toEqual({
      fields: {
        title: "清明前后种什么",
        minutes: "600",
        cover: "https://api.example.cn/still.jpg",
      },
      body: "<p>正文</p>",
      media: [
        {
          kind: "stream",
          url: "https://cdn.example.cn/a.m3u8",
          found: "script",
          height: 720,
          seconds: 600,
        },
        {
          kind: "video",
          url: "https://cdn.example.cn/a-480.mp4",
          found: "script",
          height: 480,
          seconds: 600,
        },
      ],
    });
  });

  it("that is code, a page, or too much says nothing", () => {
    expect(readCallAnswer("callback(alert(1))", call)).toMatchObject({
      error: { type: "no-json" },
    });
    expect(readCallAnswer("<html>", call)).toMatchObject({ error: { type: "no-json" } });
    expect(readCallAnswer("[".repeat(1_000_000), call)).toMatchObject({ ok: false });
    expect(readCallAnswer(" ".repeat(ANSWER_LIMIT + 1), call)).toMatchObject({
      error: { type: "too-large" },
    });
  });

  it("never gives what stands behind an object", () => {
    const sly: JsonCall = {
      url: call.url,
      fields: {
        title: ["constructor.name", "__proto__.constructor.name", "toString.name", "length"],
      },
    };
    expect(readCallAnswer("{}", sly)).toMatchObject({ ok: true, value: { fields: {} } });
    expect(readCallAnswer("null", call)).toMatchObject({
      ok: true,
      value: { fields: {}, media: [] },
    });
    expect(readCallAnswer('{"videos":"x","title":{"a":1}}', call)).toMatchObject({
      value: { fields: {}, media: [] },
    });
  });
});

describe("findings with an answer", () => {
  const read = readRule({
    id: "one",
    version: 1,
    name: "某站",
    hosts: ["*.example.cn"],
    pages: [],
    protected: [{ because: "scrambled", media: "/h5e/" }],
  });
  const rule = (): PortalRule => {
    if (!read.ok) throw new Error(read.error.because);
    return read.value;
  };
  const found = {
    id: "one",
    version: 1,
    fields: { title: "页上的标题" },
    media: [],
    following: [],
    call: "https://api.example.cn/data/1.js",
    categories: {},
    missed: [],
  };
  const page = { url: "https://www.example.cn/1.html", body: undefined };

  it("keep what the page said itself, and the call is done with", () => {
    const whole = withAnswer(rule(), found, answer(JSON.stringify(data)), page);
    expect(whole.fields).toMatchObject({ title: "页上的标题", minutes: "600" });
    expect(whole.media).toHaveLength(2);
    expect("call" in whole).toBe(false);
    expect(whole.protected).toBe(undefined);
  });

  it("say that the film is protected when its address tells", () => {
    const sealed = {
      ...data,
      videos: [{ storage: [{ normal: "https://dh5.example.cn/h5e/a.m3u8" }] }],
    };
    expect(withAnswer(rule(), found, answer(JSON.stringify(sealed)), page).protected).toBe(
      "scrambled",
    );
  });
});
