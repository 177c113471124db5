import { createHash } from "node:crypto";
import { gzipSync } from "fflate";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { commitOn, countingIds, newPc, plainId, siteNamed } from "../../testing/pc.ts";
import { fixedClock } from "../clock/index.ts";
import { type Courseware, readCourseware } from "../courseware/index.ts";
import { makeSiteKey, recordIdSchema, type Sha512 } from "../identity/index.ts";
import { writeContainer } from "../sharing/index.ts";
import { askCatalogue, catalogueOf } from "./catalogue.ts";
import { channelFileSource, endsLikeChannel, writeChannelFile } from "./channel-file.ts";
import { CHANNEL_LIMITS, channelIdSchema } from "./channel-index.ts";
import { type ChannelItem, readChannelItem } from "./channel-item.ts";
import { differenceOf } from "./contents.ts";
import { judgeRelease } from "./judge-release.ts";
import { type Publishing, publishRelease } from "./publish.ts";
import { type ChannelSource, type Release, readRelease, type Sha256 } from "./read-release.ts";
import { decodeSegment, encodeSegment } from "./segment.ts";
import { heldAs, heldItems, originOf, takeChannelItems } from "./take-items.ts";

const sha256: Sha256 = async (bytes) => createHash("sha256").update(bytes).digest("hex");
const sha512: Sha512 = async (bytes) => new Uint8Array(createHash("sha512").update(bytes).digest());
const hands = { sha256, sha512 };
const reader = { ...hands, held: async () => undefined };
const now = fixedClock(Date.UTC(2026, 10, 24, 4)).now();
const channel = v.parse(channelIdSchema, plainId("county-channel"));
const county = siteNamed("county");
const key = await makeSiteKey(new Uint8Array(32).fill(7), sha512);

const idOf = (at: number): string => `item-${String(at).padStart(19, "0")}`;
const item = (at: number, more: Readonly<Record<string, unknown>> = {}): ChannelItem => {
  const read = readChannelItem({
    id: idOf(at),
    title: `水稻病虫害防治 第 ${at} 讲`,
    kind: "video",
    category: (at % 5) + 1,
    minutes: 5 + (at % 40),
    publisher: "县农技推广站",
    publishedAt: `2026-0${1 + (at % 9)}-11`,
    url: `https://county.example/lesson/${at}`,
    number: 1001 + at,
    ...more,
  });
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
};
const items = (count: number): readonly ChannelItem[] =>
  Array.from({ length: count }, (_, at) => item(at));

const READINGS = new Map([
  ["水", "shui"],
  ["稻", "dao"],
  ["重", "zhong/chong"],
]);
const publishing = (more: Partial<Publishing> = {}): Publishing => ({
  channel,
  name: "青禾县课件总目录",
  publisherName: "青禾县远教办",
  site: county,
  at: now,
  items: items(2500),
  readings: READINGS,
  key: undefined,
  before: undefined,
  ...more,
});
const publish = async (more: Partial<Publishing> = {}) => {
  const made = await publishRelease(publishing(more), hands);
  if (!made.ok) throw new Error(made.error.type);
  return made.value;
};
const sourceOf = (bytes: Uint8Array): ChannelSource => {
  const source = channelFileSource(bytes);
  if (!source.ok) throw new Error(source.error.type);
  return source.value;
};
const read = async (bytes: Uint8Array): Promise<Release> => {
  const release = await readRelease(sourceOf(bytes), reader);
  if (!release.ok) throw new Error(JSON.stringify(release.error));
  return release.value;
};
const outcome = async (bytes: Uint8Array): Promise<string> => {
  const source = channelFileSource(bytes);
  if (!source.ok) return source.error.type;
  const release = await readRelease(source.value, reader);
  return release.ok ? "good" : release.error.type;
};
const fileOf = async (more: Partial<Publishing> = {}): Promise<Uint8Array> => {
  const { index, bytes } = await publish(more);
  return writeChannelFile(index, bytes);
};
/** A channel's file with its index changed by hand. */
const withIndex = async (change: (index: Record<string, unknown>) => void): Promise<Uint8Array> => {
  const { index, bytes } = await publish({ key });
  const changed: Record<string, unknown> = JSON.parse(JSON.stringify(index));
  change(changed);
  const files = new Map<string, Uint8Array>([
    ["dianbo/channel.json", new TextEncoder().encode(JSON.stringify(changed))],
  ]);
  for (const [hash, part] of bytes) files.set(`dianbo/segments/${hash}.json.gz`, part);
  return writeContainer(files);
};

