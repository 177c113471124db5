import { usePreferences } from "../../app/preferences.tsx";
import { papers as english } from "../../locales/en/papers.ts";
import { papers } from "../../locales/zh-CN/papers.ts";

/** All words of the papers that write themselves, of the archive and of the repair request. */
export type PaperWords = typeof papers;

/** Those words in the language that is spoken. */
export const usePaperWords = (): PaperWords =>
  usePreferences().language === "en" ? english : papers;
