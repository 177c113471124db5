/** Something that stands on a page whole: a row, an entry of an index, a heading. */
export interface Block<T> {
  /** In mm; nothing taller than a column is ever made. */
  readonly height: number;
  /** A heading: it never stands last in a column. */
  readonly heading?: boolean;
  readonly content: T;
}

/** One page: its columns, each from top to bottom. */
export type FlowedPage<T> = readonly (readonly T[])[];

/** Rounding of lengths that add up to exactly one column. */
const TOLERANCE_MM = 0.01;

/**
 * Lets blocks flow down columns and over pages. Chromium 109 cannot draw our running heads and page
 * numbers, so pages are made here, from heights that the style sheet keeps. No block is split, order is
 * kept, and no heading stands last in a column: it goes over with what it heads.
 */
export const flow = <T>(
  blocks: readonly Block<T>[],
  page: { readonly height: number; readonly columns: number },
): readonly FlowedPage<T>[] => {
  const columns: Block<T>[][] = [];
  let column: Block<T>[] = [];
  let filled = 0;
  const turn = (): void => {
    if (column.length > 0) columns.push(column);
    column = [];
    filled = 0;
  };
  for (const [at, block] of blocks.entries()) {
    // A heading needs room for itself, the headings right after it, and the first thing they head.
    let needed = block.height;
    for (let next = at; blocks[next]?.heading === true; next += 1) {
      needed += blocks[next + 1]?.height ?? 0;
    }
    if (filled > 0 && filled + needed > page.height + TOLERANCE_MM) turn();
    column.push(block);
    filled += block.height;
  }
  turn();
  const pages: T[][][] = [];
  for (let at = 0; at < columns.length; at += page.columns) {
    pages.push(
      columns.slice(at, at + page.columns).map((blocks) => blocks.map(({ content }) => content)),
    );
  }
  return pages;
};
