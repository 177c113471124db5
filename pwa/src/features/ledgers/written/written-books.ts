import type { OfficeDocument, OfficeTable } from "../../../office-files/index.ts";
import type { BookSources } from "./book-sources.ts";
import { catalogueTable, downloadTables } from "./courseware-books.ts";
import { planTable, wishTable } from "./people-books.ts";

/** Books that nobody writes: they are read out of what the other rooms keep. */
export const WRITTEN_BOOKS = ["catalogue", "downloads", "wishes", "plan"] as const;
/** A book that nobody writes; see `WRITTEN_BOOKS`. */
export type WrittenBook = (typeof WRITTEN_BOOKS)[number];

/** Rows of all tables. */
export const rowsOf = (tables: readonly OfficeTable[]): number =>
  tables.reduce((sum, { rows }) => sum + rows.length, 0);

/** A paper with the site's head and lines for signatures. */
export const paperOf = (
  name: string,
  tables: readonly OfficeTable[],
  { siteName, today, words }: Pick<BookSources, "siteName" | "today" | "words">,
): OfficeDocument => ({
  title: [siteName, name].filter(Boolean).join(" "),
  lines: [
    words.written.unit(siteName === "" ? words.slip.blank : siteName),
    words.written.madeOn(today),
    words.written.rows(rowsOf(tables)),
  ],
  tables,
  foot: [],
  signed: words.written.signed,
  across: true,
  sheets: true,
});

const some = (table: OfficeTable): readonly OfficeTable[] =>
  table.rows.length === 0 ? [] : [table];

const tablesOf = (book: WrittenBook, year: number, from: BookSources): readonly OfficeTable[] => {
  switch (book) {
    case "catalogue":
      return some(catalogueTable(`${year}-12-31`, from));
    case "downloads":
      return downloadTables(year, from);
    case "wishes":
      return some(wishTable(year, from));
    case "plan":
      return some(planTable(year, from));
  }
};

/** A book of a year as a paper; without a table where nothing of that year is known. */
export const writtenBook = (book: WrittenBook, year: number, from: BookSources): OfficeDocument =>
  paperOf(from.words.written.books[book].name, tablesOf(book, year, from), from);
