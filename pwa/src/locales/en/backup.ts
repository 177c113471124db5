import type { Words } from "../zh-CN.ts";

const many = (count: number, one: string, more = `${one}s`): string =>
  `${count} ${count === 1 ? one : more}`;

/** Words of backup and restore in English. */
export const backup: Words["backup"] = {
  title: "Backup and restore",
  settingsHint: "One file with courseware, numbers, set menus and the playback register",
  doorTitle: "Carry on from a backup",
  doorHint: "On a new PC, or after a fresh start: your book comes back, numbers included",
  toRoom: "Backup and restore",
  last: (date) => `Last backup: ${date}`,
  lastWithMedia: (date) => `Last backup: ${date}, films included`,
  never: "Never backed up",
  neverDue: (items) =>
    `Never backed up, and there are ${items} items now. Keep a copy on a USB stick in case this PC breaks.`,
  oldDue: (date, days) => `Last backup: ${date}, ${days} days ago. Time for a new one.`,
  now: "Back up now",
  makeTitle: "Back up",
  makeLead:
    "Courseware, numbers, set menus, the playback register, the ledgers and roll-call counts go into one file. Keep it on a USB stick, and you can carry on even if this PC breaks or the extension is removed.",
  withMedia: (files, size) => `Include films and files (${files}, ${size})`,
  noMedia: "No films or files on this PC yet, so only the list is kept",
  noNames:
    "Rosters, roll calls and signed feedback are not in it: no backup holds names. Where two PCs meet, the other has them too.",
  keyHint: "The backup holds your site's key. Keep it within your site.",
  making: (done, total) => `Writing, ${done} of ${total}`,
  cancel: "Stop",
  cancelled: "Stopped. What was half written cannot be used.",
  made: (name, size) => `Saved: ${name}, ${size}`,
  downloaded: "It is in your Downloads folder. A copy on a USB stick is safer.",
  diskFull: "No room there, so nothing was saved. Try another place, or leave the films out.",
  notMade: "It could not be written. Check that the USB stick is still in, and try again.",
  folderChoose: "Choose a folder once; backups then go there",
  folderChosen: (folder) => `Backups go to “${folder}”`,
  folderKeeps: (count) => `The last ${count} stay there; those with films are never removed`,
  folderOther: "Another folder",
  folderForget: "Save files instead",
  folderRefused:
    "The browser did not allow writing into that folder, so nothing was saved. Press “Back up now” again and allow it when asked.",
  folderGone:
    "That folder cannot be found; the USB stick may be out. Nothing was saved, and earlier backups are untouched. Put it in and try again.",
  folderAsFile: "Save a file this time",
  madeInFolder: (folder, name, size) => `Saved in “${folder}”: ${name}, ${size}`,
  folderLook: "Look into the backup folder",
  folderEmpty: (folder) => `There is no Dianbo backup in “${folder}”.`,
  folderList: (folder) => `Backups in “${folder}”`,
  folderHalf: "not written to its end, cannot be used",
  folderTake: "Look at it",
  folderTakeName: (name) => `Look at it: ${name}`,
  fileName: (site, date, withFilms) =>
    `Dianbo backup${site === "" ? "" : ` ${site}`} ${date}${withFilms ? " with films" : ""}`,
  fileKind: "Dianbo backup",

  restoreTitle: "Restore from a backup",
  restoreLead:
    "Choose a backup, see what is in it, then decide. Nothing changes while you are looking.",
  choose: "Choose a backup file",
  chooseOther: "Choose another file",
  reading: "Looking into the backup",
  unnamedSite: "A site without a name",
  preview: (site, date) => `${site}, backed up ${date}`,
  counts: (items, menus, playbacks) =>
    `${many(items, "item")}, ${many(menus, "set menu")}, ${many(playbacks, "showing")} in the register`,
  mediaThere: (files, size) => `With ${many(files, "film or file", "films and files")}, ${size}`,
  mediaNotThere: (files) =>
    `Without films. The list names ${files}; they can be fetched again later`,
  channels: (count) =>
    `${many(count, "channel")}: who made it and its release; the list is not in here, so open the channel file again afterwards`,
  sameAsHere: "The same as on this PC. There is nothing to add.",
  onlyThere: (count) => `In the backup, not here: ${count}`,
  newerThere: (count) => `With changes in the backup that are not here: ${count}`,
  onlyHere: (count) => `Here, not in the backup: ${count}`,
  newerHere: (count) => `Changed here since: ${count}`,
  emptyHere: "Nothing of your own is on this PC yet, so you can simply carry on from the backup.",
  goOn: "Carry on from this backup",
  merge: "Merge",
  mergeHint:
    "Both sides stay, nothing is lost. Where both changed the same thing, you choose later.",
  replace: "Replace with the backup",
  replaceWarn: (count) =>
    count === 0
      ? "Courseware, numbers and set menus go back to the day of the backup."
      : `Courseware, numbers and set menus go back to the day of the backup; ${many(count, "later change")} here will be replaced.`,
  replaceKept:
    "The present state is kept first, so you can come back to it. To be on the safe side, back it up to a USB stick.",
  replaceFirst: "Back up the present state",
  replaceYes: "Replace with the backup",
  replaceNo: "Leave it",
  otherSite: (site) =>
    `This is the backup of “${site}”, and this PC holds another site's book. The two cannot be mixed. To take over their courseware, ask them for a list.`,
  working: "Restoring",
  filesComing: (done, total) => `The book is back. Copying films, ${done} of ${total}`,
  stopFiles: "Stop copying",
  done: (items, menus) =>
    `Restored: ${many(items, "item")}, ${many(menus, "set menu")}, with their numbers.`,
  merged: (items, menus) =>
    `Merged: there are now ${many(items, "item")} and ${many(menus, "set menu")}.`,
  filesKept: (count) => `${many(count, "film or file", "films and files")} copied.`,
  filesLost: (count) =>
    `${many(count, "file")} broken and not taken. The items are there; fetch them again from their pages.`,
  filesFull:
    "The disk is full, so the other films were not copied. Make room and choose this backup again; it goes on from there.",
  look: "See the courseware",
  pointThere: (time) => `Restored once, ${time}. The state before is still kept.`,
  back: "Go back to before",
  backWarn: "What you changed since the restore will be gone.",
  backYes: "Go back to before",
  backDone: "Back to the state before the restore.",
  failures: {
    "not-a-backup": "This file is no Dianbo backup. Your book was not touched.",
    "backup-incomplete":
      "This backup was not written to its end; the copy may have broken off. Your book was not touched. Try another one.",
    "backup-damaged":
      "This backup is broken: its content does not match. Your book was not touched. Try another one.",
    "newer-backup":
      "This backup was made by a newer Dianbo. Update Dianbo on this PC first. Your book was not touched.",
    "disk-full":
      "The disk is full, so nothing was restored. Your book is as it was. Make room and try again.",
    "not-stored":
      "The browser refused to store it, so nothing was restored. Your book is as it was.",
    "shelf-full":
      "A category has run out of numbers, so nothing was restored. Your book is as it was.",
    "other-site": "This is another site's backup. Your book was not touched.",
    "no-restore-point": "The earlier state is no longer kept, so there is no way back.",
  },
};
