/** The simplest search there is: what the real one must find, nothing more and nothing less. */
import {
  foldText,
  type Searchable,
  type SearchIndex,
  searchCourseware,
} from "@dianbo/shared/search";

/** A stored text as characters with their readings. */
export type Text = readonly (readonly [character: string, readings: readonly string[]])[];

/** Takes a stored text apart. */
export const textOf = ({ characters, readings }: Searchable["texts"][number]): Text => {
  const lists = readings.split("|");
  return [...characters].map((character, at) => [
    character,
    lists[at] === undefined || lists[at] === "" ? [] : lists[at].split("/"),
  ]);
};

const fits = (word: string, text: Text, at: number): boolean => {
  const place = text[at];
  if (word === "") return true;
  if (place === undefined) return false;
  const [character, readings] = place;
  if (word.startsWith(character) && fits(word.slice(character.length), text, at + 1)) return true;
  return readings.some(
    (reading) =>
      reading.startsWith(word) ||
      (word.startsWith(reading) && fits(word.slice(reading.length), text, at + 1)) ||
      (word.charAt(0) === reading.charAt(0) && fits(word.slice(1), text, at + 1)),
  );
};

const isNumbered = (digits: string, row: Searchable): boolean =>
  row.item.number != null && String(row.item.number).startsWith(digits);

/** Whether a query finds the same items as the simplest search. */
export const sameAsSimplest = (
  query: string,
  rows: readonly (Searchable & { readonly read: readonly Text[] })[],
  index: SearchIndex,
): boolean => {
  const found = new Set(searchCourseware(query, index).items.map(({ id }) => id));
  const digits = /^\d{1,5}$/u.test(query) ? query : undefined;
  const numbered =
    digits === undefined
      ? []
      : rows.filter((row) => isNumbered(digits, row)).map(({ item }) => item.id);
  const words = foldText(query).split(" ");
  const worded =
    digits !== undefined && digits.length < 4 && numbered.length > 0
      ? []
      : rows
          .filter(({ read }) => {
            return words.every((word) =>
              read.some((text) => text.some((_, at) => fits(word, text, at))),
            );
          })
          .map(({ item }) => item.id);
  const expected = new Set([...numbered, ...worded]);
  return expected.size === found.size && [...expected].every((id) => found.has(id));
};
