import { reports as english } from "../../locales/en/reports.ts";
import { reports } from "../../locales/zh-CN/reports.ts";
import { usePreferences } from "../preferences.tsx";

/** All words of the reports in one language. They come with the room: no other screen has a use for them. */
export type ReportWords = typeof reports;

/** The words of the reports in the language that is spoken. */
export const useReportWords = (): ReportWords =>
  usePreferences().language === "en" ? english : reports;
