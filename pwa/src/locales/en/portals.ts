import type { Words } from "../zh-CN.ts";

const MISSES = {
  title: "the title",
  body: "the text",
  media: "the film",
  address: "article pages",
} as const;

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const dayOf = (day: string): string => {
  const [, month = "", date = ""] = day.split("-");
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month}`;
};
const items = (count: number): string => `${count} ${count === 1 ? "item" : "items"}`;
const rules = (count: number): string => `${count} ${count === 1 ? "rule" : "rules"}`;

/** Words of the portals' room, in English. */
export const portals: Words["portals"] = {
  title: "Portals",
  lede: "A download session starts here: a name opens its portal in a new tab.",
  list: "List of portals",
  empty: "There is no portal in the list yet. Pick a ready one, or paste an address.",
  openOf: (name) => `Open ${name} in a new tab`,
  columns: "Columns",
  last: (day, count) => `Last time ${dayOf(day)}, ${items(count)}`,
  never: "Nothing saved yet",
  edit: "Edit",
  editOf: (name) => `Edit ${name}`,
  done: "Done",
  name: "Name",
  address: "Address",
  addressExample: "Such as www.people.com.cn",
  columnName: "Name of the column",
  columnAddress: "Address of the column",
  nameOf: (name) => `Name of ${name}`,
  addressOf: (name) => `Address of ${name}`,
  up: (name) => `Move ${name} up`,
  down: (name) => `Move ${name} down`,
  upShort: "Up",
  downShort: "Down",
  remove: "Take out",
  removeOf: (name) => `Take ${name} out of the list`,
  removePortal: "Take out this portal",
  addColumn: "Add column",
  add: "Add to the list",
  addTitle: "Add a portal",
  starters: "Ready ones",
  startersHint: "Dianbo knows the pages of these",
  starterOf: (name) => `Add ${name} to the list`,
  addAll: "Add all",
  refusals: {
    address: "This does not look like an address. Please copy all of it from the address bar.",
    name: "Please give it a name.",
    held: "This address is in the list already.",
  },
  leave: {
    all: "Allowed",
    some: "Partly allowed",
    none: "Not allowed yet",
    ask: "Allow",
    askOf: (name) => `Allow fetching from ${name}`,
    giveBack: "Take back",
    giveBackOf: (name) => `Take back the leave for ${name}`,
    askAll: "Allow all sites of my list at once",
    allGiven: "All sites of the list are allowed",
    refused:
      "The browser did not allow it. The list is as it was; you are asked again when you save.",
  },
  trouble: (day, missing) =>
    `Since ${dayOf(day)} it does not recognise ${missing.map((one) => MISSES[one]).join(", ")}`,
  troubleHint:
    "The portal has probably changed its pages. Take a new rule file if there is one; if not, have a look when you save.",
  hosted: "Leave for sites and the rules that read pages are kept by the extension in the browser.",
  elsewhere: "The list of portals is where your book is; here are leave and rules.",
  rules: "Rules that read pages",
  rulesNote: "When a portal changes, a new rule file is enough; the extension need not be updated.",
  take: "Take a rule file",
  drop: "You can also drop the file here",
  give: "Export rules",
  given: (fileName, count) => `“${fileName}” is in your downloads, ${rules(count)}.`,
  giveName: (site, day) => `${site} rules ${day}`,
  ourSite: "Our site",
  allRules: (count, off) =>
    off === 0
      ? `${rules(count)} built in, all in use`
      : `${rules(count)} built in, ${off} switched off`,
  families: "Shared by many sites",
  builtIn: "Built in",
  from: (publisher) => `From ${publisher}`,
  version: (version) => `Version ${version}`,
  off: "Switched off",
  switchOff: "Switch off",
  switchOffOf: (name) => `Switch off the rule for ${name}`,
  switchOn: "Switch on",
  switchOnOf: (name) => `Switch on the rule for ${name}`,
  removeRule: "Remove",
  removeRuleOf: (name) => `Remove the rule for ${name}`,
  preview: "Before you take it",
  signers: {
    own: "Signed by this very site.",
    known: (publisher) => `Signed by “${publisher}”, with the same key as before.`,
    fresh: (publisher) =>
      `The signature says “${publisher}”, who is new here. The file was not changed; whether it is really them, please ask.`,
    changed: (publisher) =>
      `The key of “${publisher}” has changed since last time. Perhaps they have a new computer, perhaps somebody uses their name. Please call them before you take it.`,
  },
  fingerprint: "The key begins with",
  statuses: {
    fresh: "New",
    newer: (from, to) => `Version ${to} takes the place of version ${from}`,
    same: "Already here",
    older: (version) => `Older than version ${version} in use; not taken`,
    different: "Same version as in use, but written differently; this one is used",
  },
  refused: (count) => `${rules(count)} more cannot be used and will not be taken.`,
  nothingNew: "All its rules are here already. There is nothing to take.",
  keep: (count) => `Take ${rules(count)}`,
  keepAnyway: (count) => `I have asked; take ${rules(count)}`,
  notNow: "Leave it",
  kept: (count) => `${rules(count)} taken, used from the next save on.`,
  undo: "Undo",
  undone: "Undone; the former rules are in use.",
  failures: {
    "too-large": "This file is too large for a rule file. It was not taken.",
    "not-a-rule-file": "This is no rule file. Rule files end in .dianbo-rules.json.",
    "signature-wrong":
      "The signature does not fit: the file was changed after it was signed. Nothing was taken. Please ask for it again.",
    "no-rule-left": "The signature fits, but not one rule in it can be used. Nothing was taken.",
    unreadable:
      "The file cannot be read. Perhaps the stick was pulled out. Please choose it again.",
    "disk-full": "The disk is full. The former rules are in use; make some room and try again.",
    "not-stored": "The rules could not be stored. The former rules are in use; please try again.",
  },
};
