import { expect, it } from "vitest";
import { gapAfter } from "./gap-after.ts";

it("a full-width stop is its own gap; all else wants a space", () => {
  expect(
    ["有 3 个要手抄。", "三个「录」", "行吗？", "3 to copy.", "《片名》 x", ""].map(gapAfter),
  ).toEqual(["", "", "", " ", " ", " "]);
});
