import type { Language } from "@dianbo/shared/language";
import { createContext, useContext } from "react";
import { en } from "./en.ts";
import { keepChoice } from "./kept-choice.ts";
import { type Words, zhCN } from "./zh-CN.ts";

export { chosenLanguage } from "./chosen-language.ts";
export type { Words } from "./zh-CN.ts";

/** All words of one language. */
export const wordsOf = (language: Language): Words => (language === "en" ? en : zhCN);

const WordsContext = createContext<Words>(zhCN);

/** Hands the chosen language's words to all screens. */
export const WordsProvider = WordsContext.Provider;

/** The words of the present language. */
export const useWords = (): Words => useContext(WordsContext);

/** Remembers the language for this browser profile. */
export const chooseLanguage = (language: Language): void => {
  keepChoice("dianbo-language", language);
};
