import type { Words } from "../zh-CN.ts";

const films = (count: number): string => (count === 1 ? "1 film" : `${count} films`);
const things = (count: number): string => (count === 1 ? "1 item" : `${count} items`);
const entries = (count: number): string => (count === 1 ? "1 showing" : `${count} showings`);

/** Words of the room where a stick is made for tonight, and where somebody's stick is opened. */
export const stick: Words["stick"] = {
  title: "Take it along",
  door: "Take it along",
  lead: "Puts tonight onto a stick. On any borrowed PC, open “点播本.html” on it and type a number: nothing to install, no network.",
  what: "What goes along",
  wholeBook: "The whole book",
  chooseMenu: "Choose a menu…",
  noMenus: "There is no set menu yet; the whole book can go along all the same.",
  menuOption: (number, name) => (number === undefined ? name : `${number}  ${name}`),
  minutes: (count) => `${count} min`,
  spare: "spare",
  parts: things,
  inSize: (count, size) => (count === 1 ? `1 file, ${size}` : `${count} files, ${size}`),
  nothingToCarry: "Nothing here has a film or an article that could go along.",

  absent: (count) => `${things(count)} cannot come along, the film is not on this PC:`,
  absentWhy: {
    missing: "not downloaded to this PC yet",
    link: "can only be watched online",
    place: "is kept elsewhere",
  },
  tooBig: (count) =>
    `${films(count)} of more than 4 GB. A stick of FAT32 takes no such file (right-click it, “Properties”); exFAT and NTFS do. They are copied last.`,

  where: "Where to",
  choose: "Choose the stick",
  chooseWhy: "In the window that opens, choose the stick, then “Select folder”.",
  other: "Another one",
  again: (name) => `Use “${name}” again`,
  cannot:
    "This browser does not let a page write to a stick. A zip file does as well: unpack it onto the stick.",
  makeZip: (size) => `Make a zip, ${size}`,
  zipName: (site, date) => `Dianbo ${site} ${date}`.replace(/\s+/gu, " "),
  zipping: "Making the zip",
  zipped: (name) => `Made: ${name}, in your downloads. Unpack it and put all of it onto the stick.`,
  zipFailed: "The zip was not made; there may be too little room. Make some and try again.",

  looking: "Looking at what is on the stick…",
  stickNew: "There is no book on this stick yet.",
  stickOld: (date) => `Made on ${date}; only what is missing is added.`,
  there: (count, size) => `On it already: ${films(count)}, ${size}`,
  toCopy: (count, size) =>
    `${films(count)} to copy, ${size}. The stick needs at least that much room; a browser cannot see how much it has.`,
  nothingToCopy: "All films are on it; only the programme list is written anew.",
  go: "Start",
  goOn: "Go on",
  preparing: "Writing the list, articles and covers",
  copying: (place, count, title) => `${place} of ${count}: ${title}`,
  ofBytes: (done, total) => `${done} of ${total}`,
  rate: (rate) => `${rate} a second`,
  secondsLeft: (seconds) =>
    seconds < 90
      ? `${Math.max(5, Math.ceil(seconds / 5) * 5)} seconds left`
      : `${Math.ceil(seconds / 60)} minutes left`,
  stop: "Stop for now",

  made: (name) => `Ready: “${name}” can go. Everything was read back.`,
  madeHow: "Eject it before you pull it out. Over there, double-click “点播本.html”.",
  copied: (count, size) => `${films(count)} copied, ${size}.`,
  nothingCopied: "All films were on it already; none was copied again.",
  noEdition:
    "This build carries no “点播本.html”; the films on the stick open from their folders all the same.",
  notAll: "Not all of it came along:",
  stopped: (count) => (count === 0 ? "Stopped here." : `${films(count)} done, stopped here.`),
  otherTab: "Another window is at it; wait until it is done.",
  numbersNotKept: "The numbers could not be kept, so nothing was written. Make room and try again.",
  failures: {
    "no-leave": "The browser did not let us use the stick. Try again and choose “Allow”.",
    "folder-gone":
      "The stick seems to be out. What is done counts; put it back in and go on from there.",
    "read-only": "This stick can only be read. See whether it has a small lock, or use another.",
    "folder-full":
      "The stick is full. What is done counts; delete something, or use a larger one, and go on.",
    "too-big":
      "This one is over 4 GB and the stick is FAT32, which takes no such file. Use one of exFAT or NTFS.",
    stopped: "Stopped. What is done counts, the next time goes on from there.",
    differs:
      "What was read back is not what was written; the stick may be worn. Try again, else use another.",
    "source-broken": "The copy on this PC is broken and was not copied. Download it again.",
    "not-copied": "It was not copied, try again.",
    "other-site": "Another site's book lies here and was left alone. Use another stick.",
    "newer-book":
      "A newer Dianbo made this stick, and it was left alone. Update Dianbo on this PC first.",
  },
  fullBy: (size) => `${size} more are needed.`,

  read: "Open a stick",
  readLead: "A stick that another PC made, or one that comes home.",
  open: "Open a stick",
  openAnother: "Another stick",
  openFolderFiles: "Choose the stick's folder",
  own: (date) =>
    date === undefined
      ? "This is a folder of this site."
      : `This is a stick of this site, made on ${date}.`,
  foreign: (site, date) =>
    date === undefined
      ? `This is a folder of ${site}.`
      : `This is a stick of ${site}, made on ${date}.`,
  unnamedSite: "another site",
  older: (date) =>
    `A newer one was made on ${date}; this one is old. Go by the newer for numbers and menus.`,
  films: (count, size) => `It has ${films(count)}, ${size}.`,
  noFilms: "There is no film on it.",
  spoilt: (count) =>
    `${films(count)} broken off or gone, not counted. The stick may have been pulled out too early.`,
  lacking: (count, size) => `In the book, but no film on this PC: ${films(count)}, ${size}.`,
  nothingLacking: "This PC has all films of the book.",
  take: (count) => `Copy ${films(count)} to this PC`,
  inPlace: "Play from the stick, no copying",
  inPlaceWhy: "Without copying, the stick must be in when they are played.",
  taking: (title) => `Copying: ${title}`,
  taken: (count, size) => `${films(count)} copied, ${size}, all checked.`,
  lying: (count) => `Noted: ${films(count)} play from the stick. It must be in then.`,
  list: "Look at their list",
  listWhy: "Take what you want of it, then come back here: the films can be copied too.",
  noList: "There is no list to take on this stick. Ask them to make it once more.",
  strangers: (count) =>
    `The stick has ${things(count)} that this PC's book does not know. Join the other PC's book first, under “Backup”.`,
  receipts: (count) => `${entries(count)} came home`,
  receiptsClock: "That PC's clock was wrong; these days count from the day the stick was made.",
  receiptsTake: "Enter them",
  receiptsTaken: (count) => `${entries(count)} entered in the register.`,
  receiptsKnown: "All showings on the stick are in the register already.",
  receiptsForeign: "The stick has showings of another site; they were not entered.",
  receiptsToRegister: "To the register",
  openFailures: {
    "no-book":
      "There is no book here. Choose the top of the stick, the folder that holds “dianbo”.",
    "index-broken":
      "The stick's index cannot be read. The films are there: add them as a plain folder, under “Add” in the library.",
    "newer-book": "A newer Dianbo made this stick. Update Dianbo on this PC first.",
  },
  takeFailures: {
    differs: "It is not the film that the index says; it was not taken.",
    "folder-full": "This PC is full. What is copied counts; make room and go on.",
  },
  addFolder: "Add courseware",
};
