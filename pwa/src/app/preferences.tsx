import type { Language } from "@dianbo/shared/language";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { chooseLanguage, chosenLanguage, WordsProvider, wordsOf } from "../locales/index.ts";
import { keepChoice, keptChoice } from "../locales/kept-choice.ts";

/** Ordinary print, or 大字: everything a quarter larger. */
export type TextSize = "ordinary" | "large";

const TEXT_SIZE_KEY = "dianbo-text-size";

const chosenTextSize = (): TextSize =>
  keptChoice(TEXT_SIZE_KEY) === "large" ? "large" : "ordinary";

/** What belongs to the person at this PC and not to the library. */
export interface Preferences {
  readonly language: Language;
  readonly textSize: TextSize;
  setLanguage(language: Language): void;
  setTextSize(size: TextSize): void;
}

const PreferencesContext = createContext<Preferences | undefined>(undefined);

/** The preferences of this browser profile. */
export const usePreferences = (): Preferences => {
  const preferences = useContext(PreferencesContext);
  if (preferences === undefined) throw new Error("a screen stands outside PreferencesProvider");
  return preferences;
};

/** Reads, keeps and applies language and text size. */
export const PreferencesProvider = ({ children }: { readonly children: ReactNode }) => {
  const [language, setLanguage] = useState(chosenLanguage);
  const [textSize, setTextSize] = useState(chosenTextSize);
  // Before the rooms are drawn: some of them format dates by the page's language.
  document.documentElement.lang = language;
  useEffect(() => {
    document.documentElement.classList.toggle("large-print", textSize === "large");
  }, [textSize]);
  const preferences = useMemo(
    (): Preferences => ({
      language,
      textSize,
      setLanguage: (next) => {
        chooseLanguage(next);
        setLanguage(next);
      },
      setTextSize: (next) => {
        keepChoice(TEXT_SIZE_KEY, next);
        setTextSize(next);
      },
    }),
    [language, textSize],
  );
  return (
    <PreferencesContext.Provider value={preferences}>
      <WordsProvider value={wordsOf(language)}>{children}</WordsProvider>
    </PreferencesContext.Provider>
  );
};
