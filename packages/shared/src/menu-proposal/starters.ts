import type { Audience, Category } from "../category/index.ts";

/** The ten starters, in the order of a year's work. */
const STARTER_IDS = [
  "party-day",
  "first-of-july",
  "new-members",
  "spring",
  "winter",
  "flood",
  "health",
  "phone",
  "law",
  "summer",
] as const;
/** What a starter's words are kept under. */
export type StarterId = (typeof STARTER_IDS)[number];

/** A starter (样子): a menu that sites make again and again; its words are in the catalogue. */
export interface Starter {
  readonly id: StarterId;
  /** Length of the session, in minutes. */
  readonly minutes: number;
  /** Its activity and how many minutes that takes, where it has one. */
  readonly activity?: {
    readonly name: "questions" | "talk";
    readonly minutes: number;
  };
  readonly categories: readonly Category[];
  readonly audience?: Audience;
  /** Words of the season or the topic, as they stand in titles and tags. */
  readonly words: readonly string[];
}

/** The ten starters, in the order of a year's work. */
export const STARTERS: readonly Starter[] = [
  {
    id: "party-day",
    minutes: 60,
    activity: { name: "talk", minutes: 30 },
    categories: [1],
    audience: "党员",
    words: ["主题党日", "党课"],
  },
  {
    id: "first-of-july",
    minutes: 170,
    categories: [1, 5],
    words: ["党史", "红色", "电影"],
  },
  {
    id: "new-members",
    minutes: 70,
    categories: [1],
    audience: "党员",
    words: ["党章", "党员", "入党"],
  },
  {
    id: "spring",
    minutes: 60,
    categories: [2, 3],
    audience: "农民",
    words: ["春耕", "育秧", "农药", "施肥", "农机"],
  },
  {
    id: "winter",
    minutes: 100,
    activity: { name: "talk", minutes: 20 },
    categories: [2, 3],
    audience: "农民",
    words: ["栽培", "修剪", "养殖", "土地"],
  },
  {
    id: "flood",
    minutes: 40,
    categories: [4],
    words: ["防汛", "雷电", "溺水", "台风"],
  },
  {
    id: "health",
    minutes: 60,
    categories: [5],
    audience: "老年人",
    words: ["高血压", "糖尿病", "养生", "用药", "跌倒", "健康"],
  },
  {
    id: "phone",
    minutes: 60,
    categories: [3, 4],
    audience: "老年人",
    words: ["手机", "微信", "诈骗", "骗局"],
  },
  {
    id: "law",
    minutes: 60,
    activity: { name: "questions", minutes: 15 },
    categories: [2],
    words: ["民法典", "诈骗", "医保", "维权"],
  },
  {
    id: "summer",
    minutes: 60,
    categories: [4],
    audience: "青少年",
    words: ["溺水", "暑期", "火", "北斗", "科学"],
  },
];
