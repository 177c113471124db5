import * as v from "valibot";
import { type CivilDate, civilDateOf, civilDateSchema, instantSchema } from "../clock/index.ts";

const DAY = 86_400_000;

const civil = (year: string, month: string, day: string): CivilDate | undefined => {
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = v.safeParse(civilDateSchema, text);
  if (!parsed.success) return undefined;
  // 31 February passes the pattern but is no day.
  return new Date(`${text}T00:00:00Z`).toISOString().startsWith(text) ? parsed.output : undefined;
};

/** The first day in a text: `2026-11-20 09:15`, `2026年1月2日`, `2026/1/2`, `2026.01.02`. */
export const dateInText = (text: string | undefined): CivilDate | undefined => {
  const hits = (text ?? "").matchAll(
    /(?<!\d)((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})(?!\d{2})/gu,
  );
  for (const [, year = "", month = "", day = ""] of hits) {
    const date = safely(() => civil(year, month, day));
    if (date !== undefined) return date;
  }
  return undefined;
};

const safely = <T>(work: () => T | undefined): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** The day that a portal writes into its addresses: `/2026/11/23/`, `t20261120_4101023`, `VIDE1795393800000014`. */
export const dateInUrl = (url: string): CivilDate | undefined => {
  const path = url.replace(/[?#].*$/u, "");
  const cntv = /(?:ARTI|VIDE|PHOA|AUDI)(\d{13})\d{3}/u.exec(path);
  const spelled =
    /\/((?:19|20)\d{2})[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_]|\/)/u.exec(path) ??
    /\/[a-z]?((?:19|20)\d{2})([01]\d)([0-3]\d)[_/]/u.exec(path) ??
    /\/art\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//u.exec(path);
  if (spelled !== null) {
    const [, year = "", month = "", day = ""] = spelled;
    const date = safely(() => civil(year, month, day));
    if (date !== undefined) return date;
  }
  const instant = cntv === null ? undefined : v.safeParse(instantSchema, Number(cntv[1]));
  return instant?.success === true ? civilDateOf(instant.output) : undefined;
};

/** Whether two days are the same or neighbours. */
export const withinADay = (one: CivilDate, other: CivilDate): boolean =>
  Math.abs(Date.parse(one) - Date.parse(other)) <= DAY;
