import {
  atPath,
  type CallFailure,
  type ListData,
  parseAnswer,
  textAtPath,
} from "../portal-rule/index.ts";
import { ok, type Result } from "../result/index.ts";
import {
  type DataPages,
  type ListLink,
  MOST_LINKS,
  MOST_PAGES,
  type NextPages,
} from "./page-list.ts";
import { linksOfRecords } from "./script-list.ts";

/** The address to ask for the next page of a list kept as data; `minutes` since 1970, for portals that want them. */
export const dataAddress = ({ url, page }: DataPages, data: ListData, minutes: number): string =>
  url
    .replaceAll("{n}", String((data.from ?? 1) + page))
    .replaceAll("{minutes}", String(Math.floor(minutes)));

const valuesOf = (thing: unknown): readonly unknown[] =>
  typeof thing === "object" && thing !== null ? Object.values(thing) : [];

interface Records {
  readonly records: readonly unknown[];
  /** What the array lies in. */
  readonly holder: unknown;
}

const arrayIn = (holder: unknown): Records | undefined => {
  const records: unknown = valuesOf(holder).find(Array.isArray);
  return Array.isArray(records) ? { records, holder } : undefined;
};

/** The array of records: where the rule says, else the answer itself, or the first in it, at most two steps down. */
const recordsOf = (answer: unknown, { each }: ListData): Records => {
  const [ruled] = each === undefined ? [answer] : atPath(answer, each);
  if (Array.isArray(ruled)) return { records: ruled, holder: answer };
  const found = each === undefined ? [answer, ...valuesOf(answer)].map(arrayIn) : [];
  return found.find((one) => one !== undefined) ?? { records: [], holder: answer };
};

/** A record's texts as the rule points at them, else all of its own, told apart by their names. */
const textsOf = (record: unknown, { href, title, date }: ListData): Record<string, string> => {
  if (typeof record !== "object" || record === null) return {};
  if (href === undefined && title === undefined) {
    const own = Object.entries(record).flatMap(([name, value]: [string, unknown]) =>
      typeof value === "string" ? [[name, value] as const] : [],
    );
    return Object.fromEntries(own);
  }
  const at = (path: string | undefined): string =>
    (path === undefined ? undefined : textAtPath(record, path)) ?? "";
  return { href: at(href), title: at(title), date: at(date) };
};

/** How many records the list has: as the rule says, else `total` beside the array. */
const totalOf = (answer: unknown, holder: unknown, { total }: ListData): number | undefined => {
  const text = total === undefined ? textAtPath(holder, "total") : textAtPath(answer, total);
  const count = Number(text ?? Number.NaN);
  return Number.isInteger(count) && count >= 0 ? count : undefined;
};

/**
 * Reads one page of a list from the portal's own data: its links, and how it goes on. `base` is the page
 * that the list is drawn on, against which addresses are meant.
 */
export const readListAnswer = (
  text: string,
  data: ListData,
  next: DataPages,
  base: string,
): Result<{ readonly links: readonly ListLink[]; readonly next: NextPages }, CallFailure> => {
  const answer = parseAnswer(text);
  if (!answer.ok) return answer;
  const { records, holder } = recordsOf(answer.value, data);
  const isPaged = data.url.includes("{n}");
  const from = next.page * data.size;
  const shown = isPaged ? records.slice(0, MOST_LINKS) : records.slice(from, from + data.size);
  const links = linksOfRecords(
    shown.map((record) => textsOf(record, data)),
    base,
  );
  const told = totalOf(answer.value, holder, data);
  const all = isPaged ? told : records.length;
  // A page that holds more than the rule says tells how many one holds; the last holds fewer.
  const size = isPaged ? Math.max(data.size, records.length) : data.size;
  const counted = all === undefined ? undefined : Math.min(MOST_PAGES, Math.ceil(all / size));
  const pages = next.total ?? counted;
  const page = next.page + 1;
  const isShort = pages === undefined && shown.length < data.size;
  const isLast = shown.length === 0 || isShort || page >= (pages ?? MOST_PAGES);
  return ok({
    links,
    next: isLast
      ? { type: "none" }
      : { ...next, page, ...(pages === undefined ? {} : { total: pages }) },
  });
};
