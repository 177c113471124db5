import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { titleOfFile } from "./file-title.ts";

describe("a title from a file's name", () => {
  it.each([
    ["一面党旗的故事.mp4", "一面党旗的故事"],
    ["大白菜_田间_管理.MP4", "大白菜 田间 管理"],
    ["3-果树冬季修剪.avi", "果树冬季修剪"],
    ["03. 果树冬季修剪.wmv", "果树冬季修剪"],
    ["12、广场舞.mp4", "广场舞"],
    ["3分钟学会八段锦.mp4", "3分钟学会八段锦"],
    ["党章知识（上）.mp4", "党章知识（上）"],
    ["党章知识(2).mp4", "党章知识"],
    ["会议纪要 - 副本.docx", "会议纪要"],
    ["2023-11-05 会议.mp4", "2023-11-05 会议"],
    ["20231105会议.mp4", "20231105会议"],
    ["VID_0001.mp4", "VID 0001"],
    [".mp4", ".mp4"],
    ["没有后缀", "没有后缀"],
    ["\u202egpj.上甘岭.mp4", "gpj.上甘岭"],
  ])("%s is %s, and no number is offered", (name, title) => {
    expect(titleOfFile(name)).toEqual({ title });
  });

  it.each([
    ["1014 一面党旗的故事.mp4", 1014, "一面党旗的故事", "一面党旗的故事"],
    ["3001_大白菜.mp4", 3001, "大白菜", "大白菜"],
    ["3-014 测土配方.pdf", 3014, "测土配方", "测土配方"],
    ["11000、电影.mp4", 11000, "电影", "电影"],
    ["1014《榜样》.mp4", 1014, "《榜样》", "《榜样》"],
    ["2023 年度总结.docx", 2023, "2023 年度总结", "年度总结"],
  ])("%s offers %d", (name, oldNumber, title, titleUnderNumber) => {
    expect(titleOfFile(name)).toEqual({ oldNumber, title, titleUnderNumber });
  });

  it.each(["0014 党旗.mp4", "6014 党旗.mp4", "1000 党旗.mp4", "1014.mp4"])(
    "%s offers nothing",
    (name) => {
      expect(titleOfFile(name).oldNumber).toBeUndefined();
    },
  );

  it("property: any name gives a title that can be kept and reads as it stands", () => {
    const piece = fc.constantFrom("1014 ", "3-", "_", " - 副本", "(1)", ".mp4", "党旗", "\u202e");
    const name = fc.oneof(
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join("")),
      fc.string({ unit: "binary", maxLength: 400 }),
    );
    fc.assert(
      fc.property(name, (text) => {
        const { title, titleUnderNumber = title } = titleOfFile(text);
        for (const one of [title, titleUnderNumber]) {
          expect(one.length).toBeGreaterThan(0);
          expect(one.length).toBeLessThanOrEqual(300);
          expect(one).not.toMatch(/[\p{Cc}\p{Cf}]|^\s|\s$/u);
        }
      }),
    );
  });
});
