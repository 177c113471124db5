import { createHash } from "node:crypto";
import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { CHANNEL_LIMITS, segmentHashSchema } from "./channel-index.ts";
import { readRelease } from "./read-release.ts";
import { channelFolder } from "./web-address.ts";
import { type WebAnswer, type WebHands, webSource } from "./web-source.ts";

const runs = (): fc.Parameters<unknown> => ({
  numRuns: Math.max(1_000, fc.readConfigureGlobal().numRuns ?? 0),
});

const digest = (name: string) => async (bytes: Uint8Array) =>
  createHash(name).update(bytes).digest();
const sha256 = async (bytes: Uint8Array): Promise<string> =>
  (await digest("sha256")(bytes)).toString("hex");
const sha512 = async (bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await digest("sha512")(bytes));

async function* partsOf(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}
async function* broken(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(10);
  throw new Error("the line broke");
}
/** Counts how much of it was read. */
const endless = (): { readonly parts: AsyncGenerator<Uint8Array>; readonly read: () => number } => {
  let read = 0;
  const parts = (async function* () {
    for (;;) {
      read += 65_536;
      yield new Uint8Array(65_536);
    }
  })();
  return { parts, read: () => read };
};

const answered = (more: Partial<WebAnswer> = {}): WebAnswer => ({
  status: 200,
  moved: false,
  parts: partsOf(new TextEncoder().encode("{}")),
  ...more,
});

interface Asked {
  readonly hands: WebHands;
  readonly addresses: string[];
  readonly pauses: number[];
}
const handsOf = (...answers: readonly (WebAnswer | undefined)[]): Asked => {
  const addresses: string[] = [];
  const pauses: number[] = [];
  const hands: WebHands = {
    get: async (address, fresh) => {
      addresses.push(`${fresh ? "fresh " : ""}${address}`);
      return answers[addresses.length - 1];
    },
    wait: async (millis) => {
      pauses.push(millis);
    },
    random: () => 0.5,
  };
  return { hands, addresses, pauses };
};
const FOLDER = "https://dj.qinghe.gov.cn/channel/";
const HASH = v.parse(segmentHashSchema, "a".repeat(64));

describe("an address", () => {
  test.each([
    ["dj.qinghe.gov.cn/channel", FOLDER],
    [` ${FOLDER} `, FOLDER],
    [`${FOLDER}channel.json`, FOLDER],
    [`${FOLDER}index.html?from=wechat#top`, FOLDER],
    ["http://8.8.8.8:8080/a", "http://8.8.8.8:8080/a/"],
    ["https://[2606:4700::1111]/", "https://[2606:4700::1111]/"],
  ])("%s is a folder", (typed, folder) => {
    expect(channelFolder(typed)).toEqual({ ok: true, value: folder });
  });

  test.each([
    "http://localhost/",
    "127.0.0.1",
    "http://127.1/",
    "http://2130706433/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "10.1.2.3",
    "172.16.0.1",
    "192.168.1.1/cgi-bin",
    "169.254.169.254/latest/meta-data",
    "100.64.0.1",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "router",
    "nas.local",
    "printer.lan.",
  ])("%s is of this house", (typed) => {
    expect(channelFolder(typed)).toEqual({ ok: false, error: { type: "private-address" } });
  });

  test.each([
    "",
    "file:///etc/passwd",
    "ftp://a.cn/",
    "javascript:alert(1)",
    "http://",
    "https://a.cn@b.cn/",
  ])("%j is none", (typed) => {
    expect(channelFolder(typed).ok).toBe(false);
  });

  test("the app's own host is no stranger", () => {
    const home = "http://localhost:4173";
    expect(channelFolder(`${home}/channel`, home)).toEqual({ ok: true, value: `${home}/channel/` });
    expect(channelFolder("http://localhost:4174/channel", home).ok).toBe(false);
  });

  test("whatever is typed is answered by a value, and a folder leads to the open net", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.ipV4(), fc.ipV6()),
        (typed) => {
          const folder = channelFolder(typed);
          if (folder.ok) expect(folder.value).toMatch(/^https?:\/\/[^/@]+\/(?:.*\/)?$/u);
        },
      ),
      runs(),
    );
  });
});

