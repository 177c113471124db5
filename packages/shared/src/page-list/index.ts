/** A portal's list: its items with title, day and kind, and how it goes on. */
export {
  chooseList,
  kindOfLink,
  type ListBlock,
  type ListRow,
  type RowAnchor,
} from "./choose-list.ts";
export { encodedPager } from "./encoded-pager.ts";
export { hostOfUrl, siteOfHost } from "./link-shape.ts";
export { titleOfLink } from "./link-title.ts";
export { dataAddress, readListAnswer } from "./list-answer.ts";
export { nextPagesOf } from "./next-pages.ts";
export {
  type DataPages,
  type LinkKind,
  type ListLink,
  linkKindSchema,
  listLinkSchema,
  MOST_LINKS,
  type NextPages,
  type PageList,
  pageListSchema,
  readsAsList,
} from "./page-list.ts";
export type { PagerFacts } from "./pager-facts.ts";
export { readLiteral } from "./read-literal.ts";
export { isFigures, LONGEST_FIGURES } from "./row-date.ts";
export { linksInScripts, linksOfRecords, readDatastore } from "./script-list.ts";
export { inSeriesOrder } from "./series-order.ts";
export { type PageTurn, turnPage } from "./turn-page.ts";
