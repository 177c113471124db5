import type { ActFacts, shell as source } from "../zh-CN/shell.ts";
import { counted } from "./counted.ts";

const what = ({ count, name, number }: ActFacts): string => {
  if (number !== undefined) return String(number);
  return count === 1 && name !== "" ? `“${name}”` : `${count} items`;
};

/** Words of the app shell, rail, undo line. */
export const shell: typeof source = {
  /** What stands between two parts of a line. */
  marks: { colon: ": ", list: ", ", stop: ". " },
  product: "Dianbo",
  rooms: "Rooms",
  unnamedSite: "Name your site",
  post: (post) => `Post ${post}`,
  switchPost: (post, other) => `Post ${post} now, switch to post ${other}`,
  today: "Today",
  inbox: "Inbox",
  library: "Library",
  setMenus: "Menus",
  schedule: "Sessions",
  wishes: "Wishes",
  book: "Book",
  ledger: "Ledger",
  share: "Share",
  portals: "Portals",
  settings: "Settings",
  studyRoom: "Study room",
  backTo: (room) => `Back to ${room.toLowerCase()}`,
  roomTitles: {
    inbox: "Inbox",
    downloads: "Downloads",
    library: "Library",
    "set-menus": "Set menus",
    schedule: "Sessions",
    wishes: "Wishes",
    questions: "Question slips",
    ledgers: "Ledgers",
    reports: "Reports",
    register: "Playback register",
    "pre-flight": "Will it play",
    book: "On-demand book",
    share: "Share",
    settle: "To settle",
    channels: "Channels",
    handoff: "Receive courseware",
    move: "Move the book",
    portals: "Portals",
    settings: "Settings",
    keeping: "Where films are kept",
    stick: "Take along",
    "open-stick": "Open a stick",
    backup: "Backup and restore",
  },
  opening: "Opening…",
  nowhereTitle: "There is no such page",
  nowhere: "The address may be mistyped. Everything in the book is still there.",
  toToday: "Back to today",
  undo: "Undo",
  redo: "Redo",
  close: "Close this line",
  undone: "Undone.",
  redone: "Redone.",
  kept: "Kept.",
  failures: {
    "disk-full":
      "The disk is full, so this step was not kept. Everything before it was. Make room and try again.",
    "not-stored":
      "This step was not kept; everything before it was. Please try again; if that fails, close this page and open it anew.",
    "nothing-to-undo": "There is nothing left to undo.",
    "moved-on": "This has been changed since, so it is left as it is.",
  },
  acts: {
    "add-courseware": (facts) => `Saved ${what(facts)}.`,
    "file-courseware": (facts) =>
      facts.number === undefined
        ? `${facts.count} items filed.`
        : `“${facts.name}” is filed, its number is ${facts.number}.`,
    "edit-courseware": (facts) => `Changed ${what(facts)}. It is kept.`,
    "tag-courseware": (facts) => `${facts.count} items tagged.`,
    "delete-courseware": (facts) =>
      `Deleted ${what(facts)}. The number stays empty and goes to nobody else.`,
    "restore-courseware": (facts) => `Brought back ${what(facts)}, under the same number.`,
    settle: ({ name }) => (name === "" ? "Settled." : `“${name}” is settled.`),
    "take-back-list": ({ name }) => `Back to before “${name}” was taken.`,
    "change-site-key": () => "The signature is changed.",
    "settle-numbers": () => "Duplicate numbers were replaced.",
    "keep-shared-number": ({ name }) => `It is settled that several items go by ${name}.`,
    "give-new-number": ({ count, name, number }) =>
      count > 1 || number === undefined
        ? `${count} items have new numbers and are still found under the old one.`
        : `“${name}” is ${number} now, and still found under its old number.`,
    "copied-by-hand": ({ count, name }) =>
      name === "" || count > 1
        ? `${count} items are noted as copied; their numbers never move.`
        : `“${name}” is noted as written in the book.`,
    "print-sheet": ({ count }) =>
      count === 1
        ? "1 number is out on paper and never moves."
        : `${count} numbers are out on paper and never move.`,
    "add-to-menu": (facts) => `Put into “${facts.name}”.`,
    "remove-from-menu": (facts) => `Taken out of “${facts.name}”.`,
    "take-from-channel": ({ count, name, number }) =>
      count === 1 && name !== ""
        ? `Took “${name}”${number === undefined ? "" : `; its number is ${number}`}.`
        : `Took ${count} items.`,
    "load-sample": (facts) => `The samples are in: ${facts.count} items, all marked as samples.`,
    "remove-sample": () => "The samples are gone. Your own courseware was not touched.",
    "add-portals": ({ count, name }: ActFacts) =>
      count === 1 && name !== ""
        ? `“${name}” is in the list now.`
        : `${count} portals are in the list now.`,
    "add-column": ({ name }: ActFacts) => `The column “${name}” is in the list now.`,
    "edit-portal": ({ name }: ActFacts) => `“${name}” was changed and kept.`,
    "move-portal": ({ name }: ActFacts) => `“${name}” was moved.`,
    "write-report": () => "The words of the report are kept.",
    "send-report": () => "The report is marked.",
    "answer-use": () => "Noted; the report counts it.",
    "ask-questions": ({ count, name }) =>
      count > 1
        ? `${count} questions noted for the next session.`
        : `“${name}” is noted for the next session.`,
    "answer-question": ({ name }) => `“${name}” is answered.`,
    "reopen-question": ({ name }) => `“${name}” waits for an answer again.`,
    "remove-question": ({ name }) => `“${name}” is taken away.`,
    "set-target": () => "The site's target is noted.",
    "note-wishes": ({ count, name }: ActFacts) =>
      name === "" ? `${count} wishes kept.` : `Kept “${name}”.`,
    "count-wish": ({ count, name }: ActFacts) => `“${name}” is wanted by ${count} now.`,
    "link-wish": ({ name }: ActFacts) => `“${name}” is matched with an item.`,
    "unlink-wish": ({ name }: ActFacts) => `“${name}” is no longer matched with that item.`,
    "decline-wish": ({ name }: ActFacts) => `“${name}” will not be shown; the reason is kept.`,
    "answer-wish": ({ name }: ActFacts) => `“${name}” was answered, kept.`,
    "reopen-wish": ({ name }: ActFacts) => `“${name}” waits after all.`,
    "reword-wish": ({ name }: ActFacts) => `Now “${name}”; the count stays.`,
    "remove-wish": ({ name }: ActFacts) => `Deleted “${name}”.`,
    "keep-ballot": ({ count }: ActFacts) =>
      `The tick-list is kept, ${counted(count, "wish", "wishes")}.`,
    "enter-ticks": ({ count }: ActFacts) => `Ticks kept, ${count} in all.`,
    "remove-ballot": () => "The tick-list is dropped; the wishes are all there.",
    "add-session": () => "A session is set.",
    "edit-session": () => "The session is changed.",
    "call-off-session": () => "The session is called off, struck out in the calendar.",
    "remove-session": () => "The session is deleted.",
    "add-session-rule": ({ count }: ActFacts) =>
      count === 1
        ? "The series is set; all its days are in the calendar."
        : `${count} series are set.`,
    "edit-session-rule": () => "Changed from this one on; earlier ones stay.",
    "end-session-rule": () => "No more from this one on; earlier ones stay.",
    "add-branch": ({ name }: ActFacts) => `“${name}” added.`,
    "edit-branch": ({ name }: ActFacts) => `Now “${name}”.`,
    "remove-branch": ({ name }: ActFacts) => `“${name}” taken out; its sessions stay.`,
    "add-plan-row": ({ name }: ActFacts) => `“${name}” is in the plan.`,
    "add-plan-rows": ({ count }: ActFacts) =>
      count === 1 ? "1 row is in the study plan." : `${count} rows are in the study plan.`,
    "edit-plan-row": ({ name }: ActFacts) => `“${name}” changed in the plan.`,
    "remove-plan-row": ({ name }: ActFacts) =>
      `“${name}” taken out of the plan; its sessions stay.`,
    "replace-in-menu": ({ name }: ActFacts) =>
      `Replaced by “${name}”; the other is still in the book.`,
    "record-showing": ({ name }: ActFacts) => `“${name}” is in the register.`,
    "take-receipts": ({ count }) =>
      count === 1
        ? "1 showing entered from the stick."
        : `${count} showings entered from the stick.`,
    "correct-register": ({ name }: ActFacts) =>
      `“${name}” is corrected; the old line is struck out and stays readable.`,
    "answer-showing": () => "Noted for this showing.",
    "enter-ledger": ({ count }: ActFacts) =>
      count > 1 ? `${count} rows are in the ledger.` : "One row is in the ledger.",
    "continue-ledger": () => "Added to the row.",
    "correct-ledger": () => "Corrected; the old row is struck out and can still be read.",
    "keep-ledger": () => "This ledger is kept from now on.",
    "drop-ledger": () => "This ledger is put away; what was written stays.",
    "add-ledger": ({ name }: ActFacts) => `“${name}” was added.`,
    "remove-ledger": ({ name }: ActFacts) => `“${name}” was taken away; what was written stays.`,
    "skip-showing": () => "Put away; the register can still take it.",
    "remove-portal": ({ name }: ActFacts) =>
      `“${name}” is out of the list. What was saved from it is still here.`,
    "save-filter": ({ name }) => `The filter is kept as “${name}”: one click from now on.`,
    "rename-filter": ({ name }) => `The filter is now called “${name}”.`,
    "delete-filter": ({ name }) => `The filter “${name}” is gone; all courseware is still here.`,
  },
  openAgain: "Open again",
  ownWindow: "Open in a window of its own",
  helper: {
    title: "For whoever helps you",
    what: "This is what gets copied: version, browser, how much is in the book, what was done lately. No names of places or people, no titles, no addresses.",
    copy: "Copy for your helper",
    copied: "Copied. Paste it into a message.",
    refused: "The browser did not allow copying. The text is selected: press Ctrl+C.",
    version: (version, home) => `Dianbo ${version}, ${home}`,
    homes: { hosted: "web app", extension: "in the extension", stick: "from a stick" },
    browser: (name, width, height) => `Browser ${name}, window ${width}×${height}`,
    counts: ({ items, menus, damaged }) =>
      `Items ${items}, set menus ${menus}, unreadable rows ${damaged}`,
    notOpen: "The book is not open",
    events: (count) => `Last ${count} events, newest first, times in UTC:`,
    noEvents: "No events yet",
  },
  brokenTitle: "Something went wrong on this page",
  broken: "Everything in the book is still there. Opening the page again usually helps.",
  brokenElse: "If it does not, the other rooms on the left still work.",
  openFailures: {
    blocked: {
      title: "An older Dianbo is still open in another window",
      why: "Everything in the book is safe. The new version cannot open until the old window is closed.",
      next: "Close all other Dianbo windows, the study room too, then press “Open again”.",
    },
    "newer-data": {
      title: "This book was written by a newer version",
      why: "Everything in it is safe. This copy of Dianbo is older and left it closed, so as not to damage it.",
      next: "Open it once with a network and it updates itself; with the extension, put the new extension folder in place.",
    },
    "storage-refused": {
      title: "The browser does not let Dianbo keep anything",
      why: "This is probably a private window, or the browser’s settings forbid pages to store data. Whatever you saved would be gone with the window, so the book was not opened.",
      next: "Use an ordinary window, then press “Open again”. The book in your ordinary windows was not touched.",
    },
    embedded: {
      title: "Dianbo needs a window of its own",
      why: "It is shown inside another website, where the browser does not let it keep anything. Everything in your book is safe.",
      next: "Press the button below and it opens in a window of its own.",
    },
    damaged: {
      title: "The browser could not read the book",
      why: "The PC was probably switched off in the middle of something, or a spot on the disk is bad. What is stored was not touched; please do not clear the browser’s data.",
      next: "Close all browser windows and open it once more; that usually helps. If it does not, copy the text below for whoever helps you.",
    },
    "disk-full": {
      title: "The disk is full and the book cannot open",
      why: "Everything saved before is safe; there is just no room to open it.",
      next: "Empty the recycle bin or move large films to a USB stick until 1 GB is free, then press “Open again”.",
    },
  },
  superseded:
    "Dianbo was updated in another window, so this page has stopped. Everything is kept; open it again to go on.",
  updateReady: "A newer version is ready. ",
  updateKeeps: "It takes a moment; courseware, numbers and ledgers stay.",
  updateNow: "Use it now",
  updateHeld: {
    room: "The study room is open, so it waits. Close the study room’s window to use it.",
    office: "Other windows are open, so it waits. Keep this one and close the others to use it.",
    copying: "Courseware is being copied to the folder; it can be used when that is done.",
  },
};
