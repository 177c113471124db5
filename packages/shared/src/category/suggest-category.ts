import { CATEGORIES, type Category } from "./categories.ts";

/** What this administrator did before with a column of a portal: how many went to which category. */
export interface CategoryHabit {
  readonly host: string;
  readonly column: string;
  readonly category: Category;
  readonly count: number;
}

/** Why a category is suggested; the screen says it in words. */
export type CategoryReason =
  | { readonly type: "habit"; readonly column: string; readonly count: number }
  | { readonly type: "column"; readonly column: string; readonly word: string }
  | { readonly type: "words"; readonly words: readonly string[] };

/** A category with its reason; the person still decides with one key. */
export interface CategorySuggestion {
  readonly category: Category;
  readonly reason: CategoryReason;
}

/** Words that speak for a category; composed from the vocabulary of the field, not from any portal's data. */
const WORDS: Readonly<Record<Category, readonly string[]>> = {
  1: [
    "党课",
    "党建",
    "党员",
    "党史",
    "党章",
    "党支部",
    "支部",
    "主题党日",
    "三会一课",
    "组织生活",
    "先锋",
    "初心",
    "纪律",
    "党旗",
    "榜样",
    "红色",
    "七一",
  ],
  2: [
    "政策",
    "法规",
    "条例",
    "法律",
    "民法典",
    "普法",
    "维权",
    "补贴",
    "医保",
    "社保",
    "养老保险",
    "参保",
    "解读",
    "通知",
    "意见",
    "办法",
    "权益",
    "反诈",
    "法治",
    "一号文件",
    "问答",
  ],
  3: [
    "种植",
    "养殖",
    "栽培",
    "技术",
    "田间",
    "农技",
    "病虫害",
    "防治",
    "施肥",
    "育苗",
    "果树",
    "大棚",
    "农机",
    "电商",
    "手机",
    "微信",
    "技能",
    "电工",
    "家政",
    "春耕",
  ],
  4: [
    "科普",
    "防火",
    "防汛",
    "防溺水",
    "地震",
    "燃气",
    "充电安全",
    "垃圾分类",
    "谣言",
    "节气",
    "气象",
    "北斗",
    "台风",
    "雷电",
    "避险",
    "逃生",
    "食品标签",
    "安全",
  ],
  5: [
    "健康",
    "养生",
    "血压",
    "糖尿病",
    "膳食",
    "中医",
    "八段锦",
    "广场舞",
    "戏曲",
    "电影",
    "书法",
    "合唱",
    "文艺",
    "体育",
    "卫生",
    "传染病",
    "急救",
    "用药",
    "文化",
  ],
};

const habitFor = (
  page: { readonly host: string; readonly column?: string | undefined },
  habits: readonly CategoryHabit[],
): CategoryHabit | undefined =>
  habits
    .filter((habit) => habit.host === page.host && habit.column === page.column)
    .sort((a, b) => b.count - a.count || a.category - b.category)[0];

/**
 * Guesses a category offline: what this administrator did with the same column, then the column's
 * name, then words of the title and keywords. No guess is made when nothing speaks for one.
 */
export const suggestCategory = (
  page: {
    readonly host: string;
    readonly column?: string | undefined;
    readonly title: string;
    readonly keywords?: readonly string[] | undefined;
  },
  habits: readonly CategoryHabit[] = [],
): CategorySuggestion | undefined => {
  const habit = habitFor(page, habits);
  if (habit !== undefined && page.column !== undefined) {
    return {
      category: habit.category,
      reason: { type: "habit", column: page.column, count: habit.count },
    };
  }
  const column = page.column ?? "";
  for (const category of CATEGORIES) {
    const word = WORDS[category].find((candidate) => column.includes(candidate));
    if (word !== undefined) return { category, reason: { type: "column", column, word } };
  }
  const text = [page.title, ...(page.keywords ?? [])].join(" ");
  const scored = CATEGORIES.map((category) => {
    const words = WORDS[category].filter((word) => text.includes(word));
    return { category, words, score: words.reduce((sum, word) => sum + word.length, 0) };
  }).sort((a, b) => b.score - a.score || a.category - b.category);
  const best = scored[0];
  if (best === undefined || best.score === 0) return undefined;
  return { category: best.category, reason: { type: "words", words: best.words } };
};
