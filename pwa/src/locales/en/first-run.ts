import type { firstRun as source } from "../zh-CN/first-run.ts";

/** Words of the first screen, and of taking a second PC in. */
export const firstRun: typeof source = {
  title: "Open a book",
  lead: "Two things, one minute. All of it can be changed later.",
  siteName: "What is your site called?",
  siteNameHint: "Printed in the book and shown in the study room",
  siteNameExample: "for example: Qinghe community site",
  siteNameMissing:
    "Write the site's name first, then press “Start”. Not sure yet? “Look around first” is fine too.",
  post: "Which post are you?",
  postName: (post) => `Post ${post}`,
  postHint: "If you work alone, take post A",
  start: "Start",
  loadSample: "Load the samples",
  skip: "Look around first",
  language: "中文",
  joinTitle: "Another PC has the book",
  joinHint:
    "Save a join file in that PC's settings, bring it here and choose it, or drop it on this page. Both then share one book.",
  joinButton: "Choose the join file",
  joiningTitle: (site) => (site === "" ? "Join that PC's book" : `Join “${site}”`),
  joiningLead: "One book on both PCs. Each works by itself, and numbers stay in order.",
  joiningPostHint: "If that PC is post A, take post B here",
  afterJoining:
    "After joining, the book on this PC is still empty. Bring the other PC's backup, merge it in the settings, and courseware and numbers arrive.",
  join: "Join",
  notJoin: "Don't join, open a new book",
  failures: {
    "not-a-join-file":
      "This is no join file. Its name ends in “.dianbo-join”; it is saved in the other PC's settings.",
    "newer-join-file":
      "A newer Dianbo wrote this join file. Update Dianbo on this PC and try again.",
    "damaged-join-file":
      "Part of this join file is missing; the copy may have been cut short. Please save a new one on the other PC.",
    "already-this-site": "This PC already uses this site's book. There is nothing to join.",
    "holds-another-site":
      "The book on this PC already holds courseware of another site, so it cannot join. Two sites give each other packages instead.",
    "disk-full":
      "The disk is full, so this PC has not joined. Make some room and try again; nothing has changed.",
    "not-stored": "It could not be kept, and nothing has changed. Please try once more.",
  },
  /** Three titles of the sample library, on the picture of a book. */
  coverLines: [
    { number: 1014, title: "微党课：一面党旗的故事" },
    { number: 3018, title: "智能手机使用第一课" },
    { number: 5008, title: "八段锦教学" },
  ],
  privacy: "No sign-up, no network needed, nothing is sent anywhere.",
  second: "Add a second PC",
  secondHint:
    "One book on two PCs: save the join file here, take it there, choose it on the first screen",
  saveJoinFile: "Save the join file",
  joinFileSaved: (file) =>
    `Saved as “${file}” among your downloads. Whoever has it can write in the site's name: delete it after use and never send it to a group.`,
  joinHere: "Let this PC join another",
  nameFirst: "Write the site's name above first, then save the join file.",
  joinFileName: (site) => `${site}.dianbo-join`,
  joinedNow: (site) => `This PC now belongs to “${site}”, as post B; you can change that above.`,
  meeting: "Two PCs meet",
  meetingHint:
    "Choose a shared folder or a cloud disk, and both PCs hold the same without carrying files",
  exchange: "Compare with the other PC",
  exchangeHint:
    "Each PC saves a file for the other and merges what it gets. Nobody's changes are lost; where both changed one thing, it waits",
  exchangeGive: "Save a file for the other PC",
  exchangeTake: "Merge the other PC's file",
  exchangeFileName: (site, post, ending) =>
    `${site === "" ? "Dianbo" : site} post ${post}${ending}`,
  exchangeSaved: (file) =>
    `Saved as “${file}” among your downloads. Take it to the other PC and merge it there.`,
  merged: (items, menus) =>
    items === 0 && menus === 0
      ? "Merged. No new courseware; all changes are in."
      : `Merged: ${items} new items, ${menus} new set menus. What both changed waits on the item's page.`,
  mergeFailures: {
    "not-a-backup":
      "This file is not from the other PC. Its name ends in “.dianbo-backup”; it is saved in that PC's settings.",
    "backup-incomplete":
      "This file was not written to its end; the copy may have been cut short. Save a new one on the other PC. Nothing was merged.",
    "backup-damaged":
      "Part of this file is damaged. Save a new one on the other PC. Nothing was merged.",
    "newer-backup": "A newer Dianbo wrote this file. Update Dianbo on this PC, then merge.",
    "other-site":
      "This file is another site's and was not merged. First make both PCs one site: save the join file there, and join here.",
    "shelf-full": "One category has run out of numbers. Nothing was merged, nothing has changed.",
    "disk-full": "The disk is full. Make some room and come back; nothing has changed.",
    "not-stored": "It could not be kept, and nothing has changed. Please try once more.",
    "nothing-to-undo": "It could not be kept, and nothing has changed. Please try once more.",
    "moved-on": "It could not be kept, and nothing has changed. Please try once more.",
  },
  keyTitle: "Carry on from the key sheet",
  keyLead:
    "Show the sheet's QR code, and this PC belongs to the same site again. Without a camera, type what the sheet says.",
  keySeen: "The key was read. Add the site's name and carry on.",
  cameraOpen: "Use the camera",
  cameraName: "What the camera sees",
  cameraHold: "Hold the QR code to the camera, about a book's length away, and keep it still.",
  cameraStop: "Stop the camera",
  pictureOpen: "Choose a photo",
  pictureHint: "You can also drop or paste a photo on this page.",
  qrFailures: {
    "not-a-picture": "This photo cannot be opened. Try another one, or a screenshot of it.",
    "no-qr": "No QR code found in the photo. Get the whole square in, sharp, and try again.",
    "not-our-qr":
      "This QR code is not a Dianbo key, so nothing was joined. It is the one on the site key sheet, found in the other PC's settings.",
    "no-camera":
      "No camera can be used here. Take a photo with a phone, send it over, choose it, and delete it afterwards; typing works too.",
    "camera-refused":
      "The browser did not allow the camera. Allow it at the icon left of the address and press again; a photo or typing works too.",
    "camera-busy":
      "Another program is using the camera. Close it and press again; a photo or typing works too.",
  },
  alreadyTitle: "Is there already a book on this PC?",
  alreadyLead: "One PC, one book: that keeps the numbers in order. Not sure? Look here first:",
  alreadyFromHosted: [
    "Behind the puzzle icon at the browser's top right: is there a Dianbo extension? Click it, then “Open the on-demand book”.",
    "In another browser (360, Edge, Chrome), where it may have been set up before.",
  ],
  alreadyFromExtension: [
    "On the desktop and in the start menu: is there a Dianbo icon? Open it.",
    "Among your bookmarks: is there Dianbo's address? Look in other browsers (360, Edge, Chrome) too.",
  ],
  alreadyThen:
    "Found it? Carry on there and leave this one alone. To bring it here: save a backup there under Settings, Backup and restore, then come back to “Carry on from a backup”; the numbers come along. Found none? Open a book above.",
  keyNameMissing: "Write the site's name first, the largest line on the sheet.",
  keyWrong: "One letter does not fit, or some are missing. Compare the groups once more.",
  keyGo: "Go on",
  keyOpen: "I have the key sheet",
  keyBack: "Not now",
  recovery: "The site's key",
  recoveryHint:
    "If a PC breaks or is set up anew, this sheet keeps you the same site. Print it and keep it with the seal",
  recoveryOpen: "Print the key sheet",
  recoveryTitle: "Key sheet of the site",
  recoveryWhat:
    "This is the site's key. When a PC breaks or is replaced, it keeps you the same site. Keep it with the seal and never post it to a group; delete any photo of it after use.",
  recoverySite: "Name of the site",
  recoveryId: "Id of the site",
  recoveryKey: "Key",
  recoveryReading:
    "The key has no letters I, L, O or U: what looks like 1 is 1, what looks like 0 is 0.",
  recoveryQr: "The key as a QR code, the same as the text above",
  recoveryDate: (date) => `Printed ${date}`,
  print: "Print this sheet",
  back: "Back to settings",
};