describe("a channel as a file", () => {
  test("gives back what was published, the same bytes from the same items", async () => {
    const file = await fileOf({ key });
    expect(file).toEqual(await fileOf({ key }));
    expect(endsLikeChannel(file.subarray(-4000))).toBe(true);
    const release = await read(file);
    expect(release.index).toMatchObject({ release: 1, items: 2500, publisherKey: key.publicKey });
    expect(release.index.segments.map(({ count }) => count)).toEqual([1000, 1000, 500]);
    expect([...release.contents.values()]).toEqual(items(2500));
    expect(release.segments[0]?.readings.get("水")).toBe("shui");
  });

  test("is refused when it was changed after it was signed, whatever was changed", async () => {
    expect(await outcome(await withIndex(() => undefined))).toBe("good");
    for (const change of [
      (index: Record<string, unknown>) => (index["name"] = "别人的"),
      (index: Record<string, unknown>) => (index["release"] = 99),
      (index: Record<string, unknown>) => (index["unknown"] = 1),
      (index: Record<string, unknown>) => (index["signature"] = "0".repeat(128)),
      (index: Record<string, unknown>) => delete index["publisherKey"],
    ]) {
      expect(await outcome(await withIndex(change))).toBe("signature-wrong");
    }
  });

  test("says what is wrong with it", async () => {
    const signedNoMore = (index: Record<string, unknown>): void => {
      delete index["signature"];
      delete index["publisherKey"];
    };
    const asked = async (change: (index: Record<string, unknown>) => void): Promise<string> =>
      await outcome(
        await withIndex((index) => {
          signedNoMore(index);
          change(index);
        }),
      );
    expect(await asked(() => undefined)).toBe("good");
    expect(await asked((index) => (index["readableFrom"] = 2))).toBe("newer-version");
    expect(await asked((index) => (index["version"] = 2))).toBe("newer-version");
    expect(
      await asked((index) => {
        index["version"] = 2;
        index["readableFrom"] = 1;
      }),
    ).toBe("good");
    expect(await asked((index) => (index["items"] = 2499))).toBe("wrong-shape");
    expect(await asked((index) => (index["items"] = CHANNEL_LIMITS.items + 1))).toBe("wrong-shape");
    expect(await asked((index) => (index["name"] = "\u202Eexe.总目录"))).toBe("hostile-text");
    expect(await asked((index) => (index["segments"] = []))).toBe("wrong-shape");
    expect(await asked((index) => (index["format"] = "x"))).toBe("not-a-channel");
    const segments = [{ hash: "0".repeat(64), size: 1, count: 1 }];
    expect(await asked((index) => (index["segments"] = segments))).toBe("segment-missing");
    expect(await outcome(new Uint8Array(100))).toBe("not-a-package");
  });

  test("a segment that unpacks without end, or is not what its name says, is refused", async () => {
    const bomb = gzipSync(new Uint8Array(200_000_000), { level: 1 });
    const decoded = decodeSegment(bomb);
    expect(decoded.ok ? "good" : decoded.error.type).toBe("damaged");
    const { index, bytes } = await publish();
    const [first] = index.segments;
    const broken = new Map(bytes);
    if (first !== undefined) broken.set(first.hash, new Uint8Array(first.size));
    expect(await outcome(writeChannelFile(index, broken))).toBe("segment-damaged");
  });

  test.each([
    ["script", { title: "<script>alert(1)</script>" }, "hostile-text"],
    ["text that reads backwards", { title: "\u202E党课" }, "hostile-text"],
    ["an address that is none", { url: "javascript:alert(1)" }, "wrong-shape"],
    ["no title", { title: "\u200B" }, "wrong-shape"],
    ["a title without end", { title: "长".repeat(301) }, "wrong-shape"],
    ["a sixth category", { category: 6 }, "wrong-shape"],
  ])("an item with %s costs the whole segment", (_, change, type) => {
    const good = encodeSegment({ items: items(2), gone: [], readings: READINGS });
    expect(decodeSegment(good).ok).toBe(true);
    const bad = readChannelItem({ id: plainId("x"), title: "t", kind: "video", ...change });
    expect(bad.ok ? "good" : bad.error.type).toBe(type);
  });
});

