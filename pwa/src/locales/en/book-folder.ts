import type { Words } from "../zh-CN.ts";
import { counted } from "./counted.ts";

const films = (count: number): string => (count === 1 ? "1 film" : `${count} films`);

/** Words of the room where films are kept: browser, folder, tidying. */
export const bookFolder: Words["bookFolder"] = {
  title: "Where films are kept",
  door: "Where films are kept",
  browser: (count, size) => `${counted(count, "file")} in the browser, ${size}`,
  browserNone: "No film in the browser yet",
  space: (size) => `${size} are left`,
  spaceUnknown: "The browser does not say how much room is left",
  unplayed: (count) => `${count} not played for 12 months`,
  unplayedNone: "Nothing has been lying unplayed for 12 months",

  folder: "Folder",
  lead: "Choose a folder: a second disk, a portable disk, a stick. Films are copied there as “category / number title”: they open on any PC, and on an old TV with a USB port.",
  cannot: "This browser lets no page use a folder. A newer Chrome, Edge or 360 does.",
  choose: "Choose a folder",
  other: "Another one",
  forget: "Stop using it",
  lapsed: (name) =>
    `The browser was started anew and needs one click before “${name}” can be used again. The films in it are safe. Where it offers “Allow on every visit”, choose that: then it does not ask again.`,
  allow: (name) => `Open “${name}”`,
  looking: "Looking what is there…",
  inFolder: (count, size) => `There already: ${films(count)}, ${size}`,
  missing: (count, size) => `Not copied yet: ${films(count)}, ${size}`,
  nothingMissing: "Every film with a number is there.",
  nothingYet: "No film has a number yet. Once filed, it has one and can be copied.",
  onlyThere: (count) => `${films(count)} of these only in the folder`,
  tooBig: (count) =>
    `${films(count)} of more than 4 GB. A stick that is FAT32 cannot take them: see “File system” in its properties; exFAT and NTFS can. They are copied last.`,
  copy: (count) => `Copy ${films(count)}`,
  freesFirst: "Once checked, keep no copy in the browser",
  freesFirstWhy:
    "Makes room; films then play from the folder. While the folder is not there, they cannot.",
  freeNow: "Check, and make room",
  copying: (place, count, title) => `${place} of ${count}: ${title}`,
  ofBytes: (done, total) => `${done} / ${total}, each read back after copying`,
  freeing: "Reading the folder; each film that is right makes room",
  bringing: "Copying back into the browser",
  stop: "Stop for now",
  copied: (count, name) => `${films(count)} copied to “${name}”, each read back and right.`,
  nothingCopied: "All are there, there was nothing to copy.",
  alsoFreed: (count) => `${films(count)} given up in the browser.`,
  stopped: (count) => `${films(count)} copied, then it stopped.`,
  otherTab: "Another window is copying; wait until it is done.",
  freed: (count, size) => `${size} of room made; ${films(count)} now play from the folder.`,
  brought: (count) => `${films(count)} back in the browser.`,
  dropped: (count, size) =>
    `${size} of room made. ${films(count)} gone; numbers and entries are kept.`,
  bringBack: "Bring back",
  bringAll: (count) => `Bring ${films(count)} back into the browser`,
  troubles: "What did not work",
  failures: {
    "no-leave": "The browser did not allow the folder. Try again and press “Allow” when it asks.",
    "folder-gone":
      "The folder is not there; the stick may be out. What was done counts: plug it in and go on.",
    "read-only": "It can be read, not written. Look for a lock on the stick, or take another.",
    "folder-full": "There is no more room. What was done counts; make room or take a larger one.",
    stopped: "Stopped. What was done counts, the next time goes on from here.",
    differs:
      "It did not read back the same; the disk may be failing. Try once more, or another disk.",
    "source-broken":
      "The copy in the browser is broken and was not copied. Please download it again.",
    "not-copied": "It was not copied; try again.",
    "too-big":
      "This one is over 4 GB, and this stick is FAT32, which takes no such file. Use one of exFAT or NTFS; the others are copied all the same.",
    "other-site": "Another site's book lies there; it was left alone. Choose another folder.",
    "newer-book":
      "A newer version wrote what lies there; it was left alone. Update the app on this PC first.",
  },

  tidy: "Make room",
  tidyLead: "Only to look at: nothing goes by itself. Numbers, titles and the register stay.",
  never: "never played",
  played: (date) => `last played ${date}`,
  kept: (date) => `kept since ${date}`,
  safe: "In the folder",
  onlyHere: "Only copy",
  tick: (title) => `Tick “${title}”`,
  tickSafe: "Tick those in the folder",
  chosen: (count, size) => `${count} ticked, ${size}`,
  freeChosen: (count) => `Make room of ${count}, play from the folder`,
  dropChosen: (count) => `Keep these ${count} no longer…`,
  dropWhat: (count) =>
    `${films(count)} with no other copy: once gone, to be downloaded again. Copied to the folder first, nothing is lost.`,
  dropYes: "Keep them no longer",
  dropNo: "Keep them for now",
  more: (count) => `${count} more`,
  showAll: "List them all",

  lineLapsed: (name, count) =>
    `${films(count)} in “${name}”: the browser needs one click before they play. Where it offers “Allow on every visit”, choose that: then it does not ask again.`,
  lineSpace: (unplayed, space) => (space === undefined ? `${unplayed}.` : `${space}, ${unplayed}.`),
  look: "See",
};
