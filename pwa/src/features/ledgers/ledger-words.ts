import { usePreferences } from "../../app/preferences.tsx";
import { ledgers as english } from "../../locales/en/ledgers.ts";
import { ledgers } from "../../locales/zh-CN/ledgers.ts";

/** All words of the ledgers in one language. They come with the room: no other screen has a use for them. */
export type LedgerWords = typeof ledgers;

/** The words of the ledgers in the language that is spoken. */
export const useLedgerWords = (): LedgerWords =>
  usePreferences().language === "en" ? english : ledgers;
