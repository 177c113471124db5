import type { CoursewareKind } from "@dianbo/shared/courseware";
import type { usbEdition as source } from "../zh-CN/usb-edition.ts";

const MISSING: Readonly<Record<CoursewareKind, string>> = {
  video: "This video is not on the stick, or its file is damaged",
  film: "This film is not on the stick, or its file is damaged",
  audio: "This recording is not on the stick, or its file is damaged",
  article: "This article is not on the stick",
  document: "This file is not on the stick, or it is damaged",
  link: "This one has to be watched on its portal",
};

/** English words of the USB edition. */
export const usbEdition: typeof source = {
  title: "On-demand book",
  heading: "Type a number, it plays",
  waiting: "No number yet",
  menuHint: { before: "A set menu has 1 or 2 digits, then", after: "" },
  menus: "Set menus",
  noMenus: "No set menus here: type a number of four digits",
  tonight: "Tonight",
  moreMenus: (count) => `${count} more under All programmes`,
  minutes: (count) => `${count} min`,
  shelfCount: (count) => (count === 1 ? "1 item" : `${count} items`),
  edition: (number) => `edition ${number}`,
  allHere: (count) => `All ${count} are on this stick: nothing to install, no network`,
  someHere: (here, all) => `${here} of ${all} are on this stick: nothing to install, no network`,
  noneHere: "There is nothing on this stick yet. On the PC that has the book, press “Take along”.",
  noNames: "No names stay on a borrowed PC",
  played: (count) =>
    `No names stay on a borrowed PC. Played ${count === 1 ? "once" : `${count} times`}: save a receipt to carry home`,
  fullScreen: "Full screen",
  allProgrammes: "All programmes",
  otherLanguage: "中文",
  host: {
    pulled: "The stick seems to be out. Put it back and type the number to go on.",
    clock: (date) =>
      `This PC's clock says ${date}. Everything plays; the receipt counts from the day the stick was made.`,
    notKept: "This browser keeps nothing. Save a receipt before you close the page.",
  },
  receipt: {
    save: "Save receipt",
    saved: (name) => `Receipt saved: ${name}. Open it at home and it goes into the register.`,
    downloaded: (name) => `The receipt is in this PC's downloads: ${name}. Copy it onto the stick.`,
    failed:
      "The receipt was not written: the stick may be locked. What was played is kept; save it elsewhere.",
    file: "Receipt of the on-demand book",
  },
  list: {
    title: "Programme list",
    back: "Back to the numbers",
    print: "Print",
    menus: "Set menus",
    menusSay: "1 or 2 digits play a whole menu in order",
    absent: "not on this stick",
    number: "Number",
    empty: "This shelf is still empty",
    parts: (count, minutes) => `${count === 1 ? "1 part" : `${count} parts`}, ${minutes} min`,
    activity: (name, minutes) => `${name} ${minutes} min`,
    preview: "This is what comes out of the printer",
    foot: (site) => `${site} · a number once given is never changed or given to another`,
    of: (site) => `On-demand book of ${site}`,
  },
  problem: {
    "no-index": {
      title: "The folder dianbo of the stick is not here",
      say: "This page belongs beside the folder dianbo. Open it from the stick instead of copying it alone.",
    },
    "index-broken": {
      title: "The stick's index cannot be read",
      say: "The films are still there: open them from the shelves' folders. At home, press “Take along” once more.",
    },
    "newer-stick": {
      title: "This stick was made by a newer version",
      say: "Open the newer 点播本.html on the stick. The films can also be opened from the shelves' folders.",
    },
    "no-book": {
      title: "This folder holds films, but no book",
      say: "Open the films from the shelves' folders. To play by number, press “Take along” on the PC that has the book.",
    },
    folders: "Shelves' folders",
  },
  room: {
    missing: MISSING,
    missingNext: "Type another number. Add it to the stick at home; its number stays.",
    broken:
      "The stick is out, the file is damaged, or the browser cannot play it. Its number stays; put it on the stick again at home.",
    listed: (title) => `${title} was played and stands in the receipt`,
    notKept: "That one did not get into the receipt; everything still plays",
    otherProgramNext:
      "Open it in WPS, from the shelf's folder on the stick. Then come back and type a number.",
    articleGone:
      "The text of this article is not on the stick, or it is damaged. Esc leads back to the numbers.",
  },
};
