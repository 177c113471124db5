import { expect, test } from "vitest";
import { differingPart } from "./differing-part.ts";

test("a text is marked where it differs, and only there", () => {
  expect(differingPart("农药常识（方言版）", "农药常识（2026 版）")).toEqual({
    before: "农药常识（",
    part: "方言",
    after: "版）",
  });
  expect(differingPart("一样", "一样")).toEqual({ before: "一样", part: "", after: "" });
  expect(differingPart("aa", "aaa").part).toBe("");
  expect(differingPart("", "新的").part).toBe("");
});
