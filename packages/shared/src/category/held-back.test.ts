import { describe, expect, test } from "vitest";
import { SAMPLE_COURSEWARE } from "../sample/sample-courseware.ts";
import { CATEGORIES, categoryFromDigit } from "./categories.ts";
import { suggestCategory } from "./suggest-category.ts";
import { trainingTitles } from "./training-titles.ts";
import type { FiledTitle } from "./word-model.ts";

const SAMPLES: readonly FiledTitle[] = SAMPLE_COURSEWARE.flatMap(([number, title]) => {
  const category = categoryFromDigit(String(number).slice(0, 1));
  return category === undefined ? [] : [{ title, category }];
});

/** Every fourth title is held back, beginning with the given one. */
const score = (
  first: number,
): { right: number; wrong: number; silent: number; missed: string[] } => {
  const isHeldBack = (_: unknown, at: number): boolean => at % 4 === first;
  const filed = SAMPLES.filter((one, at) => !isHeldBack(one, at));
  const count = { right: 0, wrong: 0, silent: 0, missed: [] as string[] };
  for (const { title, category } of SAMPLES.filter(isHeldBack)) {
    const guess = suggestCategory({ host: "example.cn", title }, [], filed);
    if (guess?.category === category) count.right += 1;
    else {
      count.missed.push(`${category} ${title} → ${guess?.category ?? "—"}`);
      if (guess === undefined) count.silent += 1;
      else count.wrong += 1;
    }
  }
  return count;
};

describe("the suggestion for titles that were held back", () => {
  test("none of the sample titles was learnt beforehand", () => {
    const plain = (title: string): string => title.replace(/[^\p{L}\p{N}]/gu, "");
    const known = new Set(CATEGORIES.flatMap((category) => trainingTitles(category).map(plain)));
    expect(SAMPLES.filter(({ title }) => known.has(plain(title)))).toEqual([]);
    expect(known.size).toBeGreaterThan(500);
  });

  test("at least 85 % right in every quarter, after the rest was filed", () => {
    const quarters = [0, 1, 2, 3].map(score);
    for (const [at, { right, wrong, silent, missed }] of quarters.entries()) {
      const all = right + wrong + silent;
      process.stdout.write(
        `category, quarter ${at + 1}: ${right} of ${all} right (${Math.round((right / all) * 100)} %), ${wrong} wrong, ${silent} without a suggestion; ${missed.join("; ")}\n`,
      );
      expect(right / all).toBeGreaterThanOrEqual(0.85);
    }
  });
});
