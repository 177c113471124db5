/** Single sheets beside the book: wall sheet, menu card, copying slip, preview notice; what stands where. */
export { copyingSlip, type SlipRow, stripsByShelf, wallBlanks } from "./copying-slip.ts";
export { type CardLine, cardSheets, type MenuCard, menuCards } from "./menu-card.ts";
export {
  type NoticeContent,
  type NoticeLine,
  type NoticePage,
  type NoticeShowing,
  noticePages,
  noticeShowings,
  type PlacedShowing,
} from "./preview-notice.ts";
export { speakPrinted } from "./speak-printed.ts";
export {
  TILE_EDGE,
  type TitleLook,
  titleLook,
  WALL,
  type WallCell,
  type WallPage,
  type WallPaper,
  type WallTile,
  wallPages,
  wallScale,
  wallTiles,
} from "./wall-sheet.ts";
