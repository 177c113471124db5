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

/** A day without its year: `[11-20]`, `11月20日`, `11/20`. */
const SHORT =
  /(?<![\d\-./:])(0?[1-9]|1[0-2])\s*[-/月]\s*(0?[1-9]|[12]\d|3[01])日?(?![\d\-./:]|[月岁号年届次])/u;

const shortDate = (text: string, url: string): RowDate | undefined => {
  const hit = SHORT.exec(text);
  if (hit === null) return undefined;
  const inUrl = dateInUrl(url);
  const year = inUrl?.slice(0, 4);
  return {
    beside: true,
    date: year === undefined ? undefined : dateInText(`${year}-${hit[1]}-${hit[2]}`),
  };
};

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
}): RowDate => {
  for (const text of [...row.marks, row.text]) {
    const date = dateInText(text) ?? splitDate(text);
    if (date !== undefined) return { beside: true, date };
  }
  const hit = AT_AN_END.exec(row.linkText);
  const inLink = dateInText(hit?.[1] ?? hit?.[2]) ?? splitDate(row.linkText);
  if (inLink !== undefined) return { beside: true, date: inLink };
  return shortDate(row.text, row.url) ?? { beside: false, date: dateInUrl(row.url) };
};
