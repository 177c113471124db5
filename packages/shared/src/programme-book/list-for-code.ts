import { CATEGORY_NAMES } from "../category/index.ts";
import { type BookContent, numberRange } from "./book-content.ts";

/** Bytes that a QR code of 60 mm still shows in squares that an old telephone reads from paper. */
const MOST_BYTES = 1100;

/** What the code's words are, in the language of the paper. */
export interface CodeWords {
  /** 「青禾社区点播本 第 3 期」 */
  readonly head: string;
  readonly minutes: (count: number) => string;
  readonly menu: (number: number, name: string) => string;
}

/** What a QR code says and whether it is the whole list. */
export interface ListForCode {
  readonly text: string;
  readonly whole: boolean;
}

/**
 * The programme list as plain text for the QR code on the back, which any telephone shows without this
 * program and without the net: every number and title where that fits, else set menus and what each
 * shelf holds.
 */
export const listForCode = (
  { menus, shelves }: BookContent,
  words: CodeWords,
  bytesOf: (text: string) => number,
): ListForCode => {
  const menuLines = menus.map(
    ({ number, menu, times }) => `${words.menu(number, menu.name)} ${words.minutes(times.total)}`,
  );
  const rows = shelves.flatMap(({ rows: own }) =>
    own.flatMap(({ number, item }) =>
      item === undefined
        ? []
        : [
            item.minutes == null || item.minutes === 0
              ? `${number} ${item.title}`
              : `${number} ${item.title} ${words.minutes(item.minutes)}`,
          ],
    ),
  );
  const whole = [words.head, ...menuLines, ...rows].join("\n");
  if (bytesOf(whole) <= MOST_BYTES) return { text: whole, whole: true };
  const ranges = shelves.flatMap(({ category, rows: own }) =>
    own.length === 0
      ? []
      : [`${CATEGORY_NAMES[category]} ${numberRange(own.map(({ number }) => number))}`],
  );
  const lines = [words.head, ...ranges];
  for (const line of menuLines) {
    if (bytesOf([...lines, line].join("\n")) > MOST_BYTES) break;
    lines.push(line);
  }
  return { text: lines.join("\n"), whole: false };
};
