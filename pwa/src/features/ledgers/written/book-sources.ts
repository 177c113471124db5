import type { CivilDate } from "@dianbo/shared/clock";
import type { Schedule } from "@dianbo/shared/session";
import type { StandingRow } from "../../../app/use-standings.ts";
import type { Words } from "../../../locales/index.ts";
import type { OfficeTable } from "../../../office-files/index.ts";
import type { LibrarySnapshot } from "../../../storage/index.ts";
import type { PaperWords } from "../paper-words.ts";

/** What those books are read out of. */
export interface BookSources {
  readonly siteName: string;
  readonly today: CivilDate;
  readonly items: LibrarySnapshot["items"];
  readonly downloads: LibrarySnapshot["downloads"];
  readonly menus: LibrarySnapshot["menus"];
  readonly standings: readonly StandingRow[];
  readonly schedule: Schedule;
  readonly words: PaperWords;
  readonly all: Words;
}

type Align = OfficeTable["columns"][number]["align"];

/** The columns of a book in the order of its words, with their widths in Chinese characters. */
export const columnsOf = <K extends string>(
  names: Readonly<Record<K, string>>,
  order: readonly (readonly [K, number, Align?])[],
): OfficeTable["columns"] =>
  order.map(([key, width, align = "left"]) => ({ name: names[key], width, align }));

/** Months that rows fall into, rising, with those rows in their order. */
export const byMonth = <T>(
  rows: readonly T[],
  dayOf: (row: T) => string,
): readonly (readonly [string, readonly T[]])[] => {
  const months = new Map<string, T[]>();
  for (const row of rows) {
    const month = dayOf(row).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), row]);
  }
  return [...months].sort(([a], [b]) => (a < b ? -1 : 1));
};
