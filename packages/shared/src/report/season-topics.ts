import type { Category } from "../category/index.ts";

/** What a month is for at most sites (`domain.md` 3): sowing, floods, holidays, winter. */
export interface SeasonTopic {
  /** 1 to 12. */
  readonly month: number;
  readonly topic: { readonly "zh-CN": string; readonly en: string };
  readonly audience: { readonly "zh-CN": string; readonly en: string };
  readonly category: Category;
}

const topic = (
  month: number,
  category: Category,
  [zh, en]: readonly [string, string],
  [who, whom]: readonly [string, string],
): SeasonTopic => ({
  month,
  category,
  topic: { "zh-CN": zh, en },
  audience: { "zh-CN": who, en: whom },
});

/** One topic for each month, in order. */
export const SEASON_TOPICS: readonly SeasonTopic[] = [
  topic(
    1,
    2,
    ["返乡人员政策问答", "Policies for those who come home"],
    ["返乡党员和群众", "those home for the holiday"],
  ),
  topic(2, 5, ["春节文体和用药安全", "Holiday films and safe medicines"], ["居民", "residents"]),
  topic(3, 3, ["春耕备耕", "Getting ready to sow"], ["农民", "growers"]),
  topic(4, 3, ["田间管理", "Work in the fields"], ["农民", "growers"]),
  topic(5, 4, ["防汛避险", "Floods and shelter"], ["居民", "residents"]),
  topic(6, 4, ["消防和用电安全", "Fire and electricity"], ["居民", "residents"]),
  topic(7, 1, ["七一主题党日", "The first of July"], ["党员", "members"]),
  topic(8, 4, ["暑期防溺水", "Safe summer for children"], ["少年和家长", "children and parents"]),
  topic(9, 3, ["秋管秋收", "Autumn work and harvest"], ["农民", "growers"]),
  topic(
    10,
    1,
    ["国庆红色影片", "Films for the national holiday"],
    ["党员和群众", "members and residents"],
  ),
  topic(11, 4, ["科普之冬", "Winter of science"], ["居民", "residents"]),
  topic(12, 3, ["冬训农闲", "Winter training"], ["农民", "growers"]),
];
