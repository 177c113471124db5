import { expect, test } from "vitest";
import { filmNameOf, isSubtitleName } from "./index.ts";

test("a film and its subtitles have one name, in whatever language they are marked", () => {
  expect(filmNameOf("一面党旗.mp4")).toBe(filmNameOf("一面党旗.chs.SRT"));
  expect(filmNameOf("一面党旗.mp4")).toBe(filmNameOf("一面党旗.vtt"));
  expect(filmNameOf("一面党旗.mp4")).not.toBe(filmNameOf("一面党旗2.srt"));
  expect(isSubtitleName("一面党旗.mp4")).toBe(false);
});
