import { civilDateSchema } from "@dianbo/shared/clock";
import type { NoticeShowing } from "@dianbo/shared/printed-sheets";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { printedSheets } from "../../locales/zh-CN/printed-sheets.ts";
import { noticePicture, PICTURE_WIDTH } from "./notice-picture.ts";
import { brokenLines } from "./picture-strokes.ts";

/** Every character as wide as its type is high. */
const measure = (text: string, font: string): number =>
  [...text].length * Number(/(\d+)px/u.exec(font)?.[1] ?? 0);

const head = {
  siteName: "青禾社区",
  today: "2026-11-24",
  phone: "8123-0000",
  host: "青禾社区党支部",
};

const showing = (at: number, title: string): NoticeShowing => ({
  id: `s${at}`,
  date: v.parse(civilDateSchema, "2026-11-26"),
  start: 1140,
  place: "活动室",
  branch: undefined,
  mustPlay: true,
  content: {
    type: "menu",
    number: 7,
    name: title,
    minutes: 56,
    lines: [{ id: "l", number: 5001, words: title, minutes: 27 }],
  },
});

describe("the notice as a picture", () => {
  it("breaks lines within their width and cuts the last one", () => {
    expect(brokenLines("一二三四五六七", "400 10px x", 30, 3, measure)).toEqual([
      "一二三",
      "四五六",
      "七",
    ]);
    expect(brokenLines("一二三四五六七", "400 10px x", 30, 2, measure)).toEqual([
      "一二三",
      "四五…",
    ]);
    expect(brokenLines("𠮷㐂", "400 10px x", 10, 1, measure)).toEqual(["…"]);
    expect(brokenLines("", "400 10px x", 10, 2, measure)).toEqual([]);
  });

  it("keeps every stroke inside, whatever stands in it, at a size that is read on a telephone", () => {
    for (const title of ["老年保健餐", "很长".repeat(150), "𠮷㐂", "a".repeat(300)]) {
      const picture = noticePicture(
        [showing(1, title), showing(2, title)],
        head,
        printedSheets,
        measure,
      );
      expect(picture?.width).toBe(PICTURE_WIDTH);
      for (const stroke of picture?.strokes ?? []) {
        expect(stroke.y).toBeGreaterThanOrEqual(0);
        expect(stroke.y).toBeLessThanOrEqual(picture?.height ?? 0);
        if (stroke.type !== "text") continue;
        const size = Number(/(\d+)px/u.exec(stroke.font)?.[1]);
        expect(size).toBeGreaterThanOrEqual(40);
        if (stroke.align === "left") {
          expect(stroke.x + measure(stroke.text, stroke.font)).toBeLessThanOrEqual(PICTURE_WIDTH);
        }
      }
    }
  });

  it("is none where a telephone would refuse it", () => {
    const many = Array.from({ length: 60 }, (_, at) => showing(at, "老年保健餐"));
    expect(noticePicture(many, head, printedSheets, measure)).toBeUndefined();
  });
});
