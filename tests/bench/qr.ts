/**
 * A list through a moving QR code at five pictures a second: how long a taker looks who begins anywhere
 * and misses some, against the simplest thinkable film, which shows the list's pieces in turn. The middle
 * of many tries.
 */
import { commitChanges, create, type Pen, type RecordState } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import { type Courseware, readCourseware } from "@dianbo/shared/courseware";
import {
  newDeviceId,
  newRecordId,
  newSiteId,
  newWriterId,
  type RecordId,
} from "@dianbo/shared/identity";
import { listAsCode, openCodeReader } from "@dianbo/shared/sharing";
import { type BenchLine, benchLine } from "./measure.ts";

const PICTURES_A_SECOND = 5;
const TRIES = 21;

const SUBJECTS = ["水稻病虫害", "油茶低产林", "草莓设施栽培", "老年人防诈骗", "八段锦"];

/** Numbers from 0 to 1 that look drawn, the same in every run. */
const drawnFrom = (seed: number): (() => number) => {
  let at = seed;
  return () => {
    at = (at + 0x9e3779b9) | 0;
    let mixed = Math.imul(at ^ (at >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
};

const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const now = fixedClock(Date.UTC(2026, 10, 24)).now();

/** The film of a list as a county recommends one: drawn ids, titles and addresses, nothing in a row. */
const filmOf = async (count: number) => {
  const draw = drawnFrom(count);
  const newId = (): string =>
    Array.from({ length: 22 }, () => SIGNS.charAt(Math.floor(draw() * 64))).join("");
  const site = newSiteId(newId);
  const writer = newWriterId(newDeviceId(newId), newId);
  let pen: Pen = { site, writer, post: "A", counter: 1, stamp: { millis: now, tick: 0 } };
  const records = new Map<RecordId, RecordState>();
  const items = new Map<RecordId, Courseware>();
  for (let place = 0; place < count; place += 1) {
    const id = newRecordId(newId);
    const address = `www.12371.cn/2026/06/01/VIDE${Math.floor(draw() * 1e16)}.shtml`;
    const puts = create(
      { id, kind: "courseware" },
      {
        title: `${SUBJECTS[place % SUBJECTS.length] ?? ""}第 ${place + 1} 讲：${Math.floor(draw() * 1e6)}`,
        kind: "video",
        category: 1 + (place % 5),
        number: 3001 + place,
        minutes: 5 + Math.floor(draw() * 40),
        source: { url: `https://${address}`, canonical: address.slice(4), portal: "www.12371.cn" },
      },
    );
    const label = { type: "bench" };
    const done = commitChanges((wanted) => records.get(wanted), { label, puts: [...puts] }, pen);
    for (const state of done.states) {
      records.set(state.id, state);
      const item = readCourseware(state, site);
      if (item.ok) items.set(state.id, item.value);
    }
    pen = { ...pen, counter: done.nextCounter };
  }
  const made = { site, siteName: "县电教中心", name: "春训推荐清单", at: now };
  const selection = { items: [...items.keys()], menus: [] };
  const code = await listAsCode({ records, items, entries: new Map() }, selection, made);
  if (!code.ok || code.value.type === "still") throw new Error(`${count} items do not move`);
  return code.value;
};

const middleOf = (tries: (seed: number) => number): number => {
  const all = Array.from({ length: TRIES }, (_, seed) => tries(seed * 7919 + 1));
  return all.sort((a, b) => a - b)[Math.floor(TRIES / 2)] ?? Number.NaN;
};

/** Pictures shown until the reader has the list. */
const picturesOf = (
  film: Awaited<ReturnType<typeof filmOf>>,
  loss: number,
  seed: number,
): number => {
  const draw = drawnFrom(seed);
  const first = Math.floor(draw() * 100_000);
  const reader = openCodeReader();
  for (let shown = 0; ; shown += 1) {
    if (draw() < loss) continue;
    if (reader.see(film.frame(first + shown)).type === "list") return shown + 1;
  }
};

/** The same, where the pieces are shown in turn, over and over. */
const inTurn = (blocks: number, loss: number, seed: number): number => {
  const draw = drawnFrom(seed);
  const first = Math.floor(draw() * blocks);
  const held = new Set<number>();
  for (let shown = 0; ; shown += 1) {
    if (draw() >= loss) held.add((first + shown) % blocks);
    if (held.size === blocks) return shown + 1;
  }
};

/** Seconds for 20, 60 and 200 items, none, a fifth and two fifths of the pictures missed. */
export const bench = async (): Promise<BenchLine[]> => {
  const lines: BenchLine[] = [];
  for (const items of [20, 60, 200]) {
    const film = await filmOf(items);
    for (const loss of [0, 20, 40]) {
      lines.push(
        benchLine(
          { name: `qr-${items}-items-${loss}-percent-lost`, unit: "s" },
          middleOf((seed) => picturesOf(film, loss / 100, seed)) / PICTURES_A_SECOND,
          "pieces-in-turn",
          middleOf((seed) => inTurn(film.blocks, loss / 100, seed)) / PICTURES_A_SECOND,
        ),
      );
    }
  }
  return lines;
};
