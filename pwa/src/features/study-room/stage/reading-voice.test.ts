import { expect, test } from "vitest";
import { sentencesOf } from "./reading-voice.ts";

test("a text is read sentence by sentence, and no piece is too long for a voice", () => {
  expect(sentencesOf("停在车棚。不进楼道！\n充满了就拔？好")).toEqual([
    "停在车棚。",
    "不进楼道！",
    "充满了就拔？",
    "好",
  ]);
  const long = sentencesOf("长".repeat(1_000));
  expect(Math.max(...long.map(({ length }) => length))).toBeLessThanOrEqual(161);
  expect(long.join("")).toHaveLength(1_000);
  expect(sentencesOf(" \n。")).toEqual([]);
});
