import { CATEGORY_MEANINGS } from "@dianbo/shared/category";
import { listEn } from "./list.en.ts";
import type { Words } from "./zh-CN.ts";

/** Every word of the panel and the greeting, in English. */
export const en: Words = {
  panel: {
    heading: "Clip",
    post: (post) => `Post ${post}`,
    unnamedSite: "Site not named yet",
    sentTo: (host) => `Sent to ${host}`,
    openInbox: (count) => `Inbox, ${count} ${count === 1 ? "clip" : "clips"}`,
    reading: "Looking at this page…",
    kinds: {
      video: "Title of the video",
      audio: "Title of the recording",
      article: "Title of the article",
      document: "Name of the document",
      link: "Title",
    },
    facts: {
      publisher: "From",
      author: "By",
      date: "Date",
      video: "Video",
      audio: "Audio",
      article: "Article",
      document: "File",
      link: "Link",
      unknown: "not on the page",
    },
    sources: {
      "portal-rule": "portal rule",
      "page-tags": "page tags",
      baidu: "page tags",
      "json-ld": "page tags",
      "open-graph": "page tags",
      label: "on the page",
      heading: "heading",
      url: "address",
      "page-title": "window title",
      body: "text",
      element: "player",
      selection: "your selection",
      person: "changed by you",
    },
    minutes: (minutes) => `${minutes} min`,
    readMinutes: (minutes) => `about ${minutes} min to read out`,
    pixels: (width, height) => `${width}×${height}`,
    pictures: (count) => `${count} ${count === 1 ? "picture" : "pictures"}`,
    filedUnder: "File under",
    categoryMeans: CATEGORY_MEANINGS,
    habit: (column, count) => `Column “${column}”: you filed ${count} of it here`,
    column: (column) => `Column “${column}”`,
    words: (words) => `The title says ${words.slice(0, 3).join(", ")}`,
    filed: (title) => `It reads like “${title}”, which you filed here`,
    manner: "Titles like this mostly stand here",
    sure: "sure",
    unsure: "not sure",
    pointAtIt: "point at it",
    pointLabel: (field, shown, isFound) =>
      `${field}: ${isFound ? "from " : "not found · "}${shown}`,
    pointHint: (field) => `Click the ${field}   Arrows move   Enter takes   Esc leaves`,
    pointing: (field) =>
      `Click the ${field} in the page, or move with the arrow keys: Enter takes it, Esc leaves.`,
    stopPointing: "Stop pointing",
    pointFailed: {
      left: "Nothing was changed.",
      closed: "This page is closed to us now; nothing was changed. Press the toolbar button again.",
      "no-words": "There are no words there; nothing was changed.",
      "no-date": "There is no date there; nothing was changed.",
    },
    fields: { title: "title", publishedAt: "date", publisher: "source", body: "text" },
    alike: {
      "same-page": (title) => `This page was saved before: ${title}`,
      "same-file": (title) => `The same file was saved before: ${title}`,
      "same-text": (title) => `Nearly the same text was saved before: ${title}`,
      "same-title": (title) => `The same title was saved before: ${title}`,
    },
    alikeInInbox: "in the inbox",
    openHeld: (number) => (number === undefined ? "Open it" : `Open ${number}`),
    keepBoth: "Keep both",
    keepsBoth: "Both are kept; this one gets a number of its own",
    replace: "Replace with this",
    replaced: "Replaced; the number stays.",
    replacedInInbox: "Replaced in the inbox.",
    putBack: "The old one is back.",
    sameFileAs: (number, title) =>
      `What came is the same file as${number === undefined ? "" : ` ${number}`} ${title}.`,
    noSuggestion: "No suggestion for this page. Press a digit to file it.",
    notHeld: "Not in the library yet",
    held: "Already held:",
    heldTitle: (title) => `This page was saved before: ${title}`,
    heldInInbox: "This page is in the inbox, without a category. Press 1–5 to file it.",
    heldFiled: (name) =>
      `This page is in the inbox, filed under ${name}. Press another digit to move it.`,
    lookAtIt: "Show it",
    tags: "Tags",
    addTag: "Add a tag",
    newTag: "New tag",
    withVideo: "Download the video too",
    withAudio: "Download the recording too",
    withDocument: "Download the file too",
    reviewed: "Reviewed, may be shown",
    attachments: "Attachments: each one you tick becomes an item of its own",
    streamOnly:
      "A player stands here that does not say where its film is. Saved now, only the link is kept.",
    framesOnly: "A player from elsewhere stands in this page. Saved now, only the link is kept.",
    findFilm: "Find this film",
    findHint: (hosts) =>
      `To see which film ${hosts.join(", ")} fetches, choose “Allow” when the browser asks. The page opens again; let the film play for a few seconds.`,
    looking:
      "Looking. Press play on the page and let it run for a few seconds; this will change when the film is found.",
    protected: {
      scrambled:
        "The portal scrambles the pictures of this film; a saved file would not play. Its link is saved.",
      drm: "This film is locked by its owner and cannot be saved as a file. Its link is saved.",
      live: "This is a live channel; there is no file to save. Its link is saved.",
      "sign-in": "The portal gives this film only to who has signed in. Its link is saved.",
    },
    asksFor: (hosts) =>
      `The file is fetched from ${hosts.join(", ")}. The browser asks you once; press Allow.`,
    save: "Save",
    saveUnfiled: "Save without filing",
    saving: "Saving…",
    keysHint: "files and saves at once",
    downloading: (count) => `${count} downloading`,
    savedToday: (count) => `${count} saved today`,
    saved: (name) => `Saved under ${name}.`,
    savedUnfiled: "Saved in the inbox, without a category. Press 1–5 to file it.",
    savedHosted: (name) => `Saved for ${name}. It gets its number once handed over.`,
    pressToRefile: "Wrong shelf? Press another digit.",
    refiled: (name) => `Moved to ${name}.`,
    fetchingPictures: (done, all) => `Fetching pictures, ${done} of ${all}`,
    picturesMissing: (count) =>
      `${count} ${count === 1 ? "picture" : "pictures"} could not be fetched; the text is complete.`,
    refusedPictures: "The browser was not allowed to fetch the pictures; the text is saved.",
    fileWaiting: "The file is next in the queue.",
    fileComing: (received, total) =>
      total === undefined
        ? `Downloading, ${received} so far`
        : `Downloading, ${received} of ${total}`,
    fileHeld: {
      play: "The file is here; it plays without a network.",
      read: "The file is here; it can be read without a network.",
    },
    incompleteMark: " (incomplete)",
    fileFailed: {
      network:
        "The network broke off. What came is kept; press Retry in the inbox when it is back.",
      refused:
        "The portal did not give this file. The link is kept; press Retry in the inbox later.",
      "login-page":
        "A login page came instead of the file; it was not saved. Log in at the portal, then press Retry in the inbox.",
      "wrong-type": "What came was another kind of file; it was not saved. The link is kept.",
      "disk-full":
        "The disk is full; the file was not saved. Make room, then press Retry in the inbox.",
      "cut-short": "The file arrived incomplete. What came is kept; press Retry in the inbox.",
      cancelled: "Stopped. The link is kept; press Retry in the inbox when you want the file.",
      "no-permission":
        "The browser was not allowed to fetch the file; its link is saved. To get the file, press Retry in the inbox.",
      stalled: "The portal went silent. What came is kept; press Retry in the inbox.",
      busy: "The portal says we come too often. What came is kept; press Retry in the inbox in some ten minutes.",
      "no-room":
        "The file does not fit on the disk and was not fetched. Make room, then press Retry in the inbox.",
      endless:
        "The portal named no length and sent without end; it was stopped and not saved. The link is kept.",
      redirected:
        "The portal sent the download elsewhere, most likely to a login page; it was not saved. Log in at the portal, then press Retry in the inbox.",
      protected: "The video is protected against copying and cannot be kept. The link is kept.",
      live: "This is a live broadcast that has no end yet. The link is kept; clip it once there is a recording.",
      unplayable:
        "This computer cannot play the video's coding; it was not fetched. To play it elsewhere, press Keep anyway in the inbox.",
      incomplete: "The portal did not give all parts. What came is kept; choose in the inbox.",
    },
    fileNotes: {
      changed: "The portal has another file now; it begins again",
      "from-start": "The portal cannot go on in the middle; it begins again",
      busy: "The portal asked for patience; it goes on by itself",
    },
    stopDownload: "Stop",
    toDownloads: "See downloads",
    undo: "Undo",
    undone: "Undone; nothing was saved.",
    openBook: "Open the on-demand book",
    toInbox: "Go to the inbox",
    clipAgain: "Look at this page again",
    unreadable: {
      "page-closed-to-us": {
        title: "This page cannot be read.",
        way: "The browser keeps its own pages and its store closed. Open a portal’s page and press the toolbar button, or Alt+Shift+D.",
      },
      "site-changed": {
        title: "The page changed; press once more.",
        way: "The browser lets a page be read only after your click. Press the toolbar button, or Alt+Shift+D.",
      },
      "tab-gone": {
        title: "That page was closed.",
        way: "Open a portal’s page and press the toolbar button again, or Alt+Shift+D.",
      },
      "nothing-read": {
        title: "Nothing could be read from this page.",
        way: "Wait until the page has loaded, then press the button below.",
      },
      "no-page": {
        title: "No page is chosen yet.",
        way: "Open a portal’s page and press the toolbar button, or Alt+Shift+D.",
      },
    },
    failures: {
      "disk-full":
        "The disk is full; nothing was saved. Everything is still on the page: make room and save again.",
      "not-stored":
        "Nothing was saved: the browser refused to write. Everything is still on the page; save again.",
      "shelf-full": "This category has no numbers left. The clip is in the inbox.",
      "held-already": "This page was saved a moment ago.",
      "store-closed":
        "The on-demand book does not open. Close its other windows and press the button below.",
    },
  },
  list: listEn,
  welcome: {
    windowTitle: "Ready · Dianbo",
    heading: "Ready",
    what: "You see a good piece of courseware on a portal: one key files it in the on-demand book under a number, and the study room plays it without a network.",
    pin: {
      title: "Keep it on the toolbar",
      picture: "The toolbar with its puzzle piece open; Dianbo’s row ends in a pin",
      menu: "Extensions",
      name: "Dianbo",
      how: "Press the puzzle piece, then the pin beside Dianbo.",
      done: "It stands on the toolbar; nothing to do here.",
    },
    press: {
      title: "Open a piece, press these keys",
      how: "All three at once, or the book on the toolbar. The title, source and date it recognises appear beside the page.",
      taken: "These keys are taken on this computer; press the book on the toolbar.",
    },
    file: {
      title: "Press 1 to 5: filed and saved",
      how: "It has its number at once. The browser asks before it fetches from a new portal; press Allow.",
    },
    ways: "Where to begin",
    firstPortal: (portal) => `Open a first portal: ${portal}`,
    openBook: "Open the on-demand book",
    others: "Or begin here:",
    portals: {
      partyMembers: "12371.cn",
      xuexi: "xuexi.cn",
      government: "gov.cn",
      people: "cpc.people.com.cn",
      television: "tv.cctv.com",
      science: "kepuchina.cn",
    },
    update:
      "To update, copy the new files over the old ones in the same folder and press “Use” in the settings; courseware and numbers stay.",
    remove:
      "Do not press Remove on the extensions page: it deletes the book as well. Back up first.",
  },
};
