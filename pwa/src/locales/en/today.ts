import type { today as source } from "../zh-CN/today.ts";

/** Words of the start page. */
export const today: typeof source = {
  week: (week) => `Week ${week}`,
  setMenus: "Set menus",
  allMenus: (count) => `All ${count}`,
  minutes: "min",
  session: (minutes) => `session of ${minutes} min`,
  over: (minutes) => `${minutes} min over`,
  left: (minutes) => `${minutes} left`,
  find: "Number, title or pinyin initials",
  arrange: "Arrange menus",
  noMenus: "No set menu yet. Put a few items together and one number calls them all.",
  atHand: "To do",
  oneByOne: "one at a time",
  waiting: "clips wait for a category",
  waitingWhy: "a number comes with the category",
  file: "File",
  unprinted: "new items are not in the printed book",
  unprintedWhy: (edition) =>
    edition === undefined ? "nothing printed yet" : `the last edition is no. ${edition}`,
  print: "Print the book",
  pending: "places where the two posts differ",
  pendingWhy: "both are kept until you choose",
  look: "Look",
  damaged: "rows cannot be read",
  damagedWhy: "their text is kept",
  nothingWaits: "Nothing waits for you.",
  startTitle: "Three things to begin with",
  startClip: "Install the extension, open a portal, press Alt+Shift+D, then 1 to 5.",
  startClipHere: "Open a portal, press Alt+Shift+D, then 1 to 5: the item has its number.",
  startRoom: "Press “Study room” at the lower left, type a number, Enter plays.",
  startSample:
    "Or look around first: load 86 sample items and 10 set menus; one press removes them.",
  loadSample: "Load the samples",
  sampleThere: (count) =>
    `${count} sample items are in here; remove them when you have seen enough.`,
  removeSample: "Remove the samples",
  storage: (count, size) => `${count} ${count === 1 ? "file" : "files"} on this PC, ${size}`,
  storageNone: "No film or file on this PC yet",
  extensionHome: "Removing the extension removes the book; back up first.",
};
