import { createHash } from "node:crypto";
import { inflateSync, crc32 as nodeCrc32 } from "node:zlib";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { plainId } from "../../../testing/pc.ts";
import { fixedClock } from "../../clock/index.ts";
import { type ChannelIndex, channelIdSchema } from "../channel-index.ts";
import { type ChannelItem, readChannelItem } from "../channel-item.ts";
import { publishRelease } from "../publish.ts";
import { type Release, readRelease } from "../read-release.ts";
import type { FeedMatter } from "./feed-pages.ts";
import { NEWEST, newestItems } from "./newest-items.ts";
import { isFeedPage, publishedFiles } from "./published-files.ts";
import type { PublishedWords } from "./published-words.ts";

const hands = {
  sha256: async (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex"),
  sha512: async (bytes: Uint8Array) => new Uint8Array(createHash("sha512").update(bytes).digest()),
};
const now = fixedClock(Date.UTC(2026, 10, 24, 4)).now();

const item = (at: number, more: Readonly<Record<string, unknown>> = {}): ChannelItem => {
  const read = readChannelItem({
    id: `item-${String(at).padStart(19, "0")}`,
    title: `水稻病虫害防治 第 ${at} 讲`,
    kind: "video",
    category: 1 + (at % 5),
    minutes: 5 + (at % 40),
    publisher: "县农技推广站",
    author: "王建国",
    publishedAt: `2026-0${1 + (at % 9)}-11`,
    url: `https://county.example/lesson/${at}`,
    tags: ["春耕"],
    number: 1001 + at,
    ...more,
  });
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};
const items = (count: number): readonly ChannelItem[] =>
  Array.from({ length: count }, (_, at) => item(at));

const publish = async (
  list: readonly ChannelItem[],
  before?: Release,
  name = "青禾县课件总目录",
): Promise<Release> => {
  const made = await publishRelease(
    {
      channel: v.parse(channelIdSchema, plainId("county-channel")),
      name,
      publisherName: "青禾县远教办",
      site: undefined,
      at: now,
      items: list,
      readings: new Map(),
      key: undefined,
      before,
    },
    hands,
  );
  if (!made.ok) throw new Error(made.error.type);
  const { index, bytes } = made.value;
  const release = await readRelease(
    {
      index: async () => ({ ok: true, value: new TextEncoder().encode(JSON.stringify(index)) }),
      segment: async (hash) => bytes.get(hash),
    },
    { ...hands, held: async () => undefined },
  );
  if (!release.ok) throw new Error(release.error.type);
  return release.value;
};

const words: PublishedWords = {
  language: "zh-CN",
  kinds: {
    video: "视频",
    film: "电影",
    audio: "录音",
    article: "文章",
    document: "文件",
    link: "链接",
  },
  minutes: (minutes) => `${minutes} 分`,
  facts: (publisher, release, day) => `${publisher}，第 ${release} 版，${day}`,
  count: (count) => `${count} 部`,
  all: "都在下面。",
  newest: (shown, all) => `一共 ${all} 部，这里是最新的 ${shown} 部。`,
  howTo: "在点播本里填这个网址：",
  thisAddress: "这一页的网址",
  columns: { title: "片名", kind: "种类", publisher: "出处", minutes: "多长" },
};

const matterOf = (release: Release, address?: string): FeedMatter => ({
  index: release.index,
  newest: newestItems(release),
  address,
  words,
});
const filesOf = (release: Release, address?: string) =>
  new Map(
    publishedFiles(matterOf(release, address), release.bytes).map((file) => [file.path, file]),
  );
const textOf = (files: ReturnType<typeof filesOf>, path: string): string =>
  new TextDecoder().decode(files.get(path)?.bytes);
const jsonOf = (files: ReturnType<typeof filesOf>, path: string): unknown =>
  JSON.parse(textOf(files, path));

/** Reads page after page; `read` answers the name of the next one. */
const walk = (first: string, read: (name: string) => string | undefined): void => {
  let name: string | undefined = first;
  while (name !== undefined) name = read(name);
};

const web = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/u));
const words1 = v.pipe(v.string(), v.minLength(1));

