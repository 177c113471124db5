/** A Latin letter of a head takes so much of a Chinese character. */
const LETTER = 0.6;
/** A longer word than this breaks after all: an address, a key. */
const MOST_LETTERS = 12;
/** What a cell's own edges take, in characters. */
const EDGES = 0.8;

/**
 * Shares of a page's width, in percent, for columns whose widths a form gives in Chinese characters. A column is never
 * narrower than the longest word that stands in it by itself, so that no English head breaks in the middle of a word.
 */
export const columnWidths = (
  columns: readonly { readonly width: number; readonly words: readonly string[] }[],
): readonly string[] => {
  const widths = columns.map(({ width, words }) => {
    const letters = words.flatMap((text) => text.match(/[A-Za-z]+/gu) ?? []);
    const longest = Math.min(MOST_LETTERS, Math.max(0, ...letters.map(({ length }) => length)));
    return Math.max(width, longest === 0 ? 0 : longest * LETTER + EDGES);
  });
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => `${(width / all) * 100}%`);
};
