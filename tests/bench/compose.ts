/**
 * 配餐 over 5,000 items: exact to the minute and best among the exact ones, against the two simplest
 * thinkable ways: the textbook table over every item (as exact, without shelves), and taking the best
 * that still goes in (fast, but misses the minutes).
 */
import { AUDIENCES, type Category } from "@dianbo/shared/category";
import { fixedClock, minutesOfSeconds } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId } from "@dianbo/shared/identity";
import {
  type ProposalConditions,
  type ProposalFacts,
  proposeMenu,
  redrawSlot,
} from "@dianbo/shared/menu-proposal";
import { type BenchLine, benchLine, medianMillis } from "./measure.ts";

const ITEMS = 5000;
const DAY = 24 * 60 * 60 * 1000;
const now = fixedClock(Date.UTC(2026, 10, 24)).now();
const daysAgo = (days: number) => fixedClock(now - days * DAY).now();

/** Numbers that look drawn, the same in every run. */
const drawn = (index: number): number => (Math.imul(index + 1, 2654435761) >>> 8) % 1_000_003;

const TITLES = [
  "党员应知应会党章知识",
  "民法典进社区：邻里关系",
  "大棚番茄病虫害绿色防控",
  "夏季防汛避险知识",
  "合理膳食健康讲座",
  "春耕备耕农机检修",
  "智能手机使用课堂",
];

const NAMES = ["青禾村", "双桥社区", "李家湾", "东风农场", "柳林镇"];

/** Titles as they look, a quarter of them parts of series; minutes from a minute to two hours, most under forty. */
const itemAt = (index: number): Courseware => {
  const draw = drawn(index);
  const shelf: Category = ([1, 2, 3, 4, 5] as const)[index % 5] ?? 1;
  return {
    id: newRecordId(() => `item-${String(index).padStart(19, "0")}`),
    title: `${TITLES[index % TITLES.length] ?? ""}${index % 4 === 0 ? `第${index}讲` : `：${NAMES[index % NAMES.length] ?? ""}`}`,
    kind: "video",
    life: "alive",
    pending: [],
    category: shelf,
    minutes: minutesOfSeconds(60 * (draw % 10 === 0 ? 60 + (draw % 65) : 1 + (draw % 40))),
    tags: draw % 3 === 0 ? [AUDIENCES[draw % AUDIENCES.length] ?? "党员"] : [],
    clippedAt: daysAgo(draw % 400),
  };
};

const pool = Array.from({ length: ITEMS }, (_, index) => itemAt(index));
const idsWhere = (every: number, offset: number) =>
  pool.flatMap(({ id }, index) => (index % every === offset ? [id] : []));

const facts: ProposalFacts = {
  now,
  wishes: new Map(idsWhere(7, 3).map((id, index) => [id, 1 + (index % 9)])),
  lastPlayed: new Map(idsWhere(3, 1).map((id, index) => [id, daysAgo(index % 300)])),
  newSince: daysAgo(30),
};

const asked = (minutes: number): ProposalConditions => ({
  minutes,
  tolerance: 0,
  categories: [1, 2, 3, 4, 5],
  audience: "老年人",
  words: ["春耕", "防汛", "健康"],
  first: ["wished", "never-played", "new"],
  restWeeks: 4,
});

/** A 0/1 knapsack over every item, a row for each: what one writes first. */
const textbook = (room: number): number => {
  const rows: Float64Array[] = [new Float64Array(room + 1).fill(Number.NEGATIVE_INFINITY)];
  const first = rows[0];
  if (first !== undefined) first[0] = 0;
  for (const { minutes, id } of pool) {
    const before = rows.at(-1) ?? new Float64Array(room + 1);
    const row = Float64Array.from(before);
    const length = minutes ?? 0;
    const worth = length + (facts.wishes.get(id) ?? 0);
    for (let total = length; total <= room; total += 1) {
      row[total] = Math.max(row[total] ?? 0, (before[total - length] ?? 0) + worth);
    }
    rows.push(row);
  }
  return rows.at(-1)?.[room] ?? 0;
};

/** The best that still goes in, then the next. */
const greedy = (room: number): number => {
  let left = room;
  const byWish = [...pool].sort(
    (a, b) => (facts.wishes.get(b.id) ?? 0) - (facts.wishes.get(a.id) ?? 0),
  );
  for (const { minutes } of byWish) {
    if ((minutes ?? 0) <= left) left -= minutes ?? 0;
  }
  return left;
};

/** `npm run -s bench -- compose`. */
export const bench = (): readonly BenchLine[] => {
  const lines = [60, 164, 480].map((minutes) => {
    const conditions = asked(minutes);
    const made = proposeMenu(pool, conditions, facts, [], 1);
    if (made.minutes !== minutes) throw new Error(`${minutes} minutes were not hit`);
    return benchLine(
      { name: `compose-${ITEMS}-for-${minutes}-minutes`, unit: "ms", limit: 200 },
      medianMillis(() => proposeMenu(pool, conditions, facts, [], 1)),
      "textbook knapsack table",
      medianMillis(() => textbook(minutes), 5),
    );
  });
  const hour = asked(60);
  const made = proposeMenu(pool, hour, facts, [], 1);
  return [
    ...lines,
    benchLine(
      { name: `compose-${ITEMS}-redraw-one-place`, unit: "ms", limit: 200 },
      medianMillis(() => redrawSlot(pool, hour, facts, made, 0, new Set(), 1)),
      "sort and take what goes in",
      medianMillis(() => greedy(60)),
    ),
  ];
};
