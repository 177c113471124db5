import type { CategorySuggestion } from "@dianbo/shared/category";
import type { Words } from "../../locales/index.ts";
import type { NumberProblem } from "./own-number.ts";

/** Why a category is suggested, in words. */
export const reasonWords = (
  { reason }: Pick<CategorySuggestion, "reason">,
  words: Words["adding"],
): string => {
  switch (reason.type) {
    case "habit":
    case "column":
      return words.becauseColumn(reason.column);
    case "words":
      return words.becauseWords(reason.words);
    case "filed":
      return words.becauseFiled(reason.title);
    case "manner":
      return words.becauseManner;
  }
};

/** Why a number cannot be taken over, in words. */
export const numberWords = (problem: NumberProblem, words: Words["adding"]): string => {
  switch (problem.type) {
    case "no-number":
      return words.problems["no-number"];
    case "taken":
      return words.problems["number-taken"](problem.number, problem.title);
    case "twice":
      return words.problems["number-twice"](problem.number);
  }
};
