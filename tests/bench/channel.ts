/**
 * A county's channel of 100,000 items over a year: 200 changes a week, one subscriber over real HTTP on this
 * machine, beside the simplest thinkable channel (one JSON file, packed, fetched anew when it has changed) and
 * plain JSON Feed pages. What 400 and 50,000 subscribers cost is computed from it. See docs/scale.md.
 */
import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import {
  type ChannelItem,
  newestItems,
  type PublishedFile,
  publishedFiles,
  type Release,
} from "@dianbo/shared/channel";
import { countyItems, countyRelease } from "../support/county-channel.ts";
import { loadOf, peaks } from "./channel-fleet.ts";
import { measureNginx } from "./channel-nginx.ts";
import { nextRelease } from "./channel-publisher.ts";
import { serveStatic, subscriberOf, type Traffic } from "./channel-wire.ts";
import { type BenchLine, benchLine } from "./measure.ts";

const ITEMS = 100_000;
const WEEKS = 52;
/** Of 200 changes a week: new, changed, taken out. */
const FRESH = 80;
const CHANGED = 40;
const GONE = 80;
/** Somebody who was away for ten weeks comes back after this week. */
const AWAY_FROM = 20;
const AWAY_TO = 30;
/** Of every so many weeks the subscriber reads all through, as the app does; of the others it fetches alone. */
const READ_EVERY = 10;
/** Items of a plain feed's page. */
const FEED_PAGE = 1_000;
/** Yuan for a GB that leaves the host: no quote, an assumption; put in what your host asks. */
const PRICE = Number(process.env["DIANBO_PRICE_PER_GB"] ?? 0.5);

const KB = 1_000;
const MB = 1_000_000;
const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The catalogue a week later: some gone from its start, some changed in the middle, some new at its end. */
const nextWeek = (
  items: readonly ChannelItem[],
  fresh: readonly ChannelItem[],
  week: number,
): readonly ChannelItem[] => {
  const changed = new Set(
    Array.from({ length: CHANGED }, (_, at) => 1_000 + ((week * 7919 + at * 2_311) % 90_000)),
  );
  const kept = items.map((item, at) =>
    changed.has(at) ? { ...item, title: `${item.title.slice(0, 280)}（${week}）` } : item,
  );
  return [...kept.slice(GONE), ...fresh.slice((week - 1) * FRESH, week * FRESH)];
};

const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number]> => {
  const start = performance.now();
  const value = await work();
  return [value, (performance.now() - start) / 1000];
};

const filesOf = (release: Release): readonly PublishedFile[] =>
  publishedFiles(
    {
      index: release.index,
      newest: newestItems(release),
      address: undefined,
      words: {
        language: "zh-CN",
        kinds: { video: "", film: "", audio: "", article: "", document: "", link: "" },
        minutes: String,
        facts: (publisher, number, day) => `${publisher} ${number} ${day}`,
        count: String,
        all: "",
        newest: (shown, all) => `${shown}/${all}`,
        howTo: "",
        thisAddress: "",
        columns: { title: "", kind: "", publisher: "", minutes: "" },
      },
    },
    release.bytes,
  );

/** The same items as one packed file, and as packed pages of a plain feed, the newest first. */
const baselineFiles = (release: Release) => {
  const items = [...release.contents.values()];
  const newest = [...items].reverse();
  const pages = Array.from({ length: Math.ceil(items.length / FEED_PAGE) }, (_, at) => ({
    path: `plain/feed-${at}.json.gz`,
    bytes: new Uint8Array(
      gzipSync(
        json({
          version: "https://jsonfeed.org/version/1.1",
          items: newest.slice(at * FEED_PAGE, (at + 1) * FEED_PAGE),
        }),
      ),
    ),
  }));
  return [{ path: "plain/whole.json.gz", bytes: new Uint8Array(gzipSync(json(items))) }, ...pages];
};

type Subscriber = ReturnType<typeof subscriberOf>;

/** Fetches baseline files that may have changed and reads them. */
const readBaseline = async (
  subscriber: Subscriber,
  address: string,
  paths: readonly string[],
): Promise<readonly [Traffic, number]> => {
  subscriber.taken();
  const [, seconds] = await timed(async () => {
    for (const path of paths) {
      const { body } = await subscriber.ask(`${address}${path}`);
      JSON.parse(gunzipSync(body).toString());
    }
  });
  return [subscriber.taken(), seconds];
};

