import type { adding as source } from "../zh-CN/adding.ts";

const items = (count: number): string => `${count} ${count === 1 ? "item" : "items"}`;
const files = (count: number): string => `${count} ${count === 1 ? "file" : "files"}`;

/** Words of adding by hand. */
export const adding: typeof source = {
  title: "Add courseware",
  back: "Library",
  ways: "How to add",
  byFile: "Files on this PC",
  byHand: "Write one line",
  choose: "Choose files",
  chooseMore: "Choose more",
  emptyTitle: "Drop files here, or press “Choose files”.",
  emptyMore:
    "Films, recordings, PDF, Word, Excel, slides, pictures; many at once. Look them over first: they enter the book when you press “Save”.",
  drop: "Drop them here",
  leftOut: (most, left) =>
    `At most ${most} at a time; ${files(left)} did not come in. Save these, then choose the rest.`,
  list: "Courseware to add",
  columns: {
    title: "Title",
    number: "On paper already",
    minutes: "Min",
    category: "Category",
  },
  titleOf: (file) => `Title, file ${file}`,
  numberOf: (title) => `Number that “${title}” already has on paper`,
  minutesOf: (title) => `Minutes of “${title}”`,
  categoryOf: (title) => `Category of “${title}”`,
  fileInto: (digit, name, title) => `File “${title}” under ${digit} ${name}`,
  remove: (title) => `Leave out “${title}”`,
  removeShort: "Leave this one out",
  kinds: {
    video: "Video",
    film: "Film",
    audio: "Audio",
    article: "Article",
    document: "File",
    link: "Link",
  },
  picture: "Picture",
  reading: "Looking into this file…",
  suggested: (digit, why) => `Suggested: ${digit}. ${why}`,
  becauseColumn: (column) => `The folder is called “${column}”`,
  becauseFiled: (title) => `it reads like “${title}”, which you filed there`,
  becauseManner: "titles like this mostly stand there",
  becauseWords: (words) => `The title says ${words.slice(0, 2).join(", ")}`,
  oldNumber: (number) => `Use old number ${number}`,
  oldNumberOf: (number, title) => `Use old number ${number} for “${title}”`,
  allOldNumbers: (count) => `${files(count)} with old numbers: use them all`,
  otherPlayer: (format) =>
    `The browser cannot play ${format}. It gets a number, the file stays where it is, another player shows it.`,
  remarks: {
    disguised: "The name's ending is wrong; the content decides.",
    "sound-only": "Sound only, no picture.",
    large: "A big file: saving takes a while, keep this page open.",
  },
  refused: {
    empty: "This file is empty, so it is left out.",
    page: "This is a web page, not courseware. Clip it from its own page.",
    playlist: "This file only lists where films are; there is no film in it.",
    package: "This is a package from another site; it is not added here.",
    "phone-picture": "This phone picture format (HEIC) cannot be shown. Save it as JPG first.",
    unknown: "No telling what this file is, so it is left out.",
    unreadable: "Cannot be read: a folder, a stick pulled out, or a file open in another program.",
    "no-room":
      "Too big for the browser's store. Delete what nobody watches, or write one line that says where it is.",
  },
  held: "Here already:",
  heldNoNumber: "Here already, not filed yet",
  failures: {
    "disk-full": "The disk is full; this one was not saved. Make room and press “Save” again.",
    "not-kept": "This one was not saved. Press “Save” to try again.",
    "same-as-above": "The same file as one above; kept once.",
  },
  keeping: (percent) => `Saving ${percent}%`,
  kept: "Saved, its number comes next",
  added: "Saved",
  addedUnfiled: "Saved; waits in the inbox for a category",
  takenBack: "Taken back",
  save: (count) => `Save ${items(count)}`,
  stop: "Stop",
  saving: (done, all) => `Saving: ${done} of ${files(all)} done`,
  unfiled: (count) => `${items(count)} without a category will wait in the inbox.`,
  unsound: (count) =>
    count === 1
      ? "1 line needs a change before it is saved."
      : `${count} lines need a change before they are saved.`,
  keys: "file",
  stopped: "Stopped. Nothing was saved; the files are where they were.",
  nothingKept: "Nothing was saved; each line says why.",
  savedSome: (count) => `${items(count)} with a number, in the programme list already.`,
  notSaved: {
    "shelf-full": "That shelf has no numbers left; nothing was saved. Choose another category.",
    "number-taken":
      "Another item has just taken one of the numbers; nothing was saved. Change it and save again.",
    "disk-full": "The disk is full; nothing was saved. Make room and save again.",
    other: "Nothing was saved, and nothing was lost. Please press again.",
  },
  toLibrary: "See the library",
  problems: {
    "no-title": "The title cannot be empty.",
    "no-minutes": "Minutes are a whole number, 0 to 1440.",
    "no-number": "A number has 4 or 5 digits and starts with 1 to 5, such as 1014.",
    "number-taken": (number, title) =>
      title === undefined
        ? `${number} once belonged to another item and is not given again.`
        : `${number} belongs to “${title}”.`,
    "number-twice": (number) => `${number} stands here twice; a number is for one item.`,
  },
  hand: {
    lead: "What lies on a disc, in the set-top box or on another PC gets a number too: call it, and the room knows where to fetch it.",
    title: "Title",
    category: "Category",
    minutes: "Minutes",
    kind: "Kind",
    place: "Where it is",
    placeName: "Which one",
    placeHint: {
      disc: "such as 3",
      "set-top-box": "such as its on-demand menu",
      "other-pc": "such as the one upstairs",
      shelf: "such as shelf 2",
      "other-player": "the file's name",
    },
    places: {
      disc: "Disc",
      "set-top-box": "Set-top box",
      "other-pc": "Another PC",
      shelf: "Cupboard",
      "other-player": "This PC, another player",
    },
    nowhere: "Not said",
    publisher: "From",
    number: "On paper already",
    numberHint: "Empty if it is not on paper: saving gives it a new number",
    suggested: (digit, why) => `If you choose none: ${digit}. ${why}`,
    save: "Save this item",
    saved: (title) => `“${title}” saved as`,
    savedUnfiled: (title) => `“${title}” saved; it waits in the inbox for a category.`,
    draft: "What is not saved yet stays here when you close the page.",
    clear: "Clear",
  },
};
