/** What a page of A4 across holds in a line of its tables, in characters. */
export const ROOM_ACROSS = 70;

/** A Latin letter or a figure takes so much of a Chinese character. */
const LETTER = 0.55;
/** A longer word than this breaks after all: an address, a key. */
const MOST_LETTERS = 12;
/** What a cell's own edges take, in characters. */
const EDGES = 0.9;

/** What a column needs at least, in characters, so that no word in it breaks. */
const leastOf = (words: readonly string[]): number => {
  const letters = words.flatMap((text) => text.match(/[A-Za-z0-9-]+/gu) ?? []);
  const longest = Math.min(MOST_LETTERS, Math.max(0, ...letters.map(({ length }) => length)));
  return longest === 0 ? 0 : longest * LETTER + EDGES;
};

/**
 * Shares of a page's width, in percent, for columns whose widths a form gives in Chinese characters. Where the page
 * holds it (`room` characters), a column is no narrower than the longest word, number or day that stands in it, so
 * that none breaks in its middle; the others give way by their widths.
 */
export const columnWidths = (
  columns: readonly { readonly width: number; readonly words: readonly string[] }[],
  room: number,
): readonly string[] => {
  const least = columns.map(({ words }) => leastOf(words));
  const fits = least.reduce((sum, one) => sum + one, 0) < room;
  let held: ReadonlySet<number> = new Set();
  for (;;) {
    const left = least.reduce((sum, one, at) => sum - (held.has(at) ? one : 0), room);
    const free = columns.reduce((sum, { width }, at) => sum + (held.has(at) ? 0 : width), 0);
    const widths = columns.map(({ width }, at) =>
      held.has(at) ? (least[at] ?? 0) : (width / free) * left,
    );
    const short = widths.flatMap((width, at) =>
      fits && !held.has(at) && width < (least[at] ?? 0) ? [at] : [],
    );
    if (short.length === 0) return widths.map((width) => `${(width / room) * 100}%`);
    held = new Set([...held, ...short]);
  }
};
