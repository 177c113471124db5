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

const safely = <T>(work: () => T | undefined): T | undefined => {
  try {
    return work();
  } catch {
    return undefined;
  }
};

/** Seconds or milliseconds since 1970, as scripts of some portals hold the day. */
export const dateOfEpoch = (text: string | undefined): CivilDate | undefined => {
  const plain = (text ?? "").trim();
  if (!/^\d{10}(?:\d{3})?$/u.test(plain)) return undefined;
  const instant = v.safeParse(instantSchema, Number(plain) * (plain.length === 10 ? 1000 : 1));
  return instant.success ? civilDateOf(instant.output) : undefined;
};

const DIGITS = "〇一二三四五六七八九";

/** `二〇二一年十二月五日`, as documents are signed. */
const spelledOut = (text: string): CivilDate | undefined => {
  const hit =
    /([二][〇○Ｏ0零一二三四五六七八九]{3})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/u.exec(
      text,
    );
  if (hit === null) return undefined;
  const [, year = "", month = "", day = ""] = hit;
  const digit = (one: string): number => Math.max(0, DIGITS.indexOf(one));
  const small = (word: string): string => {
    const [tens = "", ones = ""] = word.includes("十") ? word.split("十") : ["", word];
    return String((word.includes("十") ? digit(tens) || 1 : 0) * 10 + digit(ones));
  };
  const years = [...year].map((one) => String(digit(one))).join("");
  return safely(() => civil(years, small(month), small(day)));
};

/** An instant with its zone is the day that it was in China. */
const zoned = (text: string): CivilDate | undefined => {
  const hit =
    /(?<!\d)(?:19|20)\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})/u.exec(
      text,
    );
  if (hit === null) return undefined;
  const instant = v.safeParse(
    instantSchema,
    Date.parse(hit[0].replace(/([+-]\d{2})(\d{2})$/u, "$1:$2")),
  );
  return instant.success ? civilDateOf(instant.output) : undefined;
};

/** `10 2020-11`: the day stands large over its month. */
const dayBefore = (text: string): CivilDate | undefined => {
  const hit =
    /(?<![\d:.-])(\d{1,2})\s+((?:19|20)\d{2})\s?[-年./]\s?(\d{1,2})(?!\d|\s?[-月./]\s?\d)/u.exec(
      text,
    );
  return hit === null ? undefined : safely(() => civil(hit[2] ?? "", hit[3] ?? "", hit[1] ?? ""));
};

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** `Nov 10, 2020`, `10 November 2020`. */
const inEnglish = (text: string): CivilDate | undefined => {
  const hit =
    /\b([A-Z][a-z]{2})[a-z]{0,6}\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d{2})\b/u.exec(text) ??
    /\b(\d{1,2})\s+([A-Z][a-z]{2})[a-z]{0,6}\.?,?\s+(20\d{2})\b/u.exec(text);
  if (hit === null) return undefined;
  const [, one = "", other = "", year = ""] = hit;
  const [month, day] = /^\d/u.test(one) ? [other, one] : [one, other];
  const index = MONTHS.indexOf(month.toLowerCase());
  return index < 0 ? undefined : safely(() => civil(year, String(index + 1), day));
};

/**
 * The first day in a text: `2026-11-20 09:15`, `2026年1月2日`, `2026/1/2`, `2026.01.02`, `2026-11-20-09:15:00`,
 * `2023 01/06`, an instant with its zone, `二〇二一年三月五日`.
 */
export const dateInText = (text: string | undefined): CivilDate | undefined => {
  const plain = text ?? "";
  const instant = zoned(plain);
  if (instant !== undefined) return instant;
  const hits = plain.matchAll(
    /(?<!\d)((?:19|20)\d{2})(?:\s*[-年./]\s*|\s+(?=\d{2}\/))(\d{1,2})\s*[-月./]\s*(\d{1,2}(?!\d)|\d{2}(?=\d{2}:\d{2}))/gu,
  );
  for (const [, year = "", month = "", day = ""] of hits) {
    const date = safely(() => civil(year, month, day));
    if (date !== undefined) return date;
  }
  return spelledOut(plain) ?? dayBefore(plain) ?? inEnglish(plain);
};

/** `20-11-10`: beside a label of a day, the year of two digits is one of this century. */
export const shortDate = (text: string | undefined): CivilDate | undefined => {
  const hit = /(?<![\d-])(\d{2})[-./](\d{1,2})[-./](\d{1,2})(?![\d-])/u.exec(text ?? "");
  return hit === null ? undefined : safely(() => civil(`20${hit[1]}`, hit[2] ?? "", hit[3] ?? ""));
};

/** The day that a portal writes into its addresses: `/2026/11/23/`, `t20261120_4101023`, `VIDE1795393800000014`. */
export const dateInUrl = (url: string): CivilDate | undefined => {
  const path = url.replace(/[?#].*$/u, "");
  const cntv = /(?:ARTI|VIDE|PHOA|AUDI)(\d{13})\d{3}/u.exec(path);
  const spelled =
    /\/((?:19|20)\d{2})[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.])/u.exec(path) ??
    /\/[a-z]?((?:19|20)\d{2})([01]\d)([0-3]\d)[_/]/u.exec(path) ??
    /\/((?:19|20)\d{2})\/(\d{1,2})\/(\d{1,2})\//u.exec(path);
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
