import type { ActFacts, shell as source } from "../zh-CN/shell.ts";

const what = ({ count, name, number }: ActFacts): string => {
  if (number !== undefined) return String(number);
  return count === 1 && name !== "" ? `“${name}”` : `${count} items`;
};

/** Words of the app shell, rail, undo line. */
export const shell: typeof source = {
  product: "Dianbo",
  rooms: "Rooms",
  unnamedSite: "Name your site",
  post: (post) => `Post ${post}`,
  switchPost: (post, other) => `Post ${post} now, switch to post ${other}`,
  today: "Today",
  inbox: "Inbox",
  library: "Library",
  setMenus: "Menus",
  book: "Book",
  share: "Share",
  portals: "Portals",
  settings: "Settings",
  studyRoom: "Study room",
  roomTitles: {
    inbox: "Inbox",
    downloads: "Downloads",
    library: "Library",
    "set-menus": "Set menus",
    book: "On-demand book",
    share: "Share",
    handoff: "Receive courseware",
    move: "Move the book",
    portals: "Portals",
    settings: "Settings",
    keeping: "Where films are kept",
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
    settle: () => "Settled.",
    "settle-numbers": () => "Duplicate numbers were replaced.",
    "add-to-menu": (facts) => `Put into “${facts.name}”.`,
    "remove-from-menu": (facts) => `Taken out of “${facts.name}”.`,
    "load-sample": (facts) => `The samples are in: ${facts.count} items, all marked as samples.`,
    "remove-sample": () => "The samples are gone. Your own courseware was not touched.",
    "add-portals": ({ count, name }: ActFacts) =>
      count === 1 && name !== ""
        ? `“${name}” is in the list now.`
        : `${count} portals are in the list now.`,
    "add-column": ({ name }: ActFacts) => `The column “${name}” is in the list now.`,
    "edit-portal": ({ name }: ActFacts) => `“${name}” was changed and kept.`,
    "move-portal": ({ name }: ActFacts) => `“${name}” was moved.`,
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
    homes: { hosted: "web app", extension: "in the extension" },
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
  updateWaiting: "There is a newer Dianbo. Close all its windows and open it again to use it.",
};