/** What jsonfeed.org/version/1.1 asks of a feed: what is required, and the shape of what we write besides. */
const jsonFeedSchema = v.strictObject({
  version: v.literal("https://jsonfeed.org/version/1.1"),
  title: words1,
  home_page_url: v.optional(web),
  feed_url: v.optional(web),
  next_url: v.optional(words1),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}(-[A-Z]{2})?$/u)),
  authors: v.optional(v.array(v.strictObject({ name: words1 }))),
  _dianbo: v.looseObject({ channel: channelIdSchema, release: v.number(), index: v.string() }),
  items: v.array(
    v.strictObject({
      id: words1,
      url: v.optional(web),
      title: v.string(),
      // One of the two contents is required.
      content_text: words1,
      date_published: v.optional(v.pipe(v.string(), v.isoTimestamp())),
      authors: v.optional(v.array(v.strictObject({ name: words1 }))),
      tags: v.optional(v.array(words1)),
      _dianbo: v.looseObject({ kind: v.string() }),
    }),
  ),
});

const linkSchema = v.looseObject({
  rel: v.string(),
  href: words1,
  type: v.pipe(v.string(), v.regex(/^[\w-]+\/[\w+-]+$/u)),
});
const relOf = (links: readonly { readonly rel: string }[]) => links.map(({ rel }) => rel);

