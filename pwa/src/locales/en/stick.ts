import type { Words } from "../zh-CN.ts";

const films = (count: number): string => (count === 1 ? "1 film" : `${count} films`);
const files = (count: number): string => (count === 1 ? "1 file" : `${count} files`);
const things = (count: number): string => (count === 1 ? "1 item" : `${count} items`);
const menus = (count: number): string => (count === 1 ? "1 set menu" : `${count} set menus`);
const showings = (count: number): string => (count === 1 ? "1 showing" : `${count} showings`);

/** Words of the two rooms of a stick: one where it is made, one where it is read. */
export const stick: Words["stick"] = {
  title: "Take along",
  door: "Take along",
  lead: "On any PC, open “点播本.html” on the stick and type a number: nothing to install, no network.",
  what: "What goes along",
  scopes: { menus: "Set menus", book: "The whole book" },
  bookWhat: (count) =>
    `${things(count)} with a number; every film that is here goes along. For a large stick: whatever they ask for is there.`,
  next: (when) => `Next session: ${when}`,
  noMenus: "There is no set menu yet. Take the whole book, or arrange one first.",
  toMenus: "Arrange a menu",
  menusNone: "No menu is ticked yet.",
  minutes: (count) => `${count} min`,
  carries: (count, minutes) => `${things(count)}, ${minutes} min`,
  size: (count, size) => `${files(count)}, ${size}`,
  sizeNone: "No film needs copying.",
  articles: (count) =>
    count === 1 ? "1 article with its pictures" : `${count} articles with their pictures`,
  nothingToCarry: "Nothing here has a film or an article that could go along.",

  absent: (count) => `${things(count)} cannot come along, the film is not on this PC:`,
  absentMore: (count) => `${count} more`,
  absentWhy: {
    missing: "not here yet",
    link: "online only",
    place: "kept elsewhere",
  },
  absentDo:
    "Download it first, or put another one into the menu; if another stick has it, open that stick and copy it. You may also go without.",
  tooBig: (count) =>
    `${films(count)} of more than 4 GB. A stick of FAT32 takes no such file (right-click it, “Properties”); exFAT and NTFS do. They are copied last.`,
  renamed: (count) =>
    `The names of ${films(count)} are too long or hold signs that no stick takes. Look-alikes stand in; the numbers stay.`,

  where: "Where to",
  choose: "Choose the stick",
  chooseWhy: "In the window that opens, choose the stick, then “Select folder”.",
  other: "Another one",
  again: (name) => `Use “${name}” again`,
  zipWhy:
    "This browser does not let a page write to a stick. A zip file does as well: unpack it onto the stick. Making it needs twice the room.",
  makeZip: "Make a zip file",
  zipName: (site, date) => `Dianbo ${site} ${date}`.replace(/\s+/gu, " "),
  zipping: "Making the zip file",
  zipped: (name) =>
    `Made: ${name}, in your downloads. Unpack it and put all of it onto the top of the stick.`,
  zipFailed: "The zip was not made; there is probably too little room. Make some and try again.",

  looking: "Looking at what is on the stick…",
  stickNew: "There is no book on this stick yet.",
  stickOld: (date) => `Made on ${date}; only what is missing is added.`,
  there: (count, size) => `On it already: ${files(count)}, ${size}`,
  toCopy: (count, size) => `To copy: ${files(count)}, ${size}`,
  freeUnknown: (size) =>
    `The stick needs ${size} of room. A browser cannot see how much is left; look in “This PC”.`,
  nothingToCopy: "All films are on it. Press once more and the programme list is new too.",
  pullSafe:
    "A stick pulled out half way is no harm: what is copied counts. Put it back, press “Go on”, and it goes on with the film at which it broke off.",
  go: "Start",
  goOn: "Go on",
  onceMore: "Once more",
  preparing: "Writing the list, articles and covers",
  copying: (place, count, title) => `${place} of ${count}: ${title}`,
  ofBytes: (done, total) => `${done} of ${total}, each read back`,
  rate: (rate) => `${rate} a second`,
  secondsLeft: (seconds) =>
    seconds < 90
      ? `${Math.max(5, Math.ceil(seconds / 5) * 5)} seconds left`
      : `${Math.ceil(seconds / 60)} minutes left`,
  stop: "Stop for now",

  made: (name) => `Ready: “${name}” can go. Everything was read back.`,
  madeHow: "Eject it before you pull it out. Over there, double-click “点播本.html” on the stick.",
  copied: (count, size, known) =>
    [
      ...(count === 0 ? [] : [`${files(count)} copied, ${size}.`]),
      ...(known === 0 ? [] : [`${files(known)} lay there already and were read through.`]),
    ].join(" "),
  nothingCopied: "All films were on it already; none was copied again.",
  nothingWritten: "Everything on it is up to date; nothing was touched.",
  noEdition:
    "This build carries no “点播本.html”; the films on the stick open from their folders all the same.",
  notAll: "These did not come along:",
  stopped: (count) => (count === 0 ? "Stopped here." : `${files(count)} done, stopped here.`),
  left: (size) => `${size} to go.`,
  otherTab: "Another window is at it; wait until it is done.",
  numbersNotKept: "The numbers could not be kept, so nothing was written. Make room and try again.",
  failures: {
    "no-leave": "The browser did not let us use the stick. Try again and choose “Allow”.",
    "folder-gone":
      "The stick seems to be out. What is done counts; put it back in and go on. If its letter changed, choose it once more.",
    "read-only": "This stick can only be read. See whether it has a small lock, or use another.",
    "folder-full":
      "The stick is full. What is done counts; delete something, or use a larger one, and go on.",
    "too-big":
      "This one is over 4 GB and the stick is FAT32, which takes no such file. Use one of exFAT or NTFS.",
    stopped: "Stopped. What is done counts, the next time goes on from there.",
    differs:
      "What was read back is not what was written; the stick may be worn. Try again, else use another.",
    "source-broken":
      "The copy on this PC is broken and was not copied. Try the menu in “Will it play tonight” and mend it.",
    "not-copied": "It was not copied, try again.",
    "other-site": "Another site's book lies here and was left alone. Use another stick.",
    "newer-book":
      "A newer Dianbo made this stick, and it was left alone. Update Dianbo on this PC first.",
  },

  read: "Open a stick",
  readLead:
    "A stick that another PC made, or one that comes home. Looking at it writes nothing onto it.",
  open: "Open a stick",
  openAnother: "Another stick",
  openWhy:
    "In the window that opens, choose the top of the stick, then “Select folder”. First you see whose it is, how old, and what is on it; nothing is copied or entered before you say so.",
  openFiles: "Choose the stick's folder",
  own: (date) =>
    date === undefined ? "A folder of this site" : `A stick of this site, made on ${date}`,
  foreign: (site, date) =>
    date === undefined ? `A folder of ${site}` : `A stick of ${site}, made on ${date}`,
  unnamedSite: "another site",
  older: (date) =>
    `A newer one was made on ${date}; this one is old. Go by the newer for numbers and menus; the films are as good.`,
  onIt: "What is on it",
  films: (count, size) => `${files(count)}, ${size}`,
  noFilms: "No films",
  menus,
  tonight: (name) => `Made for “${name}”`,
  edition: {
    none: "No “点播本.html”",
    same: "“点播本.html” is the same as on this PC",
    older: "“点播本.html” is an old version; make the stick once more to renew it",
    newer: "“点播本.html” is newer than this PC's Dianbo, which should be updated",
    other: "“点播本.html” is another version than this PC's",
  },
  spoilt: (count) =>
    `${files(count)} broken off or gone, not counted. The stick may have been pulled out too early.`,

  take: "Films",
  lacking: (count, size) => `In the book, but not on this PC: ${films(count)}, ${size}`,
  lackingNone: "This PC has all that the stick has.",
  broken: (count) => `${films(count)} broken on this PC, and whole on the stick.`,
  mend: (count) => `Mend ${films(count)}`,
  mending: (title) => `Checking: ${title}`,
  mended: (count) => `${films(count)} mended and checked.`,
  takeAll: (count) => `Copy ${films(count)} here`,
  inPlace: "Play from the stick, no copying",
  inPlaceWhy:
    "From the stick: it must be in while they play, and after a restart the browser wants one more click. The films were not checked one by one; try the menu first:",
  toPreFlight: "Will it play tonight",
  taking: (title) => `Copying: ${title}`,
  taken: (count, size) => `${films(count)} copied, ${size}, all checked.`,
  lying: (count) => `Noted: ${films(count)} play from the stick.`,
  notInPlace: "Not from the stick any more",
  notTaken: "These were not taken:",
  takeFailures: {
    differs: "not the film that the stick says",
    "folder-full": "This PC is full. What is copied counts; make room and go on.",
    "folder-gone":
      "The stick seems to be out. What is copied counts; put it back and press again, only the rest is copied.",
    "no-leave": "The browser did not let us read the stick. Open it again and choose “Allow”.",
    stopped: "Stopped. What is copied counts.",
    other: "It was not copied, try again.",
  },
  list: "The list on it ",
  listOwn: "is this site's own. Another PC's book is joined here:",
  listTheirs: (count) =>
    `Their list has ${things(count)}. Take what you want of it, then come back here: the films can be copied too.`,
  toBackup: "Backup and restore",
  listLook: "Look at their list",
  listNone: "There is no list to take on this stick. Ask them to make it once more.",
  strangers: (count) => `${things(count)} that this PC's book does not know.`,
  receipts: "What came home",
  receiptsNew: (count) => `${showings(count)}, not in the register yet.`,
  receiptsClock: "That PC's clock was wrong; these days count from the day the stick was made.",
  receiptsTake: "Enter them",
  receiptsTaken: (count) => `${showings(count)} entered in the register.`,
  receiptsKnown: "All of it is in the register already.",
  receiptsNone:
    "No receipt. After a showing over there, press “Save receipt” and save it on the stick.",
  receiptsForeign: (count) =>
    count === 1
      ? "1 receipt is another site's and was not entered."
      : `${count} receipts are other sites' and were not entered.`,
  receiptsUndo: "Undo",
  receiptsNotKept: "They were not entered; the disk may be full. Make room and try again.",
  toRegister: "To the register",
  openFailures: {
    "no-book":
      "There is no book here. Choose the top of the stick, the folder that holds “dianbo”. If all you have is a receipt, take it in the register.",
    "index-broken":
      "The stick's list cannot be read. The films are there: add them as a plain folder.",
    "newer-book": "A newer Dianbo made this stick. Update Dianbo on this PC first.",
    "folder-gone": "The stick seems to be out. Put it in and open it again.",
    "no-leave": "The browser did not let us read the stick. Open it again and choose “Allow”.",
    other: "The stick cannot be read. Pull it out and put it in again, or use another port.",
  },
  addFolder: "Add courseware",
};
