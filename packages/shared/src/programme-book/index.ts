/** The on-demand book as paper: what stands on which page, its indexes, folding, what to print instead of a new book. */
export {
  type Blanks,
  type BookContent,
  type BookSources,
  bookContent,
  itemCount,
  type MenuRow,
  numberRange,
  TABS,
} from "./book-content.ts";
export {
  type BookLayout,
  type BookParts,
  bookPages,
  type ContentsLine,
  type IndexCell,
  isRightPage,
  menuLines,
  type NumberCell,
  type PaperPage,
  type PartName,
  type Sides,
  tabOf,
} from "./book-pages.ts";
export { type Block, type FlowedPage, flow } from "./flow.ts";
export { imposePages, SHEETS_A_LAYER, type SheetSide } from "./imposition.ts";
export { type CodeWords, type ListForCode, listForCode } from "./list-for-code.ts";
export { type ReadAloud, titleToRead } from "./pinyin-index.ts";
export { measuresOf, PRINT_SIZES, type PrintSize, scaleOf } from "./print-size.ts";
export { type SupplementPage, type SupplementRow, supplementPages } from "./supplement.ts";
export { linesOf, placesOf, settingOf, type TitleSetting } from "./title-lines.ts";
