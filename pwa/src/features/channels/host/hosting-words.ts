import { usePreferences } from "../../../app/preferences.tsx";
import { hosting as english } from "../../../locales/en/hosting.ts";
import { hosting } from "../../../locales/zh-CN/hosting.ts";

/** All words of publishing to a host in one language. They come with the room: no other screen has a use for them. */
export type HostingWords = typeof hosting;

/** The words of publishing to a host in the language that is spoken. */
export const useHostingWords = (): HostingWords =>
  usePreferences().language === "en" ? english : hosting;
