/** Set menus: ordered bundles with minutes. */
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
export {
  readSetMenu,
  readSetMenuEntry,
  SESSION_MINUTES,
  type SetMenu,
  type SetMenuEntry,
  type SetMenuFields,
} from "./set-menu.ts";
