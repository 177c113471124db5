import type { Words } from "../../locales/index.ts";

/** `2026-11` as people say it. */
export const sayMonth = (month: string, words: Words["programmeBook"]): string => {
  const [year, ofYear] = month.split("-");
  return words.month(Number(year), Number(ofYear));
};
