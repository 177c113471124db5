import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { countingIds, siteNamed } from "../../testing/pc.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId } from "../identity/index.ts";
import { SAMPLE_COURSEWARE } from "../sample/sample-courseware.ts";
import { foldText, type ReadingsOf, type SearchText, searchTextOf } from "./readings.ts";
import { searchCourseware } from "./search-courseware.ts";
import { indexToSearch, type Searchable, textsToSearch } from "./search-index.ts";
import { type Span, wordsOf } from "./word.ts";

const newId = countingIds("id");

const readingsOf: ReadingsOf = (text) =>
  [...text].map((character) =>
    /\p{Script=Han}/u.test(character)
      ? pinyin(character, { toneType: "none", multiple: true, type: "array", v: true })
      : [],
  );

const item = (fields: Partial<Courseware>): Courseware => ({
  id: newRecordId(newId),
  title: "t",
  kind: "video",
  life: "alive",
  pending: [],
  ...fields,
});

const searchable = (one: Courseware): Searchable => ({
  item: one,
  texts: textsToSearch(one).map((text) => searchTextOf(text, readingsOf)),
});

const library = [
  ...SAMPLE_COURSEWARE.map(([number, title, , kind]) => item({ number, title, kind })),
  item({ title: "重庆火锅音乐会", number: 5017, publisher: "文化馆", tags: ["川味"] }),
  item({ title: "ＷＰＳ表格 2019 入门", number: 3021 }),
  item({ title: "绿色种植", number: 31000 }),
  item({ title: "基层党建引领乡村振兴", number: 1099 }),
  item({ title: "党员种植示范户", number: 11000 }),
  item({ title: "已删的种植课", number: 3030, life: "deleted" }),
  item({ title: "没有号码的种植课" }),
].map(searchable);

const index = indexToSearch(library);
const find = (query: string): readonly Courseware[] => searchCourseware(query, index).items;
const numbers = (query: string): readonly (number | null | undefined)[] =>
  find(query).map(({ number }) => number);
const marked = (query: string, within = index): readonly string[] => {
  const { items, spansOf } = searchCourseware(query, within);
  return items.flatMap((one) =>
    spansOf(one).map(({ from, to }) => [...one.title].slice(from, to).join("")),
  );
};

describe("number first", () => {
  test("four digits are exactly that number, one digit is a shelf", () => {
    expect(numbers("1014")).toEqual([1014]);
    expect(numbers("１０１４")).toEqual([1014]);
    expect(numbers("4")).toHaveLength(16);
    expect(numbers("301")).toEqual([3010, 3011, 3012, 3013, 3014, 3015, 3016, 3017, 3018, 3019]);
  });

  test("digits that are no number are words", () => {
    expect(numbers("2019")).toEqual([3021]);
  });

  test.each(["1014", "1.014", "1·014", "１．０１４", " 1014 "])("%s calls 1014", (typed) => {
    expect(numbers(typed)).toEqual([1014]);
  });

  test("a whole number comes first, then longer ones, then who had it once or elsewhere, then titles", () => {
    const site = siteNamed("elsewhere");
    const held = indexToSearch(
      [
        item({ title: "党史 3010", number: 1001 }),
        item({ title: "换过号", number: 4001, formerNumbers: [3010] }),
        item({ title: "邻村的", number: 2001, originalNumber: { site, number: 3010 } }),
        item({ title: "长号", number: 30101 }),
        item({ title: "就是它", number: 3010 }),
      ].map(searchable),
    );
    const found = (query: string) =>
      searchCourseware(query, held).items.map(({ number }) => number);
    expect(found("3010")).toEqual([3010, 30101, 2001, 4001, 1001]);
    expect(found("301")).toEqual([3010, 30101]);
  });
});

