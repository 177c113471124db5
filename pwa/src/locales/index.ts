import type { Language } from "@dianbo/shared/language";
import { createContext, useContext } from "react";
import { keepChoice } from "./kept-choice.ts";
import { type Words, zhCN } from "./zh-CN.ts";

export { chosenLanguage } from "./chosen-language.ts";
export type { Words } from "./zh-CN.ts";

/**
 * All words of one language. The Chinese ones are there from the start; another language is fetched when it
 * is wanted, so that the first screen carries one language only. Where it cannot be fetched, Chinese.
 */
export const loadWords = async (language: Language): Promise<Words> => {
  if (language !== "en") return zhCN;
  try {
    return (await import("./en.ts")).en;
  } catch {
    return zhCN;
  }
};

const WordsContext = createContext<Words>(zhCN);

/** Hands the chosen language's words to all screens. */
export const WordsProvider = WordsContext.Provider;

/** The words of the present language. */
export const useWords = (): Words => useContext(WordsContext);

/** Remembers the language for this browser profile. */
export const chooseLanguage = (language: Language): void => {
  keepChoice("dianbo-language", language);
};
