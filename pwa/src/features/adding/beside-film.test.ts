import { expect, test } from "vitest";
import { withSubtitles } from "./beside-film.ts";

const brought = (path: string) => {
  const file = new File(["x"], path.split("/").at(-1) ?? path);
  Object.defineProperty(file, "webkitRelativePath", { value: path });
  return { file, lies: undefined };
};
const seen = (...paths: readonly string[]) =>
  withSubtitles(paths.map(brought)).map(({ file, subtitles }) => [file.name, subtitles?.name]);

test("a film has the subtitles that lie beside it under its name, in whatever language they are marked", () => {
  expect(seen("课/一面党旗.mp4", "课/一面党旗.srt", "课/防跌倒.MP4", "课/防跌倒.chs.SRT")).toEqual([
    ["一面党旗.mp4", "一面党旗.srt"],
    ["防跌倒.MP4", "防跌倒.chs.SRT"],
  ]);
});

test("subtitles of another folder, or of no film, stay a row that says what it is", () => {
  expect(seen("甲/一面党旗.mp4", "乙/一面党旗.srt", "散.vtt")).toEqual([
    ["一面党旗.mp4", undefined],
    ["一面党旗.srt", undefined],
    ["散.vtt", undefined],
  ]);
});
