import type { elsewhere as source } from "../zh-CN/elsewhere.ts";

const titlesAndMenus = (items: number, menus: number): string =>
  [
    items === 1 ? "1 item" : `${items} items`,
    ...(menus === 0 ? [] : [menus === 1 ? "1 set menu" : `${menus} set menus`]),
  ].join(" and ");

/** Words of the door to the library's home, and of the move from one home to another. */
export const elsewhere: typeof source = {
  rooms: "What is here",
  theBook: "Your book",
  inHosted: (address) => `Your book is at ${address}`,
  inExtension: "Your book is in the extension",
  hostedWhy:
    "Courseware, numbers, set menus and ledgers are over there: one PC, one book. Clipping goes on here, and the inbox is handed over as before.",
  extensionHow: "Click Dianbo’s icon at the top right of the browser, then “Open Dianbo”.",
  openBook: "Open the book",
  openRoom: "To the study room",
  toMove: "Move",
  moveHint: "It is in the extension now. It can move to an installed app, numbers included",
  kept: "The copy from before the move is still here. Nothing is written to it any more.",
  keptFor: (days) =>
    days === 1 ? "It can be deleted tomorrow." : `It can be deleted in ${days} days.`,
  dropKept: "Delete the copy kept here",
  dropSure:
    "Then only the one over there is left, and names that stayed here go too. Have you opened it and seen that all is there?",
  dropYes: "I have, delete it",
  dropNo: "Keep it for now",
  dropFailed: "It could not be deleted, all of it is still here. Please try again.",
  arriving:
    "The book was on its way here and stopped half way. It is still whole over there, so go on using it there.",
  arrivingGoOn: "To go on, open Dianbo in the extension and press Move once more.",
  arrivingGoOnHere: "Go on moving",
  arrived: "All of the book is here. Only the other side’s nod is missing: it was closed.",
  useHere: "Use it here",
  lost: "The other one cannot be opened any more?",
  lostKept:
    "You can use the copy kept here instead. What was added or changed over there since the move is not in it.",
  lostNone:
    "You can start one here instead. If the other one still exists there will be two series of numbers, so think first.",
  lostUse: "Use the one here",
  move: {
    title: "Move the book",
    toHosted: "Move to the installed Dianbo",
    toExtension: "Move back into the extension",
    toHostedWhy: (what) =>
      `${what} with their numbers, ledgers and films. Nothing here is touched until all of it has arrived. Subscriptions to channels go along; their catalogues are fetched again over there. Names of rosters and roll calls do not go along: save them apart first, under Ledgers, How names are kept, and open that file over there.`,
    toExtensionWhy: (address) =>
      `Brings the book at ${address} back with its numbers, ledgers and films. Nothing there is touched until all of it has arrived. Subscriptions to channels come along; their catalogues are fetched again here. Names of rosters and roll calls do not go along: save them apart there first.`,
    titlesAndMenus,
    address: "Dianbo’s address",
    wrong:
      "This address will not do. It must begin with https://, or be http://localhost on this PC.",
    go: "Move it there",
    goBack: "Move it back",
    again: "Move once more",
    goOn: "Go on moving",
    cancel: "Not now",
    hostedAlone:
      "The extension uses this page to move the book. Please open Dianbo in the extension and press Move.",
    notOpened:
      "The browser did not open Dianbo’s page. Please click again, or allow pop-ups in the address bar.",
    knocking: "Waiting for Dianbo to open…",
    unanswered:
      "No answer from over there. Please see whether the page that opened is your Dianbo.",
    askedThere: "You are being asked over there. Please answer on that page.",
    askTake: "Move the extension’s book here?",
    askTakeWhy:
      "Your Dianbo extension wants to move the whole book here, numbers included. From then on this is your book.",
    askGive: "Move this book into the extension?",
    askGiveWhy:
      "Your Dianbo extension wants to take the whole book, numbers included. A copy stays here, and nothing is written to it any more.",
    yes: "Move it",
    no: "Do not move",
    refused: "Nothing was moved, both sides are as they were.",
    files: (done, total) => `Moving films and pictures, ${done} of ${total}`,
    records: (done, total) => `Moving courseware and numbers, ${done} of ${total}`,
    beginning: "Moving…",
    keepOpen:
      "Please leave both pages open. If one closes nothing is lost: move once more and it goes on.",
    gave: "Moved",
    gaveWhy:
      "The other side has everything and compared it. A copy stays here and can be deleted after a week.",
    took: (items, menus) => `Moved: ${titlesAndMenus(items, menus)}, the numbers as they were`,
    tookMissing: (count) =>
      count === 1
        ? "1 file could not be found over there either; its item and number are here."
        : `${count} files could not be found over there either; their items and numbers are here.`,
    tookUnreadable: (count) =>
      count === 1
        ? "1 row cannot be read and stayed over there."
        : `${count} rows cannot be read and stayed over there.`,
    toBook: "See the book",
    toDoor: "Good",
    failures: {
      "disk-full":
        "The disk of the new home is full, the move is not finished. Make room and move once more; what has arrived stays.",
      "not-stored":
        "Something could not be stored, the move is not finished. Nothing is lost: move once more and it goes on.",
      "hash-differs": "A file changed on the way and was not taken. Please move once more.",
      "other-book":
        "Both sides have a book of their own, and two series of numbers cannot become one, so nothing was moved. To take courseware across, use a package file.",
      interrupted:
        "It stopped half way and nothing is lost. Move once more and it goes on; what has arrived stays.",
    },
  },
};