describe("the next release", () => {
  const changed = items(2500).map((one, at) => (at === 7 ? item(7, { title: "改过的题目" }) : one));

  test("writes what changed behind what subscribers have, and they come to the same", async () => {
    const before = await read(await fileOf());
    const wanted = [...changed.filter((_, at) => at !== 9), item(9001), item(9002)];
    const made = await publish({ before, items: wanted });
    expect(made.index.release).toBe(2);
    expect(made.index.segments.slice(0, 3)).toEqual(before.index.segments);
    expect(made.index.segments.slice(3).map(({ count }) => count)).toEqual([3]);
    const asked: string[] = [];
    const whole = sourceOf(writeChannelFile(made.index, made.bytes));
    const after = await readRelease(
      {
        ...whole,
        segment: (hash) => {
          asked.push(hash);
          return whole.segment(hash);
        },
      },
      { ...hands, held: async (hash) => before.bytes.get(hash) },
    );
    if (!after.ok) throw new Error(after.error.type);
    expect(asked).toHaveLength(1);
    const inOrder = (list: Iterable<ChannelItem>) =>
      [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(inOrder(after.value.contents.values())).toEqual(inOrder(wanted));
    const difference = differenceOf(before.contents, after.value.contents);
    expect(difference.fresh.map(({ id }) => id)).toEqual([item(9001).id, item(9002).id]);
    expect(difference.changed.map(({ after: one }) => one.title)).toEqual(["改过的题目"]);
    expect(difference.gone.map(({ id }) => id)).toEqual([item(9).id]);
  });

  test("comes back to what it was, though the segment's name is there already", async () => {
    const first = await read(await fileOf());
    const second = await publish({ before: first, items: changed });
    const middle = await read(writeChannelFile(second.index, second.bytes));
    const third = await publish({ before: middle, items: items(2500) });
    const fourth = await publish({
      before: await read(writeChannelFile(third.index, third.bytes)),
      items: changed,
    });
    const last = await read(writeChannelFile(fourth.index, fourth.bytes));
    expect(last.contents.get(item(7).id)?.title).toBe("改过的题目");
    expect(last.index.release).toBe(4);
  });

  test("is written anew where much was replaced, and is none where nothing changed", async () => {
    const before = await read(await fileOf());
    const all = items(2500).map((_, at) => item(at, { minutes: 99 }));
    expect((await publish({ before, items: all })).index.segments).toHaveLength(3);
    const same = await publishRelease(publishing({ before }), hands);
    expect(same).toEqual({ ok: false, error: { type: "nothing-new" } });
    const none = await publishRelease(publishing({ items: [] }), hands);
    expect(none).toEqual({ ok: false, error: { type: "nothing-to-publish" } });
  });

  test("is judged by its number and its key", async () => {
    const signed = (await publish({ key, items: items(20) })).index;
    const judge = (
      offered: Partial<typeof signed>,
      held: Partial<typeof signed> = {},
      highest = 5,
      own = false,
    ): string => {
      const index = { ...signed, release: 5, ...held };
      const judged = judgeRelease({ ...signed, ...offered }, { index, highest, own });
      return judged.ok ? judged.value : judged.error.type;
    };
    expect(judgeRelease(signed, undefined)).toEqual({ ok: true, value: "subscribe" });
    expect(judge({ release: 6 })).toBe("update");
    expect(judge({ release: 4 })).toBe("older-release");
    expect(judge({ release: 5 })).toBe("same");
    expect(judge({ release: 5, segments: [] })).toBe("same-number");
    expect(judge({ release: 6, publisherKey: "0".repeat(64) })).toBe("other-signer");
    expect(judge({ release: 6, publisherKey: undefined, signature: undefined })).toBe(
      "other-signer",
    );
    expect(judge({ release: 6 }, { publisherKey: undefined, signature: undefined })).toBe("update");
    // Gone back from 7 to 5: what stands between may not come in its place, 7 may come again.
    expect(judge({ release: 6 }, {}, 7)).toBe("older-release");
    expect(judge({ release: 7 }, {}, 7)).toBe("update");
    expect(judge({ release: 6 }, {}, 5, true)).toBe("own-channel");
  });
});

describe("a channel laid out", () => {
  test("is found by characters, pinyin and initials, never by number; narrowed and counted", async () => {
    const release = await read(
      await fileOf({
        items: [
          ...items(10),
          item(11, { title: "重庆行", minutes: 60, publishedAt: "2026-11-01", category: 5 }),
          item(12, { title: "重慶音樂", kind: "audio", category: 5 }),
        ],
      }),
    );
    const simplified = (text: string) => text.replaceAll("慶", "庆").replaceAll("樂", "乐");
    const catalogue = catalogueOf(release, simplified);
    const titles = (more: Partial<Parameters<typeof askCatalogue>[1]>): readonly string[] => {
      const finds = askCatalogue(catalogue, { query: "", sort: "title", ...more });
      return [...finds.rows].map((row) => catalogue.items[row]?.title ?? "");
    };
    expect(titles({ query: "shuidao" })).toHaveLength(10);
    expect(titles({ query: "sd 3" })).toEqual(["水稻病虫害防治 第 3 讲"]);
    expect(titles({ query: "重庆" })).toEqual(["重庆行", "重慶音樂"]);
    expect(titles({ query: "chong庆" })).toEqual(["重庆行", "重慶音樂"]);
    expect(titles({ query: "1004" })).toEqual([]);
    expect(titles({ query: "农技" })).toHaveLength(12);
    expect(titles({ kind: "audio" })).toEqual(["重慶音樂"]);
    expect(titles({ minutesFrom: 60 })).toEqual(["重庆行"]);
    expect(titles({ sort: "newest" })[0]).toBe("重庆行");
    const finds = askCatalogue(catalogue, { query: "重庆", category: 5, sort: "title" });
    expect(finds.counts).toEqual(new Map([[5, 2]]));
    expect(finds.spansOf(finds.rows[0] ?? -1)).toEqual([{ from: 0, to: 2 }]);
    expect(askCatalogue(catalogue, { query: "", category: 1, sort: "title" }).everywhere).toBe(12);
  });
});

describe("taking items", () => {
  const take = (
    pc: ReturnType<typeof newPc>,
    wanted: readonly ChannelItem[],
    newId = countingIds("taken"),
  ) =>
    takeChannelItems(
      wanted,
      { id: channel, name: "总目录", site: county },
      {
        items: held(pc),
        book: { items: held(pc), leases: [], device: pc.device },
        newId,
        now,
        post: "A",
      },
    );
  const held = (pc: ReturnType<typeof newPc>): readonly Courseware[] =>
    [...pc.records.values()].flatMap((record) => {
      const one = record.kind === "courseware" ? readCourseware(record, site) : undefined;
      return one?.ok === true ? [one.value] : [];
    });
  const site = siteNamed("village");

  test("gives this site's numbers, remembers where from, and leaves out what is here", () => {
    const pc = newPc(site, countingIds("pc"), now);
    const made = take(pc, [item(0), item(1), item(5)]);
    if (!made.ok) throw new Error(made.error.type);
    commitOn(pc, made.value.changes.puts);
    const rows = held(pc);
    expect(rows.map(({ number }) => number)).toEqual([1001, 2001, 1002]);
    expect(rows[0]).toMatchObject({
      title: item(0).title,
      publisher: "县农技推广站",
      originalNumber: { site: county, number: 1001 },
      source: { canonical: "https://county.example/lesson/0", portal: "county.example" },
    });
    const [first] = rows;
    const record = first === undefined ? undefined : pc.records.get(first.id);
    expect(record && originOf(record, site)).toEqual({ channel, item: item(0).id });
    expect(heldAs(item(5), heldItems(rows))?.number).toBe(1002);
    expect(heldAs(item(6), heldItems(rows))).toBeUndefined();
    const again = take(pc, [item(0)]);
    expect(again).toEqual({ ok: false, error: { type: "all-held" } });
    const more = take(pc, [item(0), item(10), item(10)], countingIds("more"));
    if (!more.ok) throw new Error(more.error.type);
    expect(more.value.changes.label).toEqual({
      type: "take-from-channel",
      count: 1,
      name: item(10).title,
    });
  });

  test("ids are the channel's own and never ours", () => {
    const pc = newPc(site, countingIds("pc"), now);
    const made = take(pc, [item(3)]);
    if (!made.ok) throw new Error(made.error.type);
    const ids = new Set(made.value.changes.puts.map(({ id }) => id));
    expect(ids.has(v.parse(recordIdSchema, idOf(3)))).toBe(false);
  });
});
