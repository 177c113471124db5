/**
 * One keystroke in the search box over 1,000, 20,000 and 100,000 items: twenty queries, typed letter by
 * letter. Beside it, over the same items in the same run: plain `String.includes` over the joined texts,
 * and MiniSearch, uFuzzy and Fuse.js as they come, with pinyin and initials among their fields. Also what
 * the layout weighs and how long it takes. Every query's finds are held against the simplest search.
 */
import type { Courseware } from "@dianbo/shared/courseware";
import {
  foldText,
  indexToSearch,
  type Searchable,
  type SearchIndex,
  searchCourseware,
} from "@dianbo/shared/search";
import UFuzzy from "@leeoniya/ufuzzy";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { type BenchLine, benchLine } from "./measure.ts";
import { sameAsSimplest, textOf } from "./search-exact.ts";
import { itemsToSearch, QUERIES, rowsToSearch } from "./search-library.ts";

/** Milliseconds, one frame; set by issue 7, as are the two below. */
const LIMIT_MS = 16;
const LIMIT_BUILD_MS = 1000;
const LIMIT_MB = 60;

/** Every state of the box on the way to each query. */
const KEYSTROKES = QUERIES.flatMap((query) =>
  [...query].map((_, at) => [...query].slice(0, at + 1).join("")),
);

/** The quantile of sorted times. */
const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

interface Times {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

/** Each keystroke's median of some runs, then over all keystrokes; slow rivals type fewer. */
const typing = (search: (query: string) => unknown, keys = KEYSTROKES, runs = 5): Times => {
  for (const key of keys.slice(0, runs * 5)) search(key);
  const times = keys
    .map((key) => {
      const own = Array.from({ length: runs }, () => {
        const start = performance.now();
        search(key);
        return performance.now() - start;
      }).sort((a, b) => a - b);
      return quantile(own, 0.5);
    })
    .sort((a, b) => a - b);
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95), worst: quantile(times, 1) };
};

/** What a rival is given: the texts as they are, all pinyin in one, and the initials. */
interface Document {
  readonly id: number;
  readonly text: string;
  readonly full: string;
  readonly initials: string;
}

const documentOf = ({ texts }: Searchable, id: number): Document => {
  const firsts = texts.flatMap(({ readings }) =>
    readings.split("|").map((one) => one.split("/")[0] ?? ""),
  );
  return {
    id,
    text: texts.map(({ characters }) => characters).join(" "),
    full: firsts.join(""),
    initials: firsts.map((one) => one.charAt(0)).join(""),
  };
};

const rivalsOf = (documents: readonly Document[]): Readonly<Record<string, Times>> => {
  const joined = documents.map(({ text, full, initials }) => `${text} ${full} ${initials}`);
  // A rival that takes half a second a key shows what it is in twenty keys as well.
  const whole = documents.length > 20_000 ? [...QUERIES] : KEYSTROKES;
  const runs = documents.length > 20_000 ? 1 : 3;
  const includes = typing((query) => {
    const words = foldText(query).split(" ");
    return joined.filter((text) => words.every((word) => text.includes(word)));
  });
  const mini = new MiniSearch({
    fields: ["text", "full", "initials"],
    tokenize: (text) =>
      [...text.matchAll(/[\p{L}\p{N}](?=([\p{L}\p{N}]?))/gu)].map(([a, b]) => `${a}${b ?? ""}`),
  });
  mini.addAll([...documents]);
  const miniTimes = typing((query) => mini.search(query, { combineWith: "AND" }), whole, runs);
  const fuzzy = new UFuzzy({
    unicode: true,
    interSplit: "[^\\p{L}\\d]+",
    intraSplit: "\\p{Ll}\\p{Lu}",
  });
  const fuzzyTimes = typing((query) => fuzzy.filter(joined, query), whole, runs);
  const fuse = new Fuse([...documents], { keys: ["text", "full", "initials"] });
  // A second or two a key at 100,000: every fourth query tells as much.
  const few = QUERIES.filter((_, at) => at % 4 === 0);
  const fuseTimes = typing((query) => fuse.search(query), few, 1);
  return {
    "String.includes": includes,
    MiniSearch: miniTimes,
    uFuzzy: fuzzyTimes,
    "Fuse.js": fuseTimes,
  };
};

const collect = (): void => {
  if (globalThis.gc === undefined) return;
  for (let round = 0; round < 3; round += 1) globalThis.gc();
};

const bytesNow = (): number => {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

const rounded = (value: number): number => Number(value.toPrecision(4));

/** A line whose baselines are several. */
const beside = (
  name: string,
  value: number,
  rivals: Readonly<Record<string, Times>>,
  of: keyof Times,
): BenchLine => ({
  ...benchLine(
    { name, unit: "ms", limit: LIMIT_MS },
    value,
    "String.includes",
    rivals["String.includes"]?.[of] ?? Number.NaN,
  ),
  baseline: Object.fromEntries(
    Object.entries(rivals).map(([rival, times]) => [rival, rounded(times[of])]),
  ),
});

const atSize = (count: number): readonly BenchLine[] => {
  const items: readonly Courseware[] = itemsToSearch(count);
  const rows = rowsToSearch(items);
  const before = bytesNow();
  const start = performance.now();
  const index: SearchIndex = indexToSearch(rows);
  const build = performance.now() - start;
  for (const key of KEYSTROKES) searchCourseware(key, index);
  const weight = (bytesNow() - before) / 2 ** 20;
  const read = rows.map((row) => ({ ...row, read: row.texts.map(textOf) }));
  const wrong = QUERIES.filter((query) => !sameAsSimplest(query, read, index)).length;
  const times = typing((query) => searchCourseware(query, index));
  const documents = rows.map(documentOf);
  const plainBuild = performance.now();
  const joined = documents.map(({ text, full, initials }) => `${text} ${full} ${initials}`);
  const joinTime = performance.now() - plainBuild;
  const joinedMegabytes = joined.reduce((sum, text) => sum + text.length * 2, 0) / 2 ** 20;
  const rivals = rivalsOf(documents);
  const named = (what: string): string => `search ${count} ${what}`;
  return [
    beside(named("keystroke median"), times.median, rivals, "median"),
    beside(named("keystroke p95"), times.p95, rivals, "p95"),
    beside(named("keystroke worst"), times.worst, rivals, "worst"),
    benchLine(
      {
        name: named("index build"),
        unit: "ms",
        ...(count <= 20_000 ? { limit: LIMIT_BUILD_MS } : {}),
      },
      build,
      "joining the texts",
      joinTime,
    ),
    benchLine(
      { name: named("index memory"), unit: "MB", limit: LIMIT_MB },
      weight,
      "joined texts",
      joinedMegabytes,
    ),
    benchLine(
      { name: named("queries found otherwise than exactly"), unit: "queries", limit: 0 },
      wrong,
      "queries",
      QUERIES.length,
    ),
  ];
};

/** `npm run -s bench -- search`. */
export const bench = (): readonly BenchLine[] => {
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  const { runInNewContext } = process.getBuiltinModule("node:vm");
  setFlagsFromString("--expose-gc");
  globalThis.gc ??= runInNewContext("gc");
  return [1000, 20_000, 100_000].flatMap(atSize);
};
