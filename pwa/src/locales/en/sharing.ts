import type { Words } from "../zh-CN.ts";

const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
const items = (count: number): string => counted(count, "item", "items");
const menus = (count: number): string => counted(count, "set menu", "set menus");

const WHY_LEFT = {
  ended: "",
  stopped: ", you stopped it",
  "disk-full": ", the disk is full: make room, then go on",
  unreadable: ", the file cannot be read: perhaps the stick was pulled out",
} as const;

/** Words of sharing lists, in English. */
export const sharing: Words["sharing"] = {
  title: "Share",
  ourSite: "Our site",
  give: "Give somebody a list",
  giveNote:
    "A list names titles, sources, categories, minutes and programme numbers, and carries this site’s signature.",
  everything: "All courseware",
  shelves: "One shelf",
  menus: "One set menu",
  noMenus: "There is no set menu yet.",
  noItems: "There is no courseware yet. Clip a few items first.",
  count: items,
  export: "Export list",
  exportOf: (name) => `Export list: ${name}`,
  text: "For WeChat",
  textOf: (name) => `Write as text for WeChat: ${name}`,
  asTextOf: (name) => `For WeChat: ${name}`,
  asTextNote: (count) =>
    count === 1
      ? "Copy this and send it. Whoever gets it copies all of it and pastes it into Dianbo."
      : `${count} parts, one message each, in any order. Whoever gets them pastes them into Dianbo.`,
  copyText: "Copy",
  copyPart: (part) => `Copy part ${part}`,
  copied: (part) => `Part ${part} is copied. Paste it into WeChat, then come back for the next.`,
  allCopied: "All of it has been copied. Paste it into WeChat.",
  copyByHand: "This browser will not copy by itself. The text is chosen: press Ctrl+C.",
  backToLists: "Back, choose another",
  tooLongForText: (count) => `${items(count)} are too many for a chat. Use “Export list” instead.`,
  pasteHere: "Paste text from WeChat",
  pasteNote: "part by part if need be; Ctrl+V works on any page",
  clearPasted: "Clear",
  noCode:
    "There is no list of Dianbo in this. Please copy the whole message, from its first sign to its last.",
  partsMissing: (missing, damaged, count) => {
    const named = (parts: readonly number[], what: string): string =>
      parts.length === 0
        ? ""
        : `, ${parts.length === 1 ? "part" : "parts"} ${parts.join(", ")} ${what}`;
    return `${count} parts in all${named(missing, "missing")}${named(damaged, "not copied whole")}. Just go on pasting; what is here stays.`;
  },
  selection: "Chosen courseware",
  withNotes: "Take the notes along",
  withNotesHint: "Notes are written for yourself; usually they stay here",
  withFilms: "Take the films along",
  withFilmsHint:
    "only those on this PC. Films belong to their portals: copy them for sites without a network, and give others the list",
  packageKind: "Dianbo package",
  packing: "Packing films",
  packed: (done, total) => `${done} of ${total} packed`,
  stopPacking: "Stop",
  packaged: (fileName, films, size) =>
    films === 0
      ? `“${fileName}” is saved. This PC has no films of these items, so it is the list alone.`
      : `“${fileName}” is saved with ${counted(films, "film", "films")}, ${size}.`,
  notPackaged: {
    stopped: "Nothing was saved.",
    failed: "It was not saved: the disk may be full, or a film has gone. Make room and try again.",
  },
  exported: (fileName, count) => `“${fileName}” is in your downloads, ${items(count)}.`,
  exportedShort: "The list is in your downloads.",
  take: "Take somebody’s list",
  takeNote: "Look at what is in it first, then decide.",
  choose: "Choose a file",
  otherWays:
    "You can also drop a .dianbo file on any page of this window, or copy the file and press Ctrl+V here.",
  reading: (name) => `Looking at “${name}”…`,
  refusedTitle: "This list was not taken, and nothing in the book has changed.",
  failures: {
    "not-a-package":
      "This is not a list of Dianbo, or it did not arrive whole. Please ask for it again.",
    "package-damaged": "The file is damaged, most likely on its way here. Please ask for it again.",
    "unsafe-name": "The file hides names that are not safe, so it was not opened.",
    "too-many-files": "There is too much in this file for a list, so it was not opened.",
    "package-too-large": "The list in this file is too large, so it was not opened.",
    "not-a-list": "There is no list in this file. Perhaps it is the wrong one.",
    "newer-version":
      "This list was made by a newer Dianbo, which this one cannot read. Please update first.",
    "one-frame":
      "This is one picture of a moving QR code, which alone is nothing. Press “Scan a QR code” instead.",
    "wrong-shape":
      "Parts of this list cannot be read, so none of it was taken. Please ask for a fresh export.",
    "signature-wrong":
      "The signature does not fit: somebody changed this list after it was signed. It was not taken. Please ask for it again.",
    "hostile-text":
      "Something is hidden in this list that has no place there (a script, or text that reads backwards). It was not taken.",
    "own-list": "This list was made by this very site. All of it is already in the book.",
    "shelf-full": "A shelf has no numbers left, so nothing was taken.",
    unreadable:
      "The file cannot be read. Perhaps the stick was pulled out. Please choose it again.",
    "wrong-file": "Lists of Dianbo end in .dianbo. Please choose such a file.",
    "disk-full": "The disk is full, so nothing was taken. Make some room and come back.",
    "not-stored": "That did not work; the book has not changed. Please try again.",
    "nothing-to-undo": "That did not work; the book has not changed. Please try again.",
    "moved-on": "That did not work; the book has not changed. Please try again.",
  },
  preview: "Before you take it",
  back: "Not now, back to sharing",
  madeBy: (name, site, date, count) =>
    `${name}, ${site}, ${date}, ${counted(count, "entry", "entries")}`,
  unnamed: "A list without a name",
  unnamedSite: "no site named",
  signed: {
    unsigned: "This list is not signed; nobody knows who made it.",
    new: "First list of this site",
    known: "The signature fits",
    "handed-over": "The signature fits, a new one",
    changed: "Another signature",
    "no-longer-signed": "Not signed this time",
  },
  signedWords: (four) => `“${four}”`,
  signedNew: (site, four) =>
    `This is the first list of “${site}”. Call them and ask whether their signature is “${four}”; once taken it is remembered.`,
  signedHandedOver: (site, before, four) =>
    `“${site}” has a new signature, “${four}”; the old one, “${before}”, vouches for it.`,
  signedChanged: (site, before, four) =>
    `The signature has changed. “${site}” used to sign “${before}”; this list is signed “${four}”, and the old one does not vouch for it. Somebody else may have made it: call them first.`,
  signedNoLonger: (site, before) =>
    `Earlier lists of “${site}” were signed “${before}”; this one is not signed. Somebody else may have made it: call them first.`,
  vouch: "I called them, it is theirs",
  older: (site, date) =>
    `A list of “${site}” made on ${date} was taken before; this one is older. It will not overwrite what is newer.`,
  counts: { new: "new", changed: "changed", "to-settle": "differ", same: "the same" },
  differing: "The two differ",
  differingNote: "this site says one thing, the list another",
  menuFields: {
    name: "name",
    audience: "for whom",
    occasion: "occasion",
    mustPlay: "must be played",
    sessionMinutes: "minutes of a session",
    noteBefore: "before",
    noteDuring: "during",
    noteAfter: "after",
  },
  differingIn: (fields) => `Different: ${fields}`,
  ours: "Keep ours for now",
  theirs: "Use the list’s",
  ofOurs: "this site",
  newOnes: "New",
  changedOnes: "Changed",
  changedNote: "added or changed in the list, never written here",
  sameOnes: (count) => `${counted(count, "entry is", "entries are")} the same and stay as they are`,
  returns: "deleted here before; taking it brings it back",
  original: (number) => `their number ${number}`,
  minutes: (minutes) => `${minutes} min`,
  menu: (count) => `set menu, ${items(count)}`,
  comesWithMenu: "in a set menu, comes with it",
  tick: (title) => `Take “${title}”`,
  nothingNew: "Everything in this list is here already.",
  whatHappens: "What will happen",
  more: (itemCount, menuCount) => {
    if (menuCount === 0) return `${items(itemCount)} more`;
    return itemCount === 0
      ? `${menus(menuCount)} more`
      : `${items(itemCount)} and ${menus(menuCount)} more`;
  },
  moreNote: "under this site’s next numbers; theirs are remembered",
  changes: (count) => `${counted(count, "entry changes", "entries change")}`,
  changesNote: "only where this site has written nothing",
  bothKept: (count) => `${counted(count, "difference", "differences")}, both kept`,
  bothKeptNote: "ours is used for now, the other waits to be settled",
  settledNote: "where you chose the list’s, it is written as the list has it",
  numbersStay: "No number you have changes",
  onlyList: "Only the list, no films",
  filmsAlong: (count, size) => `${counted(count, "film comes", "films come")} along, ${size}`,
  filmsAlongNote: "taken after the list, each one checked; you can stop and go on another time",
  filmsMissing: (count) => `${counted(count, "film is", "films are")} missing`,
  gapsNote: (count, size) =>
    `afterwards you are asked whether to fetch ${count}${size === "" ? "" : `, about ${size}`}`,
  filmOf: { along: "with its film", missing: "no film yet" },
  takeFilms: (count) => `Take ${counted(count, "film", "films")}`,
  takingFilms: (done, total) => `Taking films, ${done} of ${total}`,
  filmsProgress: "Taking films",
  stopFilms: "Stop",
  goOnFilms: "Go on",
  filmsOver: ({ kept, broken, left, why }) =>
    `${[
      kept > 0 ? `${counted(kept, "film is", "films are")} here` : "",
      broken > 0
        ? `${counted(broken, "is not what the list says and was", "are not what the list says and were")} left out`
        : "",
      left > 0 ? `${left} still to take${WHY_LEFT[why]}` : "",
    ]
      .filter((part) => part !== "")
      .join("; ")}.`,
  gaps: (count, bare) =>
    `${counted(count, "item has", "items have")} no film yet and can be fetched from where it comes from${
      bare === 0 ? "." : `; ${bare} more name no source: copy them from the other site.`
    }`,
  gapsByHand: (count) =>
    `${counted(count, "item has", "items have")} no film yet. Where Dianbo runs inside its extension they are fetched from here; now open an item and clip it from its source, or ask for a package with films.`,
  fillGaps: (count) => `Fetch ${counted(count, "film", "films")}`,
  gapsSaid: {
    queued: (count) =>
      `${counted(count, "item is", "items are")} in the queue, even when this page is closed.`,
    "no-leave": () =>
      "The browser gave no leave, so nothing began. Press again and choose “Allow”.",
    "not-kept": () => "They were not queued; the disk may be full. Make room and press again.",
  },
  toDownloads: "See the downloads",
  explain: "What was taken, and how",
  explained: {
    new: (count) => `${counted(count, "new entry", "new entries")}, under this site’s numbers:`,
    changed: (count) =>
      `${counted(count, "entry was", "entries were")} completed where this site had written nothing:`,
    "to-settle": (count) =>
      `${counted(count, "entry differs", "entries differ")}; ours is used, theirs waits for you:`,
  },
  andMore: (count) => `and ${count} more`,
  toSettle: "Settle it",
  pastLists: "Lists taken lately",
  beforeList: (name) => `Before “${name}” was taken`,
  backBefore: "Go back",
  backBeforeOf: (name, date) => `Go back to before “${name}” was taken on ${date}`,
  takeAll: "Take all of it",
  takeTicked: (count) => `Take the ${counted(count, "ticked one", "ticked ones")}`,
  notNow: "Not now",
  allOrNothing: "Either all of it or nothing. One step takes it back.",
  taking: "Taking it…",
  taken: (facts) => {
    const parts = [
      facts.items > 0 ? `took ${items(facts.items)}` : "",
      facts.menus > 0 ? `${facts.items > 0 ? "" : "took "}${menus(facts.menus)}` : "",
      facts.changed > 0 ? `${counted(facts.changed, "entry", "entries")} changed` : "",
      facts.differing > 0
        ? `${counted(facts.differing, "difference", "differences")}, both kept`
        : "",
    ].filter((part) => part !== "");
    const line = parts.join(", ");
    return line === ""
      ? "There was nothing to take; the book has not changed."
      : `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
  },
  undo: "Undo",
  toLibrary: "See them in the library",
};
