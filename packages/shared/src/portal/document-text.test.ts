import { describe, expect, test } from "vitest";
import { signatureIn, titleInDocument } from "./document-text.ts";

describe("the title that a document begins with", () => {
  test.each([
    [
      "关于做好秋收防火工作的通知\n青政办〔2026〕8号\n各乡镇人民政府：\n现将……",
      "关于做好秋收防火工作的通知",
    ],
    [
      "青禾县人民政府关于\n做好秋收防火工作的\n通知\n青政办〔2026〕8号",
      "青禾县人民政府关于做好秋收防火工作的通知",
    ],
    ["村规民约\n第一条 邻里和睦。", "村规民约"],
    ["青禾县人民政府令\n（第12号）", "青禾县人民政府令"],
  ])("%j", (text, title) => {
    expect(titleInDocument(text)).toBe(title);
  });
  test.each(["今天下了雨。\n大家都很高兴。", "", "各乡镇人民政府：\n现将……", "短"])(
    "%j has none",
    (text) => {
      expect(titleInDocument(text)).toBeUndefined();
    },
  );
});

describe("who signed a document", () => {
  test.each([
    [
      "请认真落实。\n青禾县人民政府办公室　　\n2026年9月1日　\n（此件公开发布）",
      "青禾县人民政府办公室",
      "2026-09-01",
    ],
    ["请认真落实。\n国务院\n二〇二一年三月五日", "国务院", "2021-03-05"],
    ["大家都说好。\n2026年9月1日", undefined, "2026-09-01"],
    ["于2026年9月1日施行。", undefined, undefined],
  ])("%j", (text, office, day) => {
    expect(signatureIn(text)).toEqual({ office, day });
  });
});