interface Year {
  readonly first: Traffic & { readonly seconds: number };
  readonly weeks: readonly Traffic[];
  /** Seconds of those weekly syncs that were read through. */
  readonly reading: readonly number[];
  readonly looks: readonly Traffic[];
  readonly late: Traffic & { readonly seconds: number };
  readonly wholeFirst: readonly [Traffic, number];
  readonly whole: readonly [Traffic, number];
  readonly feed: readonly [Traffic, number];
  readonly sent: readonly number[];
  readonly last: Release;
}

/** What of a release's files lay there in another form before: what its publisher sends. */
const sentOf = (files: readonly PublishedFile[], before: ReadonlyMap<string, string>) => {
  const now = new Map(
    files.map(({ path, bytes }) => [path, createHash("sha1").update(bytes).digest("hex")]),
  );
  const bytes = files
    .filter(({ path }) => before.get(path) !== now.get(path))
    .reduce((sum, file) => sum + file.bytes.length, 0);
  return { now, bytes };
};

const year = async (): Promise<Year> => {
  const all = countyItems(ITEMS + WEEKS * FRESH);
  let items: readonly ChannelItem[] = all.slice(0, ITEMS);
  const host = await serveStatic();
  const plainHost = await serveStatic();
  const [steady, away, plain] = [
    subscriberOf(host.address),
    subscriberOf(host.address),
    subscriberOf(plainHost.address),
  ];
  const sync = async (one: Subscriber) => {
    one.taken();
    const [, seconds] = await timed(one.sync);
    return { ...one.taken(), seconds };
  };
  try {
    let { release } = await countyRelease({ items });
    items = [...release.contents.values()];
    let lying = sentOf(filesOf(release), new Map()).now;
    host.put(filesOf(release));
    const first = await sync(steady);
    plainHost.put(baselineFiles(release));
    const pages = baselineFiles(release)
      .map(({ path }) => path)
      .filter((path) => path.includes("feed"));
    const wholeFirst = await readBaseline(plain, plainHost.address, ["plain/whole.json.gz"]);
    const weeks: Traffic[] = [];
    const reading: number[] = [];
    const looks: Traffic[] = [];
    const sent: number[] = [];
    let late: Year["late"] | undefined;
    for (let week = 1; week <= WEEKS; week += 1) {
      items = nextWeek(items, all.slice(ITEMS), week);
      const isLast = week === WEEKS;
      if (isLast) {
        plainHost.put(baselineFiles(release));
        await readBaseline(plain, plainHost.address, [...pages, "plain/whole.json.gz"]);
      }
      release = await nextRelease(items, release);
      const files = filesOf(release);
      const told = sentOf(files, lying);
      lying = told.now;
      sent.push(told.bytes);
      host.put(files);
      steady.taken();
      if (week % READ_EVERY === 0) {
        const { seconds, ...traffic } = await sync(steady);
        weeks.push(traffic);
        reading.push(seconds);
      } else {
        await steady.fetchOnly();
        weeks.push(steady.taken());
      }
      await steady.look();
      looks.push(steady.taken());
      if (week === AWAY_FROM - 1) await away.fetchOnly();
      if (week === AWAY_TO) late = await sync(away);
    }
    plainHost.put(baselineFiles(release));
    const whole = await readBaseline(plain, plainHost.address, ["plain/whole.json.gz"]);
    const feed = await readBaseline(plain, plainHost.address, pages);
    if (late === undefined) throw new Error("nobody was away");
    return { first, weeks, reading, looks, late, wholeFirst, whole, feed, sent, last: release };
  } finally {
    for (const one of [steady, away, plain]) one.close();
    await host.close();
    await plainHost.close();
  }
};

