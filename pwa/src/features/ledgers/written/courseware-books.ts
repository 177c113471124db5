import { CATEGORY_NAMES, isAudience } from "@dianbo/shared/category";
import { civilDateOf } from "@dianbo/shared/clock";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import type { DownloadEntry } from "@dianbo/shared/ledger";
import { monthInWords } from "../../../design/day-in-words.ts";
import type { OfficeCell, OfficeTable } from "../../../office-files/index.ts";
import { type BookSources, byMonth, columnsOf } from "./book-sources.ts";

const keptIn = (item: Courseware, { all, words }: BookSources): string => {
  if (item.place != null) return all.item.keptWhere(item.place);
  return item.media == null && item.article == null ? words.written.linkOnly : words.written.thisPc;
};

const megabytes = (bytes: number | null | undefined, { words }: BookSources): OfficeCell =>
  bytes == null || bytes === 0 ? null : words.written.size((bytes / 1_000_000).toFixed(1));

const minutesCell = (minutes: number | null | undefined): OfficeCell =>
  minutes == null || minutes === 0 ? null : minutes;

/** The courseware that the site held at the end of a day `YYYY-MM-DD`, by number. */
export const catalogueTable = (until: string, from: BookSources): OfficeTable => {
  const { items, downloads, words } = from;
  const { name, columns, reviewed } = words.written.books.catalogue;
  const taken = new Map<string, DownloadEntry>();
  for (const entry of downloads.values()) {
    const known = taken.get(entry.item);
    if (entry.life !== "deleted" && (known === undefined || entry.at < known.at)) {
      taken.set(entry.item, entry);
    }
  }
  const dayOf = (item: Courseware): string =>
    taken.get(item.id)?.date ?? (item.clippedAt == null ? "" : civilDateOf(item.clippedAt));
  const rows = [...items.values()]
    .filter((item) => isListed(item) && dayOf(item) <= until)
    .sort(
      (a, b) =>
        (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER) ||
        (a.id < b.id ? -1 : 1),
    )
    .map((item): readonly OfficeCell[] => {
      const by = taken.get(item.id)?.post ?? item.clippedBy;
      return [
        item.number ?? null,
        item.title,
        item.category == null ? null : CATEGORY_NAMES[item.category],
        item.publisher ?? item.source?.portal ?? null,
        item.publishedAt ?? null,
        item.author ?? null,
        minutesCell(item.minutes),
        (item.tags ?? []).filter(isAudience).join("、") || null,
        item.source?.url ?? null,
        dayOf(item) || null,
        by == null ? null : words.written.post(by),
        keptIn(item, from),
        item.reviewed === true ? reviewed : null,
      ];
    });
  return {
    name,
    columns: columnsOf(columns, [
      ["number", 4],
      ["title", 14],
      ["category", 6],
      ["source", 8],
      ["published", 8],
      ["speaker", 5],
      ["minutes", 5, "right"],
      ["audience", 5],
      ["address", 12],
      ["taken", 8],
      ["by", 4],
      ["kept", 6],
      ["reviewed", 4],
    ]),
    rows,
  };
};

/** What was taken down in a year, a table a month. */
export const downloadTables = (year: number, from: BookSources): readonly OfficeTable[] => {
  const { downloads, items, words } = from;
  const { columns } = words.written.books.downloads;
  const own = [...downloads.values()]
    .filter(({ life, date }) => life !== "deleted" && date.startsWith(`${year}-`))
    .sort((a, b) => (a.date === b.date ? a.at - b.at : a.date < b.date ? -1 : 1));
  return byMonth(own, ({ date }) => date).map(([month, entries]) => ({
    name: monthInWords(month),
    columns: columnsOf(columns, [
      ["day", 6],
      ["title", 18],
      ["source", 10],
      ["category", 5],
      ["minutes", 5, "right"],
      ["size", 5, "right"],
      ["kept", 5],
      ["by", 4],
    ]),
    rows: entries.map((entry): readonly OfficeCell[] => {
      const item = items.get(entry.item);
      const category = item?.category ?? entry.category;
      return [
        entry.date,
        entry.title,
        entry.publisher ?? entry.portal,
        category == null ? null : CATEGORY_NAMES[category],
        minutesCell(entry.minutes),
        megabytes(entry.size, from),
        item === undefined ? words.written.thisPc : keptIn(item, from),
        entry.post == null ? null : words.written.post(entry.post),
      ];
    }),
  }));
};