describe("a channel on the web", () => {
  test("its index is asked for anew, its segments only where nothing is remembered", async () => {
    const { hands, addresses } = handsOf(answered(), answered());
    const source = webSource(FOLDER, hands);
    expect((await source.index()).ok).toBe(true);
    expect(await source.segment(HASH)).toEqual(new TextEncoder().encode("{}"));
    expect(addresses).toEqual([`fresh ${FOLDER}channel.json`, `${FOLDER}segments/${HASH}.json.gz`]);
  });

  test("a host that does not answer is asked three times, with ever more peace between", async () => {
    const { hands, addresses, pauses } = handsOf(undefined, answered({ status: 503 }), undefined);
    expect(await webSource(FOLDER, hands).index()).toEqual({
      ok: false,
      error: { type: "no-answer" },
    });
    expect(addresses.length).toBe(3);
    expect(pauses).toEqual([1_000, 3_000]);
  });

  test("a host is asked again when it says, or left alone where that is long", async () => {
    const soon = handsOf(answered({ status: 429, retryAfter: 7 }), answered());
    expect((await webSource(FOLDER, soon.hands).index()).ok).toBe(true);
    expect(soon.pauses).toEqual([7_000]);
    const late = handsOf(answered({ status: 503, retryAfter: 3_600 }), answered());
    expect(await webSource(FOLDER, late.hands).index()).toMatchObject({
      error: { type: "host-busy" },
    });
    expect(late.addresses.length).toBe(1);
  });

  test.each([
    [answered({ status: 0, moved: true }), "moved"],
    [answered({ status: 404 }), "nothing-there"],
    [answered({ status: 403 }), "host-refuses"],
    [answered({ length: 10 ** 12 }), "package-too-large"],
  ])("nobody follows, insists or reads on: %#", async (answer, type) => {
    const { hands, addresses } = handsOf(answer, answered());
    const source = webSource(FOLDER, hands);
    expect(await source.index()).toMatchObject({ ok: false, error: { type } });
    expect(addresses.length).toBe(1);
  });

  test("a body without end is left after what a segment may have", async () => {
    const { parts, read } = endless();
    const source = webSource(FOLDER, handsOf(answered({ parts })).hands);
    expect(await source.segment(HASH)).toBeUndefined();
    expect(source.trouble()).toMatchObject({ type: "package-too-large" });
    expect(read()).toBeLessThan(CHANNEL_LIMITS.segmentBytes + 200_000);
  });

  test("whatever a host answers comes to a value, and to no release", async () => {
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => () => partsOf(bytes)),
      fc.json().map((text) => () => partsOf(new TextEncoder().encode(text))),
      fc
        .record({
          format: fc.constant("dianbo-channel"),
          version: fc.oneof(fc.constant(1), fc.jsonValue()),
          channel: fc.oneof(fc.constant("c".repeat(22)), fc.jsonValue()),
          name: fc.oneof(fc.constant("目录"), fc.jsonValue()),
          publisher: fc.oneof(fc.constant({ name: "县" }), fc.jsonValue()),
          release: fc.oneof(fc.constant(1), fc.jsonValue()),
          publishedAt: fc.oneof(fc.constant(1_790_000_000_000), fc.jsonValue()),
          items: fc.constantFrom(1, -1, 1e9),
          segments: fc.constantFrom([], [{ hash: HASH, size: 2, count: 1 }], [{}]),
        })
        .map((json) => () => partsOf(new TextEncoder().encode(JSON.stringify(json)))),
      fc.constant(broken),
    );
    const answer = fc.oneof(
      fc.constant(undefined),
      fc
        .record({
          status: fc.constantFrom(
            0,
            100,
            200,
            200,
            200,
            204,
            206,
            301,
            304,
            403,
            404,
            418,
            429,
            503,
          ),
          moved: fc.boolean(),
          length: fc.option(fc.integer(), { nil: undefined }),
          retryAfter: fc.option(fc.integer({ min: 0, max: 1e6 }), { nil: undefined }),
          body,
        })
        .map(({ body: make, ...rest }) => ({ ...rest, parts: make() })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 8 }), async (answers) => {
        const { hands, addresses } = handsOf(...answers);
        const held = async (): Promise<undefined> => undefined;
        const release = await readRelease(webSource(FOLDER, hands), { sha256, sha512, held });
        expect(release.ok).toBe(false);
        expect(addresses.length).toBeLessThanOrEqual(6);
      }),
      runs(),
    );
  });
});