describe("words", () => {
  test.each([
    ["汉字", "上甘岭", [5011]],
    ["full pinyin", "shangganling", [5011]],
    ["initials", "sgl", [1016, 5011]],
    ["initials and pinyin mixed", "sganl", [5011]],
    ["汉字 and pinyin mixed", "上gling", [5011]],
    ["a reading half typed", "shangga", [5011]],
    ["capitals and full width", "ＳｈａｎｇＧＡＮ", [5011]],
    ["several readings: chong", "chongqing", [5017]],
    ["several readings: zhong", "zhongqing", [5017]],
    ["several readings: yue and le", "yinyue", [5017]],
    ["order of words is free", "防控 dapeng", [3006]],
    ["order of words is free", "dapeng 防控", [3006]],
    ["jc and 汉字", "jc党建", [1099]],
    ["comma and 顿号 part words", "防控，番茄、dp", [3006]],
    ["latin in a title", "wps", [3021]],
    ["publisher and tags are searched too", "文化馆 川味", [5017]],
    ["ü is typed as v", "lvse", [3006, 31000]],
    ["nothing", "没有这样的课", []],
  ] as const)("%s: %s", (_, query, expected) => {
    expect(numbers(query)).toEqual(expected);
  });

  test("all words must be found, not any", () => {
    expect(numbers("上甘岭 地道战")).toEqual([]);
  });

  test("finds stand in the order of the book: 11000 before 3001, unnumbered last, deleted not at all", () => {
    expect(numbers("种植")).toEqual([11000, 3001, 3020, 31000, undefined]);
    expect(find("")).toHaveLength(library.length - 1);
  });

  test("the places in the title are told, so that they can be marked", () => {
    expect(marked("sgl")).toEqual(["所管理", "上甘岭"]);
    expect(marked("dapeng 防控")).toEqual(["大棚", "防控"]);
    expect(marked("wenhuaguan")).toEqual([]);
  });

  test("the mark stands right where folding joins, splits or drops characters", () => {
    const odd = (title: string) => indexToSearch([searchable(item({ title }))]);
    expect(marked("种植", odd("  ㎡  ㎡大棚种植 ﬁ"))).toEqual(["种植"]);
    expect(marked("m2dp", odd("a  ㎡大棚种植"))).toEqual(["㎡大棚"]);
    expect(marked("种植", odd("𠮷㐂种植"))).toEqual(["种植"]);
    expect(marked("𠮷㐂", odd("A𠮷㐂种植"))).toEqual(["𠮷㐂"]);
  });

  test("words may stand in title, publisher and tags, each in another", () => {
    expect(numbers("whg yinyue 川")).toEqual([5017]);
    expect(numbers("馆川")).toEqual([]);
  });

  test("a hostile title does not stop the keystroke", () => {
    const hostile = indexToSearch([searchable(item({ title: "行啊呃".repeat(100) }))]);
    const start = performance.now();
    expect(searchCourseware(`${"ha".repeat(100)}x`, hostile).items).toEqual([]);
    expect(searchCourseware("啊".repeat(5000), hostile).items).toEqual([]);
    expect(searchCourseware("行啊呃".repeat(80), hostile).items).toHaveLength(1);
    // No measure of the work: a search that runs wild takes years, a busy machine seconds.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test("a layout made from the one before equals one made anew", () => {
    const first = indexToSearch(library.slice(0, 60));
    const changed = library.map((row, at) =>
      at % 7 === 0 ? searchable({ ...row.item, title: `新${row.item.title}`, note: "改过" }) : row,
    );
    const grown = indexToSearch(changed, first);
    const anew = indexToSearch(changed);
    for (const query of ["种植", "zz", "xin", "gaiguo", "新 改过", "党", "yy", ""]) {
      expect(searchCourseware(query, grown).items).toEqual(searchCourseware(query, anew).items);
    }
  });
});

