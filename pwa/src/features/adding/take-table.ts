import { suggestCategory } from "@dianbo/shared/category";
import { type Courseware, isListed } from "@dianbo/shared/courseware";
import { plainTitle } from "@dianbo/shared/likeness";
import { matchFiles, type OldRow } from "@dianbo/shared/old-list";
import { type BroughtRow, isOpen } from "./row.ts";

/** A row of a site's old table as a row of the preview; its film may join it later. */
export const rowOfTable = (key: string, old: OldRow): BroughtRow => {
  const suggested =
    old.category === undefined ? suggestCategory({ host: "", title: old.title }) : undefined;
  return {
    key,
    file: undefined,
    lies: undefined,
    listed: {
      line: old.line,
      publisher: old.publisher,
      publishedAt: old.publishedAt,
      tags: old.audiences.length === 0 ? undefined : old.audiences,
      place: old.place,
      note: old.note,
      oddNumber: old.oddNumber,
    },
    title: old.title,
    kind: "video",
    mime: "",
    seconds: undefined,
    minutes: old.minutes === undefined ? "" : String(old.minutes),
    category: old.category ?? suggested?.category,
    reason: suggested?.reason,
    number: old.number === undefined ? "" : String(old.number),
    oldNumber: undefined,
    titleUnderNumber: undefined,
    otherPlayer: undefined,
    remarks: [],
    state: { type: "ready" },
  };
};

/** Finds the item that a row of a table is already: of the same title, and of the same number where both have one. */
export const heldByTitle = (
  items: Iterable<Courseware>,
): ((row: Pick<BroughtRow, "title" | "number">) => Courseware | undefined) => {
  const byTitle = new Map<string, Courseware[]>();
  for (const item of items) {
    if (!isListed(item)) continue;
    const title = plainTitle(item.title);
    byTitle.set(title, [...(byTitle.get(title) ?? []), item]);
  }
  return ({ title, number }) =>
    byTitle
      .get(plainTitle(title))
      ?.find((item) => number === "" || item.number == null || String(item.number) === number);
};

const withFile = (listed: BroughtRow, film: BroughtRow): BroughtRow => ({
  ...film,
  listed: listed.listed,
  title: listed.title,
  // The film itself knows best how long it is.
  minutes: film.minutes === "" ? listed.minutes : film.minutes,
  number: listed.number === "" ? film.number : listed.number,
  category: listed.category ?? film.category,
  reason: listed.category === undefined ? film.reason : listed.reason,
});

/**
 * Lets each row of the table and its film become one row, where it is plain which film it is. Rows that
 * are saved, refused or held already stay as they are.
 */
export const joinFilms = (rows: readonly BroughtRow[]): readonly BroughtRow[] => {
  const films = rows.filter(
    (row) =>
      row.file !== undefined &&
      row.listed === undefined &&
      (isOpen(row) || row.state.type === "reading"),
  );
  const listed = rows.filter((row) => row.file === undefined && isOpen(row));
  const found = matchFiles(
    films.map(({ key, titleUnderNumber, title, oldNumber }) => ({
      key,
      title: titleUnderNumber ?? title,
      number: oldNumber,
    })),
    listed.map(({ title, number }) => ({
      title,
      number: number === "" ? undefined : Number(number),
    })),
  );
  const joined = new Map<string, BroughtRow>();
  const gone = new Set<string>();
  for (const film of films) {
    const at = found.get(film.key);
    const row = at === undefined ? undefined : listed[at];
    if (row === undefined) continue;
    joined.set(film.key, withFile(row, film));
    gone.add(row.key);
  }
  return rows.flatMap((row) => (gone.has(row.key) ? [] : [joined.get(row.key) ?? row]));
};