const ofMany = (sites: number, name: string, told: Year): readonly BenchLine[] => {
  const { first, weeks, looks, wholeFirst, whole } = told;
  const weekly = weeks.reduce((sum, { bytes }) => sum + bytes, 0) / weeks.length;
  const segments = weeks.reduce((sum, { requests }) => sum + requests - 1, 0) / weeks.length;
  const look = median(looks.map(({ bytes }) => bytes));
  const one = { firstSync: first.bytes, look, weeklySync: weekly, segmentsAWeek: segments };
  const ours = loadOf(sites, one);
  const plain = loadOf(sites, {
    firstSync: wholeFirst[0].bytes,
    look,
    weeklySync: whole[0].bytes,
    segmentsAWeek: 0,
  });
  const { allDay, atNine, without } = peaks(sites);
  const line = (what: string, unit: string, value: number, than: string, baseline: number) =>
    benchLine({ name: `channel ${name}, ${what}`, unit }, value, than, baseline);
  const packed = "one packed file";
  return [
    line("requests a day", "requests", ours.requestsADay, packed, plain.requestsADay),
    line("traffic a month", "GB", ours.gbAMonth, packed, plain.gbAMonth),
    line("traffic of all first syncs", "GB", ours.gbAtFirst, packed, plain.gbAtFirst),
    line(
      `cost a month at ${PRICE} yuan a GB`,
      "yuan",
      ours.gbAMonth * PRICE,
      packed,
      plain.gbAMonth * PRICE,
    ),
    line("busiest second, PCs on all day", "requests", allDay, "all in the same minute", without),
    line(
      "busiest second, all switched on at nine",
      "requests",
      atNine,
      "all in the same minute",
      without,
    ),
  ];
};

/** `npm run -s bench -- channel`. */
export const bench = async (): Promise<readonly BenchLine[]> => {
  const told = await year();
  const { first, weeks, reading, looks, late, wholeFirst, whole, feed, sent, last } = told;
  const of = (pick: (week: Year["weeks"][number]) => number) => median(weeks.map(pick));
  const packed = "one packed file";
  const nginx = await measureNginx(filesOf(last));
  if (nginx === undefined) console.error("no nginx on this machine: its lines are left out");
  return [
    benchLine(
      { name: "channel first sync", unit: "MB" },
      first.bytes / MB,
      packed,
      wholeFirst[0].bytes / MB,
    ),
    benchLine(
      { name: "channel first sync", unit: "requests" },
      first.requests,
      packed,
      wholeFirst[0].requests,
    ),
    benchLine({ name: "channel first sync", unit: "s" }, first.seconds, packed, wholeFirst[1]),
    benchLine(
      { name: "channel weekly sync, median", unit: "kB" },
      of(({ bytes }) => bytes) / KB,
      packed,
      whole[0].bytes / KB,
    ),
    benchLine(
      { name: "channel weekly sync, median", unit: "kB" },
      of(({ bytes }) => bytes) / KB,
      "JSON Feed pages",
      feed[0].bytes / KB,
    ),
    benchLine(
      { name: "channel weekly sync, worst", unit: "kB" },
      Math.max(...weeks.map(({ bytes }) => bytes)) / KB,
      packed,
      whole[0].bytes / KB,
    ),
    benchLine(
      { name: "channel weekly sync, median", unit: "requests" },
      of(({ requests }) => requests),
      "JSON Feed pages",
      feed[0].requests,
    ),
    benchLine(
      { name: "channel weekly sync, median", unit: "s" },
      median(reading),
      packed,
      whole[1],
    ),
    benchLine(
      { name: "channel sync after ten weeks", unit: "kB" },
      late.bytes / KB,
      packed,
      whole[0].bytes / KB,
    ),
    benchLine({ name: "channel sync after ten weeks", unit: "s" }, late.seconds, packed, whole[1]),
    benchLine(
      { name: "channel look for news, nothing new", unit: "bytes" },
      median(looks.map(({ bytes }) => bytes)),
      packed,
      median(looks.map(({ bytes }) => bytes)),
    ),
    benchLine(
      { name: "channel sent by its publisher a week, median", unit: "kB" },
      median(sent) / KB,
      packed,
      whole[0].bytes / KB,
    ),
    ...ofMany(400, "county of 400", told),
    ...ofMany(50_000, "province of 50,000", told),
    ...(nginx === undefined
      ? []
      : [
          benchLine(
            { name: "channel nginx with two workers, lines kept open", unit: "requests/s" },
            nginx.open,
            "province's busiest second",
            peaks(50_000).atNine,
          ),
          benchLine(
            { name: "channel nginx with two workers, a new line each", unit: "requests/s" },
            nginx.anew,
            "province's busiest second",
            peaks(50_000).atNine,
          ),
        ]),
  ];
};