describe("properties", () => {
  const titles = SAMPLE_COURSEWARE.map(([, title]) => title);
  const piece = fc.constantFrom(...titles).chain((title) => {
    const characters = [...foldText(title)].filter((one) => !/[\s,，、;；]/u.test(one));
    return fc
      .tuple(fc.nat(characters.length - 1), fc.integer({ min: 1, max: 8 }))
      .map(([from, length]) => ({
        title,
        characters: characters.slice(from, from + length),
        from,
      }));
  });

  test("any stretch of a title finds it, however each character is typed", () => {
    fc.assert(
      fc.property(piece, fc.infiniteStream(fc.nat(5)), ({ title, characters }, how) => {
        if (!foldText(title).includes(characters.join(""))) return;
        const typed = characters.map((character) => {
          const readings = readingsOf(character)[0] ?? [];
          const kind = Number(how.next().value);
          const reading = readings[kind % Math.max(1, readings.length)];
          if (reading === undefined || kind < 2) return character;
          return kind < 4 ? reading : reading.charAt(0);
        });
        if (/^\d{1,5}$/u.test(typed.join(""))) return;
        const found = find(typed.join("")).map((one) => one.title);
        expect(found).toContain(title);
      }),
    );
  });

  /** The same law said as simply as can be: every way to type the text from here on, letter by letter. */
  const fits = (word: string, text: SearchText, at: number): number | undefined => {
    if (word === "") return at;
    const character = [...text.characters][at];
    if (character === undefined) return undefined;
    const own = text.readings.split("|")[at] ?? "";
    const readings = own === "" ? [] : own.split("/");
    if (readings.some((reading) => reading.startsWith(word))) return at + 1;
    const ends = [character, ...readings, ...readings.map((reading) => reading.charAt(0))]
      .filter((typed) => word.startsWith(typed))
      .flatMap((typed) => fits(word.slice(typed.length), text, at + 1) ?? []);
    return ends.length === 0 ? undefined : Math.min(...ends);
  };
  const placeOfWord = (word: string, text: SearchText): Span | undefined => {
    for (let from = 0; from < [...text.characters].length; from += 1) {
      const to = fits(word, text, from);
      if (to !== undefined) return { from, to };
    }
    return undefined;
  };

  const letters = fc.constantFrom(..."重庆音乐种植行了长绿女大a b1党、,𠮷㐂中");
  const anyTitle = fc
    .string({ unit: letters, minLength: 1, maxLength: 12 })
    .map((text) => `党${text}`);
  const anyQuery = fc.oneof(
    fc.string({
      unit: fc.constantFrom(..."zhongqiyuelvnxa 种重党𠮷㐂乐1"),
      minLength: 1,
      maxLength: 7,
    }),
    fc
      .tuple(fc.constantFrom("zh", "chongq", "yinyue", "yl", "种", "lv", "dang"), anyTitle)
      .map(([typed, title]) => `${typed}${title.slice(1, 3)}`),
  );

  test("finds and marks are those of the simplest search there is", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: anyTitle, publisher: anyTitle }), {
          minLength: 1,
          maxLength: 8,
        }),
        anyQuery,
        (fields, query) => {
          const words = wordsOf(query);
          fc.pre(words.length > 0 && !/^\s*\d/u.test(query));
          const rows = fields.map((one, at) => searchable(item({ ...one, number: 1001 + at })));
          const { items, spansOf } = searchCourseware(query, indexToSearch(rows));
          const expected = rows.filter(({ texts }) =>
            words.every((word) => texts.some((text) => placeOfWord(word, text) !== undefined)),
          );
          expect(items).toEqual(expected.map((row) => row.item));
          for (const { item: one, texts } of expected) {
            const [title] = texts;
            const spans = words
              .flatMap((word) => (title === undefined ? [] : (placeOfWord(word, title) ?? [])))
              .sort((a, b) => a.from - b.from);
            if (foldText(one.title).length === one.title.length)
              expect(spansOf(one)).toEqual(spans);
          }
        },
      ),
    );
  });
});
