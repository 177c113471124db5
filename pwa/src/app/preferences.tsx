import type { Language } from "@dianbo/shared/language";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import {
  chooseLanguage,
  chosenLanguage,
  loadWords,
  type Words,
  WordsProvider,
} from "../locales/index.ts";
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

/** Reads, keeps and applies language and text size. `words` are those of the language chosen before. */
export const PreferencesProvider = ({
  words: first,
  children,
}: {
  readonly words: Words;
  readonly children: ReactNode;
}) => {
  const [{ language, words }, setSpoken] = useState(() => ({
    language: chosenLanguage(),
    words: first,
  }));
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
        // Words and language change together: no room is drawn half in one and half in the other.
        void loadWords(next).then((loaded) => setSpoken({ language: next, words: loaded }));
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
      <WordsProvider value={words}>{children}</WordsProvider>
    </PreferencesContext.Provider>
  );
};
