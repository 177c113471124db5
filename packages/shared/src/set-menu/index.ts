/** Set menus: ordered bundles with minutes. */
export {
  type ArchivedSeason,
  archivedBySeason,
  archiveSetMenus,
  bringBackSetMenus,
  byMenuNumber,
  isArchived,
  isOffered,
  menuNumbersLeft,
  SEASONS,
  type Season,
  type SeasonOfYear,
  seasonOf,
} from "./archive.ts";
export {
  addToMenu,
  createSetMenu,
  deleteSetMenu,
  editSetMenu,
  entriesOf,
  isOrderKey,
  type MenuContent,
  type MenuTimes,
  moveInMenu,
  type Ordered,
  orderBetween,
  placeAmong,
  type Random,
  removeFromMenu,
  sortEntries,
  type TimedEntry,
  timesOf,
} from "./arrange.ts";
export { duplicateSetMenu, editActivity } from "./edit-entries.ts";
export { createFilledMenu, fillMenu, type MenuLine } from "./fill-menu.ts";
export { type MenuDay, type MenuSession, menuDays, type Played } from "./menu-days.ts";
export {
  isMustPlay,
  type MustPlayTimes,
  markAllMustPlay,
  markMustPlay,
  mustPlayTimes,
} from "./must-play.ts";
export {
  readSetMenu,
  readSetMenuEntry,
  SESSION_MINUTES,
  type SetMenu,
  type SetMenuEntry,
  type SetMenuFields,
} from "./set-menu.ts";
