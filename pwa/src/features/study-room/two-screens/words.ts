import { createContext, useContext } from "react";
import { chosenLanguage } from "../../../locales/chosen-language.ts";
import type { twoScreens } from "../../../locales/zh-CN/two-screens.ts";

/** All words of the two windows in one language. */
export type TwoScreensWords = typeof twoScreens;

/** The two windows' own slice of the catalogue, fetched with them. */
export const loadTwoScreensWords = async (): Promise<TwoScreensWords> =>
  chosenLanguage() === "en"
    ? (await import("../../../locales/en/two-screens.ts")).twoScreens
    : (await import("../../../locales/zh-CN/two-screens.ts")).twoScreens;

const TwoScreensWordsContext = createContext<TwoScreensWords | undefined>(undefined);

/** Hands the words to all parts of the two windows. */
export const TwoScreensWordsProvider = TwoScreensWordsContext.Provider;

/** The two windows' words in the present language. */
export const useTwoScreensWords = (): TwoScreensWords => {
  const words = useContext(TwoScreensWordsContext);
  if (words === undefined) throw new Error("a window stands outside TwoScreensWordsProvider");
  return words;
};
