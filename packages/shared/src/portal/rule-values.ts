import type { Category } from "../category/index.ts";
import { type CivilDate, type Minutes, minutesOfSeconds } from "../clock/index.ts";
import { type Found, foundText } from "./field.ts";
import { dateInText, dateOfEpoch } from "./page-date.ts";
import { secondsInText } from "./page-minutes.ts";
import type { CapturedMedia, PageSnapshot } from "./page-snapshot.ts";
import { plainText, withoutLabel, withoutSpacedNames } from "./page-text.ts";

/** How sure a rule is: it was written for this very portal. */
const SURE = 0.97;

const textOf = (page: PageSnapshot, field: "title" | "publisher" | "author" | "column"): string =>
  plainText(page.rule?.fields[field]);

/** The title that a rule found. */
export const titleByRule = (page: PageSnapshot): Found<string> | undefined =>
  foundText(textOf(page, "title").slice(0, 300), "portal-rule", SURE);

/** The publisher that a rule found: a name, not a sentence and no address. */
export const publisherByRule = (page: PageSnapshot): Found<string> | undefined => {
  const name = withoutLabel(textOf(page, "publisher"));
  const isName = name.length <= 60 && !/^https?:/u.test(name);
  return foundText(isName ? name : undefined, "portal-rule", SURE);
};

/** The author that a rule found. */
export const authorByRule = (page: PageSnapshot): Found<string> | undefined => {
  const name = withoutSpacedNames(withoutLabel(textOf(page, "author")));
  const isName = name.length <= 40 && !/^\d*$/u.test(name);
  return foundText(isName ? name : undefined, "portal-rule", SURE);
};

/** The column that a rule found. */
export const columnByRule = (page: PageSnapshot): Found<string> | undefined => {
  const name = textOf(page, "column");
  return foundText(name.length <= 30 ? name : undefined, "portal-rule", SURE);
};

/** `20260526`, `20260526213000`: a day written without marks, in addresses and scripts. */
const dateOfDigits = (text: string): CivilDate | undefined => {
  const hit = /^((?:19|20)\d{2})(\d{2})(\d{2})(?:\d{6})?$/u.exec(text);
  return hit === null ? undefined : dateInText(`${hit[1]}-${hit[2]}-${hit[3]}`);
};

/** The day that a rule found. */
export const dateByRule = (page: PageSnapshot): Found<CivilDate> | undefined => {
  const text = (page.rule?.fields.publishedAt ?? "").trim();
  const value = dateOfEpoch(text) ?? dateOfDigits(text) ?? dateInText(text);
  return value === undefined ? undefined : { value, source: "portal-rule", confidence: SURE };
};

/** The playing time that a rule found. */
export const minutesByRule = (page: PageSnapshot): Found<Minutes> | undefined => {
  const seconds = secondsInText(page.rule?.fields.minutes);
  return seconds === undefined
    ? undefined
    : { value: minutesOfSeconds(seconds), source: "portal-rule", confidence: SURE };
};

/** Films and sound that a rule found and that have a file; the same addresses of the page behind them. */
export const mediaByRule = (page: PageSnapshot): readonly CapturedMedia[] => {
  const named = (page.rule?.media ?? []).flatMap((one): readonly CapturedMedia[] => {
    const { kind, url, ...facts } = one;
    if (kind === "stream") return [];
    const known = page.media.find((other) => other.url === url);
    return [{ ...known, ...facts, kind, url }];
  });
  const rest = page.media.filter(({ url }) => !named.some((one) => one.url === url));
  return [...named, ...rest];
};

/** Addresses of streams (HLS): those that a rule found, then those that the page names. */
export const streamsOf = (page: PageSnapshot): readonly string[] => {
  const byRule = (page.rule?.media ?? []).flatMap(({ kind, url }) =>
    kind === "stream" ? [url] : [],
  );
  return [...new Set([...byRule, ...(page.streams ?? [])])];
};

/** The category that the rule gives to a column whose name contains one of its words; the longest word first. */
export const categoryByRule = (
  page: PageSnapshot,
  column: string | undefined,
): Category | undefined => {
  if (column === undefined) return undefined;
  const names = [column, ...page.breadcrumb].join("\n");
  const [hit] = Object.entries(page.rule?.categories ?? {})
    .filter(([word]) => word !== "" && names.includes(word))
    .sort(([one], [other]) => other.length - one.length);
  return hit?.[1];
};
