import { plainTitle } from "../likeness/index.ts";

/** What a file's name told of it. */
export interface NamedFile {
  readonly key: string;
  readonly title: string;
  readonly number: number | undefined;
}

/** What a row of the old list tells of a film. */
export interface ListedTitle {
  readonly title: string;
  readonly number: number | undefined;
}

/** The least of a title that may stand for the whole: 「党旗」 alone is in too many. */
const LONG_ENOUGH = 4;

const onlyOne = <T>(found: readonly T[]): T | undefined =>
  found.length === 1 ? found[0] : undefined;

/**
 * Finds which row of the old list speaks of which file: by the number at the file's name, else by the
 * same title, else where one title holds the other and no second one does. Each row and each file is
 * used once; what stays open is left to the person. Returns the row's place by the file's key.
 */
export const matchFiles = (
  files: readonly NamedFile[],
  rows: readonly ListedTitle[],
): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  const used = new Set<number>();
  const take = (file: NamedFile, at: number | undefined): void => {
    if (at === undefined || used.has(at) || found.has(file.key)) return;
    used.add(at);
    found.set(file.key, at);
  };
  const byNumber = new Map<number, number[]>();
  const byTitle = new Map<string, number[]>();
  const plain = rows.map(({ title }) => plainTitle(title));
  for (const [at, { number }] of rows.entries()) {
    if (number !== undefined) byNumber.set(number, [...(byNumber.get(number) ?? []), at]);
    const title = plain[at] ?? "";
    if (title !== "") byTitle.set(title, [...(byTitle.get(title) ?? []), at]);
  }
  for (const file of files) {
    if (file.number !== undefined) take(file, onlyOne(byNumber.get(file.number) ?? []));
  }
  for (const file of files)
    take(file, onlyOne((byTitle.get(plainTitle(file.title)) ?? []).filter((at) => !used.has(at))));
  const open = plain.flatMap((title, at) =>
    used.has(at) || title.length < LONG_ENOUGH ? [] : [{ title, at }],
  );
  for (const file of files) {
    const title = plainTitle(file.title);
    if (found.has(file.key) || title.length < LONG_ENOUGH) continue;
    const alike = open.filter(
      (row) => !used.has(row.at) && (row.title.includes(title) || title.includes(row.title)),
    );
    take(file, onlyOne(alike)?.at);
  }
  return found;
};
