import { CATEGORIES } from "@dianbo/shared/category";
import type { Courseware } from "@dianbo/shared/courseware";
import { newRecordId } from "@dianbo/shared/identity";
import { searchableOf, searchCourseware, searchTextOf, textsToSearch } from "@dianbo/shared/search";
import { type BenchLine, benchLine, medianMillis } from "./measure.ts";

const ITEMS = 100_000;
/** One frame at 60 Hz. */
const LIMIT = 16;

const TITLES = [
  "大白菜种植与田间管理技术",
  "水稻工厂化育秧技术",
  "大棚番茄病虫害绿色防控",
  "民法典进社区：继承与赡养",
  "专题片《榜样》",
  "微党课：一面党旗的故事",
  "电动自行车充电安全",
  "高血压的日常管理",
  "小麦一喷三防要点",
  "水稻病虫害防治",
];

const SYLLABLES = [
  "zhong",
  "zhi",
  "da",
  "bai",
  "cai",
  "tian",
  "jian",
  "guan",
  "li",
  "ji",
  "shu",
  "fang",
  "dang",
  "yuan",
];

/** Stands in for the pinyin library: what counts here is how many readings there are and how long. */
const readingsOf = (text: string): string[][] =>
  [...text].map((character) => [
    SYLLABLES[(character.codePointAt(0) ?? 0) % SYLLABLES.length] ?? "a",
  ]);

const library = () =>
  Array.from({ length: ITEMS }, (_, index) => {
    const title = TITLES[index % TITLES.length] ?? "";
    const item: Courseware = {
      id: newRecordId(() => `bench-item-${String(index).padStart(12, "0")}`),
      life: "alive",
      pending: [],
      title: `${title}（${index}）`,
      kind: "video",
      category: CATEGORIES[index % CATEGORIES.length],
      publisher: "共产党员网",
    };
    return searchableOf(
      item,
      textsToSearch(item).map((text) => searchTextOf(text, readingsOf)),
    );
  });

/** What one keystroke in the search box costs over a county's 100,000 items: the slowest of five queries. */
export const bench = (): BenchLine[] => {
  const all = library();
  const titles = all.map(({ item }) => item.title);
  const queries = ["z", "zhongz", "大白菜", "ddt 技术", "水稻 病虫 防治"];
  const slowest = Math.max(
    ...queries.map((query) => medianMillis(() => searchCourseware(query, all), 5)),
  );
  const plain = medianMillis(() => titles.filter((title) => title.includes("大白菜")), 5);
  return [
    benchLine(
      { name: "search-keystroke", unit: "ms", limit: LIMIT },
      slowest,
      "String.includes over the titles",
      plain,
    ),
  ];
};
