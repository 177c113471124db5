import { type Language, languageFor } from "@dianbo/shared/language";

/** The language this browser profile is to speak. Stands alone, so that the study room need not carry the whole catalogue. */
export const chosenLanguage = (): Language =>
  languageFor(localStorage.getItem("dianbo-language") ?? undefined, navigator.languages);
