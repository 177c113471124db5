import type { CivilDate } from "../clock/index.ts";
import { dateInText, dateInUrl } from "../portal/index.ts";

/** The day of a row: whether one stands beside the link at all, and which, where that can be told. */
export interface RowDate {
  readonly beside: boolean;
  readonly date: CivilDate | undefined;
}

/** Day and month in blocks of their own: `20 2026-11`, `2026.11 20`, `2026 11-20`, `11/20 2026`. */
const splitDate = (text: string): CivilDate | undefined => {
  const forms: readonly [RegExp, (hit: readonly string[]) => string][] = [
    [
      /(?<!\d)(\d{1,2})\s*日?\s+(20\d\d)\s*[-./年]\s*(\d{1,2})(?!\d|\s*[-./月]\s*\d)/u,
      ([, day, year, month]) => `${year}-${month}-${day}`,
    ],
    [
      /(?<!\d)(20\d\d)\s*[-./年]\s*(\d{1,2})月?\s+(\d{1,2})(?![\d:：])/u,
      ([, year, month, day]) => `${year}-${month}-${day}`,
    ],
    [
      /(?<!\d)(20\d\d)年?\s+(\d{1,2})\s*[-./月]\s*(\d{1,2})(?!\d)/u,
      ([, year, month, day]) => `${year}-${month}-${day}`,
    ],
    [
      /(?<![\d-])(\d{1,2})\s*[-./月]\s*(\d{1,2})日?\s+(20\d\d)(?![\d年]|[-./]\d)/u,
      ([, month, day, year]) => `${year}-${month}-${day}`,
    ],
  ];
  for (const [pattern, spell] of forms) {
    const hit = pattern.exec(text);
    const date = hit === null ? undefined : dateInText(spell(hit));
    if (date !== undefined) return date;
  }
  return undefined;
};

/** The whole day that a text holds, in one piece or in two. */
export const dayIn = (text: string): CivilDate | undefined => dateInText(text) ?? splitDate(text);

/** A day without its year: `[11-20]`, `11月20日`, `11/20`. */
const SHORT =
  /(?<![\d\-./:])(0?[1-9]|1[0-2])\s*[-/月]\s*(0?[1-9]|[12]\d|3[01])日?(?![\d\-./:]|[月岁号年届次])/u;

/** The same with a point, which in a sentence is a number: `9.16`. */
const POINTED = /^[\s[(（]*(0?[1-9]|1[0-2])\.(0?[1-9]|[12]\d|3[01])[\s\])）]*$/u;

const shortDate = (text: string, url: string, pattern = SHORT): RowDate | undefined => {
  const hit = pattern.exec(text);
  if (hit === null) return undefined;
  const inUrl = dateInUrl(url);
  const year = inUrl?.slice(0, 4);
  return {
    beside: true,
    date: year === undefined ? undefined : dateInText(`${year}-${hit[1]}-${hit[2]}`),
  };
};

/** Longer than any day with its label and its hour. */
export const LONGEST_FIGURES = 40;

/** How long ago, told from now: which day that was cannot be told from the page. */
const AGO =
  /^(?:刚刚|(?:今天|今日|昨天|昨日|前天)[\s\d:：]*|(?:约|大约)?\d{1,3}\s*(?:秒|分钟|小时|天|周|个月|月|年)[以之]?前)$/u;

/** Whether a part of a page is figures only, as a day is: `20 2020-11`, `发布时间：2020-11-20 08:00`, `12:34`, `3小时前`. */
export const isFigures = (text: string): boolean =>
  text.length <= LONGEST_FIGURES &&
  (AGO.test(text.trim()) ||
    (/\d\s*[-./:：年月]\s*\d/u.test(text) &&
      /^\s*(?:(?:发布|更新|发文|成文|录入)?(?:时间|日期|于)\s*[:：]?)?[\s\d\-./:：,，年月日[\](（）)【】|]+$/u.test(
        text,
      )));

/** The date that begins or ends a link's own text. */
const AT_AN_END =
  /^\s*[[(（【]?\s*(20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?)\s*[\])）】]?\s*|\s*[[(（【]?\s*(20\d\d\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}日?(?:\s+\d{1,2}:\d\d(?::\d\d)?)?)\s*[\])）】]?\s*$/u;

/** A link's text without a date at its end or beginning. */
export const withoutDate = (text: string): string => {
  const bare = text.replace(AT_AN_END, "").trim();
  return bare === "" ? text.trim() : bare;
};

/**
 * The day of a row. It may stand in an attribute, beside the link, in the link's own text, or, last, in
 * the address; only the first three say that the row belongs to a dated list.
 */
export const rowDate = (row: {
  readonly url: string;
  /** The row's text outside its links. */
  readonly text: string;
  /** The link's text. */
  readonly linkText: string;
  /** Attributes such as `data-pubtime`. */
  readonly marks: readonly string[];
  /** Parts of the row and of its link that are figures only; a day among them is no deadline in a sentence. */
  readonly figures: readonly string[];
}): RowDate => {
  for (const text of [...row.marks, ...row.figures, row.text]) {
    const date = dayIn(text);
    if (date !== undefined) return { beside: true, date };
  }
  const hit = AT_AN_END.exec(row.linkText);
  const inLink = dateInText(hit?.[1] ?? hit?.[2]) ?? splitDate(row.linkText);
  if (inLink !== undefined) return { beside: true, date: inLink };
  for (const text of row.figures) {
    const date = shortDate(text, row.url) ?? shortDate(text, row.url, POINTED);
    if (date !== undefined) return date;
  }
  const short = shortDate(row.text, row.url);
  if (short !== undefined) return short;
  return { beside: row.figures.some((text) => AGO.test(text.trim())), date: dateInUrl(row.url) };
};
