import type { meeting as source } from "../zh-CN/meeting.ts";
import { counted } from "./counted.ts";

const times = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** Words of the meetings of a site's own PCs, in English. */
export const meeting: typeof source = {
  title: "Two PCs meet",
  back: "Back to settings",
  lead: "Choose a place that both PCs can reach. Each works by itself; after a meeting both hold the same: courseware, set menus, numbers, ledgers, rosters and roll calls. What both changed waits to be settled, and nothing is lost.",
  noSeal:
    "This page was not opened over https, and the browser will not encrypt here, so PCs cannot meet. Use an https address, or the app inside the extension.",
  folderTitle: "A folder",
  folderWhat:
    "One that OneDrive or another service carries by itself, a share in the house, or a stick that goes to and fro. Both PCs choose the same.",
  folderChoose: "Choose a folder",
  folderCannot: "This browser cannot keep a folder. Use the address beside it, or Chrome or Edge.",
  davTitle: "An address (WebDAV)",
  davWhat: "A NAS, Nextcloud and many cloud disks have one. Both PCs fill in the same.",
  address: "Address of the folder",
  addressHint: "Like https://cloud.example.org/dav/dianbo/",
  account: "Account",
  password: "Password",
  passwordHint:
    "Kept on this PC alone, in no backup; behind the PIN of the ledgers where there is one",
  davTake: "Use this address",
  davHosted:
    "This is the app on the web; most hosts do not let web pages write. If it does not answer, use the app inside the extension, or a folder.",
  place: "Where they meet",
  placeFolder: (name) => `The folder “${name}”`,
  placeDav: (name, account) => (account === "" ? name : `${name} (${account})`),
  meet: "Meet now",
  meetFirst:
    "Chosen. Press “Meet now” to put this PC's part there; let the other PC choose the same place and meet, and both have all.",
  byItself:
    "While the app is open it meets by itself every ten minutes, and never while the study room is open.",
  forget: "Meet here no more",
  forgetWhat: "This PC's book stays as it is, and so do the files at that place.",
  forgetDo: "No more",
  leaveIt: "Leave it",
  pin: "PIN",
  pinHint:
    "Names are behind a PIN. With the PIN rosters and roll calls go along; without it, all the rest does.",
  pinNeeded: "The password is behind the PIN of the ledgers: without the PIN nobody gets there.",
  passwordGone: "The password of this address is not kept. Please fill it in again.",
  leaveNeeded: (name) => `The browser wants a click before it opens “${name}”.`,
  refusals: {
    "wrong-pin": "That is not the PIN.",
    "no-leave":
      "The browser did not open it, and nothing was done. Press again and allow it when it asks.",
    "no-address": "That is no address. Copy it whole from the host's help, like https://…",
    "not-stored": "The password was not kept. Please try again.",
  },
  looking: "Looking at what is there…",
  reading: (done, total) => `Reading, ${done} of ${total}`,
  writing: (done, total) => `Writing, ${done} of ${total}`,
  stop: "Stop",
  today: (time) => `Today ${time}`,
  other: (post) => `the PC of post ${post}`,
  others: (count) => counted(count, "PC"),
  met: (when, whom, taken) =>
    `${when}: met ${whom}, ${taken === 0 ? "nothing new" : `${times(taken, "change", "changes")} came`}`,
  metNobody: (when) => `${when}: was there, the other PC has not come yet`,
  gave: (count) => (count === 0 ? "" : `${times(count, "record", "records")} put there. `),
  namesCame: (count) =>
    count === 0 ? "" : `${times(count, "row", "rows")} with names among them. `,
  namesWaited: "Names are locked and stayed where they are.",
  toSettle: "Both changed the same thing: settle",
  failedAt: (when, why) => `${when}: no meeting. ${why}`,
  failures: {
    "place-gone":
      "The place cannot be opened now. Is the stick in, is there a network, is the folder still there?",
    "place-refused":
      "The place lets nobody write. Is it read-only, are account and password right?",
    "place-full": "The place is full. Make room there, then meet again.",
    "name-taken": "A file of the same name lies there and was not touched. Meet once more.",
    "place-trouble": "Something went wrong there. Try again in a while.",
    stopped: "Stopped.",
    "no-key":
      "This site has no key yet. Save a join file in the settings and let the other PC join first.",
    "shelf-full": "A category has no numbers left; nothing was taken.",
    "disk-full": "This PC's disk is full; nothing was taken. Make room and meet again.",
    "not-stored": "It was not kept. Please meet once more.",
  },
  left: "What had come is kept; the rest comes next time.",
  troubleTitle: "Some files were not taken",
  troubles: {
    "not-whole": (count) =>
      `${times(count, "file is", "files are")} still on the way; the next meeting takes what has come.`,
    missing: (count) =>
      `${times(count, "file is", "files are")} missing between others; taken when it has come.`,
    damaged: (count) =>
      `${times(count, "file is", "files are")} damaged and were not used; the other PC writes anew when it meets.`,
    "other-key": (count) =>
      `${times(count, "file is", "files are")} under another key. If the site has changed its key: save a file for this PC in the settings of the PC that changed it and merge it here; then they meet again.`,
    "newer-app": (count) =>
      `${times(count, "file was", "files were")} written by a newer version. Update the app on this PC.`,
    strange: (count) =>
      `${times(count, "file is", "files are")} none of ours, copies made by the cloud disk perhaps, and was not touched.`,
  },
  pcs: "PCs that were there",
  pcsNone: "No other PC has been there yet.",
  pcsThis: (post) => `This PC, post ${post}`,
  pcWrote: (when) => `was there ${when}`,
  letGo: "No longer in use",
  letGoWhat:
    "Its files at that place go; what is in them is written into this PC's first, and nothing is lost. If it is still in use it puts them there again.",
  letGoDo: "Take them away",
  whatTitle: "What lies there",
  what: "Files sealed with this site's key: neither the cloud disk nor whoever finds the stick can read them. No films, only the book and the names.",
  whatNames:
    "Whoever was removed is gone from there as soon as this PC meets, and wholly once every other PC has met. For a PC that never comes, press “No longer in use”.",
  lineNever: "A place to meet is chosen; nobody has met there yet",
  settingsOpen: "Meet",
  lineLook: "Look",
};
