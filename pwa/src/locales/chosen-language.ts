import { type Language, languageFor } from "@dianbo/shared/language";
import { keptChoice } from "./kept-choice.ts";

/** The language this browser profile is to speak. Stands alone, so that the study room need not carry the whole catalogue. */
export const chosenLanguage = (): Language =>
  languageFor(keptChoice("dianbo-language"), navigator.languages);
