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
  settings: "Settings",
  studyRoom: "Study room",
  roomTitles: {
    inbox: "Inbox",
    library: "Library",
    "set-menus": "Set menus",
    book: "On-demand book",
    handoff: "Receive courseware",
    settings: "Settings",
  },
  opening: "Opening…",
  nowhereTitle: "There is no such page",
  nowhere: "The address may be mistyped. Everything in the book is still there.",
  toToday: "Back to today",
  undo: "Undo",
  redo: "Do it again",
  close: "Close this line",
  undone: "Undone, back to the step before.",
  redone: "Done again.",
  kept: "Kept.",
  failures: {
    "disk-full":
      "The disk is full, this step was not kept. Earlier ones are. Make room and try again.",
    "not-stored":
      "This step was not kept, earlier ones are. Please try again; if that fails, close this page and open it anew.",
    "nothing-to-undo": "There is nothing more to undo.",
    "moved-on": "This was changed again since, so it is left as it is.",
  },
  acts: {
    "add-courseware": (facts) => `Saved ${what(facts)}.`,
    "file-courseware": (facts) =>
      facts.number === undefined
        ? `${facts.count} items filed.`
        : `“${facts.name}” is filed, its number is ${facts.number}.`,
    "edit-courseware": (facts) => `Changed ${what(facts)}, kept.`,
    "tag-courseware": (facts) => `${facts.count} items tagged.`,
    "delete-courseware": (facts) =>
      `Deleted ${what(facts)}. The number stays empty and goes to nobody else.`,
    "restore-courseware": (facts) => `Brought back ${what(facts)}, under the same number.`,
    settle: () => "Settled.",
    "settle-numbers": () => "Double numbers got new ones.",
    "add-to-menu": (facts) => `Put into “${facts.name}”.`,
    "remove-from-menu": (facts) => `Taken out of “${facts.name}”.`,
    "load-sample": (facts) => `The sample is in: ${facts.count} items, all marked as sample.`,
    "remove-sample": () => "The sample is gone. Your own courseware was not touched.",
  },
  openAgain: "Open again",
  forHelper: "For whoever helps you",
  brokenTitle: "Something went wrong on this page",
  broken: "Everything in the book is still there. Opening the page again usually helps.",
  blockedTitle: "An older Dianbo is open in another window",
  blocked: "Please close all other Dianbo windows, then press “Open again”. Nothing is lost.",
  newerTitle: "This book was written by a newer version",
  newer:
    "This copy of Dianbo is older and did not open it, so as not to damage it. Open it once with a network and it renews itself. Nothing is lost.",
  refusedTitle: "The browser does not let us store anything",
  refused:
    "Probably this is a private window, or the browser's settings forbid pages to store data. Use an ordinary window, then press “Open again”.",
  superseded:
    "Dianbo was renewed in another window; this page pauses. Everything is kept, open it again to go on.",
  updateWaiting: "There is a newer Dianbo. Close all its windows and open it again to use it.",
};
