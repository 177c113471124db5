import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layoutOf, matchFiles, readOldList } from "./index.ts";
import {
  readAudienceCell,
  readCategoryCell,
  readDateCell,
  readMinutesCell,
  readNumberCell,
  readPlaceCell,
} from "./read-cell.ts";

const read = (table: readonly (readonly string[])[]) => readOldList(table, layoutOf(table));

describe("cells as offices write them", () => {
  it.each([
    ["22", 22],
    ["22分", 22],
    ["２２分钟", 22],
    ["约40分钟", 40],
    ["1小时5分", 65],
    ["1小时", 60],
    ["0:22:30", 23],
    ["22:30", 23],
    ["22′30″", 23],
    ["22'30''", 23],
    ["12.6", 13],
    ["90秒", 2],
    ["", null],
    ["-", null],
    ["见光盘", undefined],
    ["3000", undefined],
  ])("minutes %j are %j", (cell, minutes) => {
    expect(readMinutesCell(cell)).toBe(minutes);
  });

  it.each([
    ["1014", 1014],
    ["1-014", 1014],
    ["１０１４", 1014],
    ["1014号", 1014],
    ["1014.0", 1014],
    ["14", undefined],
    ["6014", undefined],
    ["A-12", undefined],
  ])("number %j is %j", (cell, number) => {
    expect(readNumberCell(cell)).toBe(number);
  });

  it.each([
    ["基层党建", 1],
    ["党建", 1],
    ["一、基层党建", 1],
    ["党课", 1],
    ["政策法规类", 2],
    ["普法", 2],
    ["农业技术", 3],
    ["3", 3],
    ["科普", 4],
    ["健康卫生", 5],
    ["影视", 5],
    ["其他", undefined],
    ["基层党建工作要点和先进经验材料汇编", undefined],
  ])("category %j is %j", (cell, category) => {
    expect(readCategoryCell(cell)).toBe(category);
  });

  it.each([
    ["2026-3-5", "2026-03-05"],
    ["2026年3月5日", "2026-03-05"],
    ["2026/3/5 08:30", "2026-03-05"],
    ["20260305", "2026-03-05"],
    ["2026-13-01", undefined],
    ["1014", undefined],
  ])("day %j is %j", (cell, day) => {
    expect(readDateCell(cell)).toBe(day);
  });

  it("places and audiences by their words", () => {
    expect(readPlaceCell("光盘3号")).toEqual({ type: "disc", name: "3号" });
    expect(readPlaceCell("二楼电脑")).toEqual({ type: "other-pc", name: "二楼电脑" });
    expect(readPlaceCell("第2格")).toEqual({ type: "shelf", name: "第2格" });
    expect(readPlaceCell(" ")).toBeUndefined();
    expect(readAudienceCell("党员、村民")).toEqual(["党员", "农民"]);
    expect(readAudienceCell("全体")).toEqual([]);
  });
});

describe("a table", () => {
  it("with title, head, headings between the rows and a sum below", () => {
    const list = read([
      ["红旗村远程教育课件一览表", "", "", "", ""],
      ["", "", "", "填表日期：", "2026.3"],
      ["序号", "编号", "课件名称", "时长（分）", "存放位置"],
      ["一、基层党建", "", "", "", ""],
      ["1", "1014", "一面党旗的故事", "10", "光盘3号"],
      ["2", "", "入党的那一天", "12分", ""],
      ["三、实用技术（1部）", "", "", "", ""],
      ["3", "A-7", "大白菜田间管理", "看光盘", "机顶盒"],
      ["合计", "", "合计", "3部", ""],
      ["", "", "", "", ""],
    ]);
    expect(list.rows).toMatchObject([
      {
        line: 5,
        title: "一面党旗的故事",
        number: 1014,
        category: 1,
        minutes: 10,
        place: { type: "disc", name: "3号" },
      },
      { line: 6, title: "入党的那一天", number: undefined, category: 1, minutes: 12 },
      { line: 8, title: "大白菜田间管理", oddNumber: "A-7", category: 3, oddMinutes: "看光盘" },
    ]);
    expect(list.passedOver).toBe(4);
  });

  it("without a head is understood by its cells", () => {
    const table = [
      ["1", "一面党旗的故事", "1014", "10分", "2025-07-01"],
      ["2", "怎样给老人量血压", "5007", "22分", "2025-08-01"],
      ["3", "大白菜的田间管理技术", "3001", "16分", "2025-09-01"],
    ];
    expect(layoutOf(table)).toEqual({
      columns: [undefined, "title", "number", "minutes", "publishedAt"],
      headerRow: undefined,
    });
  });

  it("of one column is a list of titles; file names lose their endings", () => {
    expect(read([["一面党旗.mp4"], ["03-大白菜_管理.wmv"]]).rows.map(({ title }) => title)).toEqual(
      ["一面党旗", "大白菜 管理"],
    );
  });

  it("a number tells the shelf where no column does", () => {
    const [row] = read([
      ["编号", "名称"],
      ["5007", "中医推拿"],
    ]).rows;
    expect(row?.category).toBe(5);
  });

  it("keeps rare characters, cuts long titles, drops marks that turn the writing", () => {
    const [rare, long, turned] = read([
      ["名称", "时长"],
      ["𠮷田和㐂", "1"],
      ["长".repeat(400), "2"],
      ["一面\u202e党旗\u0000", "3"],
    ]).rows;
    expect(rare?.title).toBe("𠮷田和㐂");
    expect(long?.title).toHaveLength(300);
    expect(turned?.title).toBe("一面党旗");
  });

  it("reads 10,000 lines", () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => [
      String(at + 1),
      `课件第${at}部`,
      "10",
    ]);
    expect(read([["序号", "名称", "分钟"], ...lines]).rows).toHaveLength(10_000);
  });

  it("never throws and never makes rows of nothing, whatever the cells", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: "grapheme", maxLength: 12 }), { maxLength: 6 })),
        (table) => {
          const { rows, passedOver } = read(table);
          expect(rows.length + passedOver).toBeLessThanOrEqual(table.length);
          for (const { title } of rows) expect(title.trim()).not.toBe("");
        },
      ),
    );
  });
});

describe("films and their rows", () => {
  const rows = [
    { title: "一面党旗的故事", number: 1014 },
    { title: "大白菜的田间管理", number: undefined },
    { title: "防火（上）", number: undefined },
    { title: "防火（下）", number: undefined },
  ];

  it("meet by number, by title, by a title within the other", () => {
    const found = matchFiles(
      [
        { key: "a", title: "党旗", number: rows[0]?.number },
        { key: "b", title: "大白菜的田间管理技术讲座", number: undefined },
        { key: "c", title: "防火 (下)", number: undefined },
        { key: "d", title: "防火", number: undefined },
      ],
      rows,
    );
    expect([...found]).toEqual([
      ["a", 0],
      ["c", 3],
      ["b", 1],
    ]);
  });

  it("never give one row to two files", () => {
    const title = fc.constantFrom(
      "一面党旗的故事",
      "一面党旗",
      "党旗的故事",
      "大白菜",
      "大白菜的田间管理",
    );
    fc.assert(
      fc.property(fc.array(title), fc.array(title), (files, listed) => {
        const found = matchFiles(
          files.map((name, at) => ({ key: String(at), title: name, number: undefined })),
          listed.map((name) => ({ title: name, number: undefined })),
        );
        expect(new Set(found.values()).size).toBe(found.size);
      }),
    );
  });
});
