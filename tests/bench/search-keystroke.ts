/**
 * One keystroke in the search box over 100,000 items, against `String.includes` over the same titles
 * in the same run. Building the searchable texts happens once, when a row is written, so it stands
 * outside the measured part; the order of the book is laid by a first keystroke that is not counted.
 */
import { categoryFromDigit } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId } from "@dianbo/shared/identity";
import {
  type ReadingsOf,
  searchableOf,
  searchCourseware,
  searchTextOf,
} from "@dianbo/shared/search";
import { type BenchLine, benchLine, medianMillis } from "./measure.ts";

const COUNT = 100_000;

/** Words of the field with their readings, so that the bench needs no pinyin library. */
const WORDS: readonly (readonly [string, string])[] = [
  ["种植", "zhong zhi"],
  ["技术", "ji shu"],
  ["大棚", "da peng"],
  ["番茄", "fan qie"],
  ["水稻", "shui dao"],
  ["病虫害", "bing chong hai"],
  ["防治", "fang zhi"],
  ["玉米", "yu mi"],
  ["党课", "dang ke"],
  ["党员", "dang yuan"],
  ["支部", "zhi bu"],
  ["学习", "xue xi"],
  ["政策", "zheng ce"],
  ["解读", "jie du"],
  ["养老", "yang lao"],
  ["保险", "bao xian"],
  ["健康", "jian kang"],
  ["讲座", "jiang zuo"],
  ["血压", "xue ya"],
  ["管理", "guan li"],
  ["防火", "fang huo"],
  ["安全", "an quan"],
  ["教育", "jiao yu"],
  ["逃生", "tao sheng"],
  ["音乐", "yin yue/le"],
  ["戏曲", "xi qu"],
  ["欣赏", "xin shang"],
  ["重阳", "chong/zhong yang"],
  ["春耕", "chun geng"],
  ["备耕", "bei geng"],
  ["故事", "gu shi"],
  ["一面", "yi mian"],
];

const readings = new Map(
  WORDS.flatMap(([word, pinyin]) => {
    const syllables = pinyin.split(" ");
    return [...word].map((character, at) => [character, syllables[at]?.split("/") ?? []] as const);
  }),
);
const readingsOf: ReadingsOf = (text) =>
  [...text].map((character) => readings.get(character) ?? []);

/** A small generator with a seed, so that every run searches the same library. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const library = () => {
  const random = seeded(20261124);
  const pick = () => WORDS[Math.floor(random() * WORDS.length)]?.[0] ?? "";
  return Array.from({ length: COUNT }, (_, index) => {
    const title = Array.from({ length: 3 + Math.floor(random() * 4) }, pick).join("");
    const shelf = (index % 5) + 1;
    const item: Courseware = {
      id: newRecordId(() => `bench${String(index).padStart(19, "0")}`),
      title: `${title}（${index % 12}）`,
      kind: "video",
      category: categoryFromDigit(String(shelf)),
      publisher: "示例",
      number: index < 40_000 ? shelf * 10_000 + 1000 + Math.floor(index / 5) : undefined,
      life: "alive",
      pending: [],
    };
    return { item, title, searchable: searchableOf(item, [searchTextOf(item.title, readingsOf)]) };
  });
};

const QUERIES = [
  "种植",
  "zhongzhi",
  "zz",
  "z",
  "dapeng fq",
  "种zhi jishu",
  "没有这个",
  "xyz",
] as const;

/** `npm run -s bench -- search-keystroke`: one line per query. */
export const bench = (): readonly BenchLine[] => {
  const rows = library();
  const searchables = rows.map(({ searchable }) => searchable);
  const titles = rows.map(({ title }) => title);
  if (searchCourseware("种植", searchables).length === 0)
    throw new Error("nothing found, nothing measured");
  const baseline = medianMillis(() => titles.filter((title) => title.includes("种植")));
  return QUERIES.map((query) =>
    benchLine(
      { name: `search-keystroke ${query}`, unit: "ms", limit: 16 },
      medianMillis(() => searchCourseware(query, searchables)),
      "String.includes",
      baseline,
    ),
  );
};