/** What the schemas of drafts.opds.io/schema (feed, publication, link, feed-metadata) require. */
const opdsSchema = v.object({
  metadata: v.object({
    title: words1,
    modified: v.pipe(v.string(), v.isoTimestamp()),
    numberOfItems: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  links: v.pipe(
    v.array(linkSchema),
    v.check((links) => relOf(links).includes("self"), "a feed must contain a self link"),
  ),
  publications: v.array(
    v.object({
      metadata: v.looseObject({
        "@type": v.pipe(v.string(), v.startsWith("http://schema.org/")),
        identifier: v.pipe(v.string(), v.startsWith("urn:")),
        title: words1,
        published: v.optional(v.pipe(v.string(), v.isoDate())),
        duration: v.optional(v.pipe(v.number(), v.minValue(1))),
      }),
      links: v.pipe(
        v.array(linkSchema),
        v.check((links) => relOf(links).includes("self"), "a publication must contain a self link"),
        v.check(
          (links) => relOf(links).includes("http://opds-spec.org/acquisition/open-access"),
          "a publication must contain an acquisition link",
        ),
      ),
      images: v.pipe(
        v.array(v.object({ href: words1, type: v.literal("image/png") })),
        v.minLength(1),
      ),
    }),
  ),
});

describe("what a publisher gives to a host", () => {
  test("is everything that the index names, and the index comes last", async () => {
    const release = await publish(items(1_200));
    const paths = publishedFiles(matterOf(release), release.bytes).map(({ path }) => path);
    expect(paths.at(-1)).toBe("channel.json");
    expect(paths.slice(0, 2)).toEqual(
      release.index.segments.map(({ hash }) => `segments/${hash}.json.gz`),
    );
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter(isFeedPage)).toHaveLength(12);
    expect(JSON.parse(textOf(filesOf(release), "channel.json"))).toEqual(
      JSON.parse(JSON.stringify(release.index)),
    );
  });

  test("is the same files for the same release, and lasting ones are lasting", async () => {
    const first = await publish(items(30));
    const second = await publish([...items(30), item(31)], first);
    const before = filesOf(first);
    for (const { path, bytes, lasting } of filesOf(second).values()) {
      const held = before.get(path);
      if (lasting && held !== undefined) expect(held.bytes).toEqual(bytes);
    }
    expect(filesOf(first)).toEqual(before);
  });

  test("has pictures that are PNG", async () => {
    const files = filesOf(await publish(items(5)));
    for (const [path, { bytes }] of files) {
      if (!path.endsWith(".png")) continue;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
      for (let at = 8; at < bytes.length; ) {
        const length = view.getUint32(at);
        const body = bytes.subarray(at + 4, at + 8 + length);
        expect(nodeCrc32(body)).toBe(view.getUint32(at + 8 + length));
        if (new TextDecoder().decode(body.subarray(0, 4)) === "IDAT") {
          expect(inflateSync(body.subarray(4))).toHaveLength(61 * 80);
        }
        at += 12 + length;
      }
    }
    expect([...files.keys()].filter((path) => path.endsWith(".png"))).toHaveLength(6);
  });
});

describe("the newest items", () => {
  test("are those that were written last, each once as it stands", async () => {
    const first = await publish(items(40));
    const changed = [
      ...items(40).slice(1, 39),
      item(39, { title: "改过的" }),
      item(100, { publishedAt: "1999-01-01" }),
    ];
    const newest = newestItems(await publish(changed, first));
    expect(newest.slice(0, 2).map(({ title }) => title)).toEqual(["改过的", item(100).title]);
    expect(newest).toHaveLength(40);
    expect(new Set(newest.map(({ id }) => id)).size).toBe(40);
  });

  test("are as many as a feed has, whatever the catalogue has", async () => {
    const release = await publish(items(NEWEST + 300));
    expect(newestItems(release)).toHaveLength(NEWEST);
    expect(textOf(filesOf(release), "index.html")).toContain(words.newest(NEWEST, NEWEST + 300));
  });
});

describe.each([undefined, "https://dj.qinghe.gov.cn/channel/"])("at %s", (address) => {
  test("each page is a JSON Feed 1.1, and leads to the next", async () => {
    const files = filesOf(
      await publish([...items(450), item(451, { url: undefined, tags: [], author: undefined })]),
      address,
    );
    const ids = new Set<string>();
    walk("feed.json", (name) => {
      const page = v.parse(jsonFeedSchema, jsonOf(files, name));
      for (const { id } of page.items) ids.add(id);
      expect(page.next_url).not.toBe(page.feed_url ?? name);
      return page.next_url?.replace(address ?? "", "");
    });
    expect(ids.size).toBe(451);
  });

  test("each page is an OPDS 2.0 feed of what can be fetched, and leads to the next", async () => {
    const files = filesOf(await publish([...items(250), item(251, { url: undefined })]), address);
    const titles = new Set<string>();
    walk("opds.json", (name) => {
      const page = v.parse(opdsSchema, jsonOf(files, name));
      for (const { metadata, images } of page.publications) {
        titles.add(metadata.title);
        for (const { href } of images) {
          expect(files.has(href.replace(address ?? "", ""))).toBe(true);
        }
      }
      expect(page.metadata.numberOfItems).toBe(250);
      const next = page.links.find(({ rel }) => rel === "next")?.href;
      return next?.replace(address ?? "", "");
    });
    expect(titles.size).toBe(250);
  });
});

test("the page that people read has no script and lets no text be one", async () => {
  const release = await publish([item(1, { title: `"A" & 'B' 甲乙` })], undefined, `目录 "1" & 2`);
  // Names of a release that was kept by an older program, which refused less.
  const index: ChannelIndex = { ...release.index, name: `<img src=x onerror="alert(1)">` };
  const newest = [{ ...item(1), title: "<script>alert(1)</script>", url: `https://a.cn/"><b>` }];
  const page = textOf(
    new Map(
      publishedFiles({ ...matterOf(release), index, newest }, release.bytes).map((file) => [
        file.path,
        file,
      ]),
    ),
    "index.html",
  );
  expect(page).not.toMatch(/<script|<img|<b>/u);
  expect(page).toContain("default-src 'none'");
  expect(textOf(filesOf(release), "index.html")).toContain("&quot;A&quot; &amp; 'B' 甲乙");
});
