import fc from "fast-check";
import { pinyin } from "pinyin-pro";
import { describe, expect, test } from "vitest";
import { countingIds } from "../../testing/pc.ts";
import type { Courseware } from "../courseware/index.ts";
import { newRecordId } from "../identity/index.ts";
import { SAMPLE_COURSEWARE } from "../sample/sample-courseware.ts";
import { findWord, prepareText } from "./match.ts";
import { foldText, type ReadingsOf, searchTextOf } from "./readings.ts";
import { type Found, searchableOf, searchCourseware, textsToSearch } from "./search-courseware.ts";

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

const searchable = (one: Courseware) =>
  searchableOf(
    one,
    textsToSearch(one).map((text) => searchTextOf(text, readingsOf)),
  );

const library = [
  ...SAMPLE_COURSEWARE.map(([number, title, , kind]) => item({ number, title, kind })),
  item({ title: "重庆火锅音乐会", number: 5017, publisher: "文化馆", tags: ["川味"] }),
  item({ title: "ＷＰＳ表格 2019 入门", number: 3021 }),
  item({ title: "绿色种植", number: 31000 }),
  item({ title: "党员种植示范户", number: 11000 }),
  item({ title: "已删的种植课", number: 3030, life: "deleted" }),
  item({ title: "没有号码的种植课" }),
].map(searchable);

const find = (query: string): readonly Found[] => searchCourseware(query, library);
const numbers = (query: string): readonly (number | null | undefined)[] =>
  find(query).map(({ item: one }) => one.number);
const marked = (query: string): readonly string[] =>
  find(query).flatMap(({ item: one, spans }) =>
    spans.map(({ from, to }) => [...foldText(one.title)].slice(from, to).join("")),
  );

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

  test("a hostile title does not stop the keystroke", () => {
    const hostile = searchable(item({ title: "行啊呃".repeat(100) }));
    const start = performance.now();
    expect(searchCourseware(`${"ha".repeat(100)}x`, [hostile])).toEqual([]);
    expect(searchCourseware("啊".repeat(5000), [hostile])).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
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
        const found = find(typed.join("")).map(({ item: one }) => one.title);
        expect(found).toContain(title);
      }),
    );
  });

  test("a find of 汉字 is exactly a substring", () => {
    fc.assert(
      fc.property(fc.constantFrom(...titles), fc.constantFrom(...titles), (title, other) => {
        const word = foldText(other).slice(0, 2);
        if (/[\s,，、;；a-z]/u.test(word)) return;
        const text = prepareText(searchTextOf(title, readingsOf));
        expect(findWord(word, text) !== undefined).toBe(foldText(title).includes(word));
      }),
    );
  });
});
