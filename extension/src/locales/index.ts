import { type Language, languageFor } from "@dianbo/shared/language";
import { createContext, useContext } from "react";
import { en } from "./en.ts";
import { type Words, zhCN } from "./zh-CN.ts";

export type { ListWords } from "./list.zh-CN.ts";
export type { Words } from "./zh-CN.ts";

/** The panel's words in one language. */
export const wordsOf = (language: Language): Words => (language === "en" ? en : zhCN);

const WordsContext = createContext<Words>(zhCN);

/** Hands the chosen language's words to the panel. */
export const WordsProvider = WordsContext.Provider;

/** The panel's words in the present language. */
export const useWords = (): Words["panel"] => useContext(WordsContext).panel;

/** The words of clipping whole lists, in the present language. */
export const useListWords = (): Words["list"] => useContext(WordsContext).list;

/** The language of this profile, chosen in the app or taken from the browser. */
export const chosenLanguage = (): Language =>
  languageFor(localStorage.getItem("dianbo-language") ?? undefined, navigator.languages);
