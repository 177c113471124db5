import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../testing/pc.ts";
import { channelIdSchema } from "./channel-index.ts";
import { type ListedChannel, readOpml, writeOpml } from "./opml.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const ADDRESS = "https://dj.qinghe.gov.cn/channel/";
const KEY = "0a".repeat(32);
const county: ListedChannel = {
  name: `青禾县"课件" & <总目录>`,
  address: ADDRESS,
  id: v.parse(channelIdSchema, plainId("county-channel")),
  key: KEY,
};
const plain: ListedChannel = { name: "石桥村的课件", address: "http://8.8.8.8:8080/a/" };
const of = (outlines: string): Uint8Array =>
  bytesOf(`<?xml version="1.0"?><opml version="2.0"><body>${outlines}</body></opml>`);

describe("a list of channels as OPML", () => {
  test("comes back as it was", () => {
    const read = readOpml(bytesOf(writeOpml([county, plain], "石桥村订的 & 频道")));
    expect(read).toEqual({ ok: true, value: { channels: [county, plain], others: 0 } });
  });

  test("is followed by any reader of feeds: type, text and xmlUrl of each", () => {
    const text = writeOpml([county], "频道");
    expect(text).toContain('type="rss"');
    expect(text).toContain(`xmlUrl="${ADDRESS}feed.json"`);
    expect(text).toMatch(/<head><title>频道<\/title><\/head>/u);
  });

  test("of another program: its channels by their feed's address, the rest counted", () => {
    const read = readOpml(
      of(`<outline text="组"><outline type="rss" title="县里" xmlUrl="${ADDRESS}feed-2.json?a#b"/>
      <outline text="县里" xmlUrl='${ADDRESS}opds.json'/><!-- <outline/> -->
      <outline text="博客" xmlUrl="https://blog.cn/rss.xml"/>
      <outline text="路由器" xmlUrl="http://192.168.1.1/feed.json"/>
      <outline text="反&#x202e;着" xmlUrl="https://a.cn/b/feed.json"/>
      <outline text="钥匙坏了" dianbo:address="https://a.cn/c/" dianbo:key="0a0a"/></outline>`),
    );
    expect(read).toEqual({
      ok: true,
      value: { channels: [{ name: "县里", address: ADDRESS }], others: 5 },
    });
  });

  test.each([
    ["UTF-8 with its mark", new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(writeOpml([plain], ""))])],
    [
      "UTF-16",
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(
          Uint16Array.from(writeOpml([plain], ""), (sign) => sign.charCodeAt(0)).buffer,
        ),
      ]),
    ],
  ])("in %s", (_, bytes) => {
    expect(readOpml(bytes)).toMatchObject({ ok: true, value: { channels: [plain] } });
  });

  test("in GBK, as old programs write it", () => {
    const [before, after] = [
      `<?xml version="1.0" encoding="GBK"?><opml><body><outline text="`,
      `" xmlUrl="${ADDRESS}feed.json"/></body></opml>`,
    ];
    const bytes = new Uint8Array([...bytesOf(before), 0xcf, 0xd8, 0xc0, 0xef, ...bytesOf(after)]);
    expect(readOpml(bytes)).toMatchObject({ ok: true, value: { channels: [{ name: "县里" }] } });
  });

  test.each([
    ["entities", `<!DOCTYPE opml [<!ENTITY a "aaaa">]><opml/>`, "xml-with-entities"],
    [
      "an entity from outside",
      `<!DOCTYPE o SYSTEM "file:///c:/win.ini"><opml/>`,
      "xml-with-entities",
    ],
    ["an unknown entity", `<opml><outline text="&lol;"/></opml>`, "xml-with-entities"],
    ["a bare &", `<opml><outline text="a & b"/></opml>`, "xml-with-entities"],
    ["another root", "<rss/>", "not-opml"],
    ["two roots", "<opml/><opml/>", "not-xml"],
    ["a tag that is not closed", "<opml><body></opml>", "not-xml"],
    ["a cut file", "<opml><body><outline text=", "not-xml"],
    ["no XML", "{}", "not-xml"],
    ["nothing", "", "not-xml"],
    ["depth", `<opml>${"<outline>".repeat(500)}`, "xml-too-large"],
    ["many tags", `<opml>${"<outline/>".repeat(6_000)}</opml>`, "xml-too-large"],
    ["size", `<opml>${" ".repeat(1_100_000)}</opml>`, "xml-too-large"],
  ])("with %s is refused", (_, text, type) => {
    expect(readOpml(bytesOf(text))).toEqual({ ok: false, error: { type } });
  });

  test("whatever becomes of its bytes: a value, and addresses of the open net alone", () => {
    const whole = bytesOf(writeOpml([county, plain], "频道"));
    const part = fc.constantFrom(
      ...["<", ">", "/", "&", '"', "<!--", "]]>", "<outline ", "&#0;", "&amp;", "opml", "\u202e"],
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length), fc.nat(20), part), { maxLength: 6 }),
        (edits) => {
          let bytes = whole;
          for (const [at, cut, added] of edits) {
            bytes = new Uint8Array([
              ...bytes.subarray(0, at),
              ...bytesOf(added),
              ...bytes.subarray(at + cut),
            ]);
          }
          const read = readOpml(bytes);
          if (!read.ok) return;
          for (const { address, key, name } of read.value.channels) {
            expect(address).toMatch(/^https?:\/\/[^/@]+\/(?:.*\/)?$/u);
            expect(name).not.toBe("");
            if (key !== undefined) expect(key).toMatch(/^[0-9a-f]{64}$/u);
          }
        },
      ),
      { numRuns: Math.max(1_000, fc.readConfigureGlobal().numRuns ?? 0) },
    );
  });
});
