import type { inbox as source } from "../zh-CN/inbox.ts";

const items = (count: number): string => `${count} ${count === 1 ? "item" : "items"}`;

/** Words of the inbox and of the hand-over. */
export const inbox: typeof source = {
  title: "Inbox",
  count: items,
  listHead: "Courseware in the inbox",
  unfiled: (count) => `${count} to file`,
  onTheWay: (count) => `${count} filed, still on the way`,
  handing: (count) => `${count} filed, to be handed over`,
  empty: "The inbox is empty. Open a portal and press Alt+Shift+D on what you want.",
  emptyHosted:
    "The inbox is empty. Press “Hand over” in the extension; what has no category comes here.",
  loading: "Opening…",
  keysHint: "file",
  keysMove: "move",
  keysTick: "tick",
  from: (parts) => parts.join(" · "),
  kinds: {
    video: "Video",
    film: "Film",
    audio: "Audio",
    article: "Article",
    document: "Document",
    link: "Link",
  },
  minutes: (minutes) => `${minutes} min`,
  fileInto: (digit, name, title) => `${digit} ${name}: file “${title}”`,
  tick: (title) => `Tick “${title}”`,
  remove: (title) => `Delete “${title}”`,
  removeShort: "Delete",
  cancel: "Stop",
  cancelOf: (title) => `Stop: “${title}”`,
  retry: "Try again",
  retryOf: (title) => `Try again: “${title}”`,
  allow: "Allow and fetch",
  allowOf: (title) => `Allow and fetch: “${title}”`,
  states: {
    none: "Kept",
    link: "Link only",
    waiting: "Waiting",
    paused: "Paused",
    downloading: "Fetching",
    held: "Kept",
  },
  percent: (percent) => `${percent}%`,
  failed: {
    network: "No network",
    refused: "Refused",
    "login-page": "Not a file",
    "wrong-type": "Not a file",
    "disk-full": "Disk full",
    "cut-short": "Cut short",
    cancelled: "Stopped",
    "no-permission": "Not allowed",
    stalled: "Stalled",
    busy: "Portal busy",
    "no-room": "No room",
    endless: "No end",
    redirected: "Sent elsewhere",
    protected: "Protected",
    live: "Live",
    unplayable: "Cannot play",
    incomplete: "Incomplete",
  },
  failedWhy: {
    network: (kept) =>
      kept === undefined
        ? "Try again when the network is back."
        : `${kept} so far is kept; it goes on when the network is back.`,
    refused: "The portal did not give this file. Perhaps it wants a login, or the file is gone.",
    "login-page":
      "A web page came instead of the file. Nothing was kept. Log in at the portal and try again.",
    "wrong-type": "What came cannot be played. Nothing was kept.",
    "disk-full": "The disk is full. What was kept before is safe; make room and try again.",
    "cut-short": (kept, total) => {
      const said =
        total === undefined
          ? "The portal did not send all"
          : `The portal promised ${total} and did not send all`;
      return kept === undefined
        ? `${said}; nothing was kept. Press Retry to begin again.`
        : `${said}. ${kept} is kept; press Retry to go on.`;
    },
    cancelled: "You stopped it. Fetch it whenever you like.",
    "no-permission": "The browser does not yet allow fetching from this portal.",
    stalled: (kept) =>
      kept === undefined
        ? "The portal went silent. Press Retry later to begin again."
        : `The portal went silent. ${kept} is kept; press Retry to go on.`,
    busy: (kept) =>
      kept === undefined
        ? "The portal says we come too often. Press Retry in some ten minutes."
        : `The portal says we come too often. ${kept} is kept; press Retry in some ten minutes.`,
    "no-room": (_kept, total) =>
      `${total === undefined ? "The file" : `The file of ${total}`} does not fit on the disk and was not fetched. Make room, then press Retry.`,
    endless:
      "The portal named no length and sent without end; that is no file. It was stopped and not kept; the link stays.",
    redirected:
      "The portal sent the download elsewhere, most likely to a login page. Nothing was kept. Log in at the portal, then press Retry.",
    protected: "The video is protected against copying and cannot be kept; its link is.",
    live: "This is a live broadcast that has no end yet. Clip it once there is a recording.",
    unplayable:
      "This computer cannot play the video's coding; it was not fetched. To play it elsewhere, press Keep anyway.",
    incomplete:
      "The portal did not give all parts. What came is kept: press Retry to ask again, Keep anyway to keep it with its gaps, or delete it.",
  },
  missing: (parts) =>
    `Missing: ${parts.map(([from, to]) => (from === to ? `minute ${from}` : `minutes ${from} to ${to}`)).join(", ")}.`,
  keepAsIs: "Keep anyway",
  keepAsIsOf: (title) => `Keep “${title}” anyway`,
  fileNotes: {
    changed: "The portal has another file now; it begins again",
    "from-start": "The portal cannot go on in the middle; it begins again",
    busy: "The portal asked for patience; it goes on by itself",
    "length-unsaid": "The portal did not say how long it is; what came was kept",
  },
  filed: (name, count) => (count === 1 ? `Filed under ${name}` : `${count} filed under ${name}`),
  numbered: "number",
  notUndone: "It has been changed since and cannot be undone.",
  held: (title) => `“${title}” is in the book already and was not kept twice`,
  filedHere: (name, count) =>
    count === 1
      ? `Filed under ${name}; the number comes when it is handed over`
      : `${count} filed under ${name}; the numbers come when they are handed over`,
  removed: (title) => `Deleted “${title}”.`,
  removedMany: (count) => `Deleted ${items(count)}.`,
  undo: "Undo",
  undone: "Undone, it is back in its place.",
  diskFull: "The disk is full, so this step was not kept. Everything before it is safe.",
  shelfFull: "This category has no numbers left; nothing was filed.",
  notStored: "This was not kept. Please try again.",
  selected: (count, minutes) =>
    minutes === 0 ? `${count} ticked` : `${count} ticked, ${minutes} min`,
  clearSelection: "Untick",
  damaged: (count) =>
    count === 1
      ? "1 row cannot be read; it is kept as it is"
      : `${count} rows cannot be read; they are kept as they are`,
  damagedWhat: (problems) => `Not understood: ${problems}`,
  damagedRaw: "Show the text",
  handover: "Hand over",
  home: {
    here: "The book is kept in the extension",
    there: (address) => `The book is kept at ${address}`,
    address: "Address of the app",
    moveThere: "The book is there",
    moveHere: "Keep it in the extension",
    carryAlong: "Move it there, numbers included",
    wrong:
      "This address will not do. It begins with https://, or http://localhost on this computer.",
    stays: (count) => `Already here: ${items(count)}, which will stay here and not move.`,
  },
  giving: {
    notOpened: "The browser did not open the app's page. Press again, or allow pop-ups.",
    knocking: "Waiting for the app to open…",
    unanswered: "No answer from there. Please see whether the page that opened is your Dianbo.",
    giving: (given, total) => `Handing over, ${given} of ${total}`,
    closed: (given, left) =>
      `The app's page was closed. ${given} handed over, ${left} are still here; press again to go on.`,
    ended: (given) => `${given} handed over`,
    nothing: "Nothing to hand over yet. Wait until the files are here.",
    refused: (title, why) => `“${title}” was not taken: ${why}`,
    stillHere: "What was not taken is still here.",
  },
  refusals: {
    "disk-full": "the disk there is full",
    "file-missing": "its file is not here any more",
    "hash-differs": "the file changed on the way; fetch it again",
    "shelf-full": "that category has no numbers left",
    "not-stored": "it was not kept there",
  },
  taking: {
    title: "Receiving",
    noOpener: "The extension hands over courseware on this page. Press “Hand over” in its inbox.",
    waiting: "Waiting for the extension…",
    ask: (count) => `Take ${items(count)} from the extension?`,
    askWhy:
      "Your Dianbo extension wants to hand its inbox over to this book. You are asked only once.",
    yes: "Take them",
    no: "No",
    declined: "Nothing was taken. Everything is still in the extension.",
    taking: (count) => `Taking ${items(count)}…`,
    ended: (count) => `Took ${items(count)}`,
    nothing: "Nothing was taken this time.",
    interrupted: (count, left) =>
      `The extension was closed. Took ${count}; ${left} are still in the extension, hand over again to go on.`,
    unnumbered: "to file",
    refused: (title, why) => `“${title}” was not taken: ${why}. It is still in the extension.`,
    toLibrary: "See the library",
    toInbox: "File them",
  },
  arriving: {
    received: (count: number) => (count === 1 ? "1 item came in" : `${count} items came in`),
    leftBehind: (count: number) =>
      count === 1
        ? "1 more is too large to come by itself. In the extension’s inbox, click “Hand over”."
        : `${count} more are too large to come by themselves. In the extension’s inbox, click “Hand over”.`,
    openInbox: "Hand over there",
    twoBooks:
      "The extension has a book of its own, which makes two sets of numbers. Choose one in the extension and use only that.",
    openExtension: "Open the extension",
    close: "Close",
  },
  pairing: {
    offer: "Let clips come by themselves",
    offerWhy:
      "While the book’s page is open, clips go there by themselves. The browser asks once; allow it.",
    refused: "The browser did not allow it, so nothing was paired. Click again when you want it.",
    on: (address: string) => `While ${address} is open, clips go there by themselves.`,
    off: "Stop this",
  },
};
