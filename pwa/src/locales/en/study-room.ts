import type { NearReason } from "@dianbo/shared/calling";
import type { CoursewareKind } from "@dianbo/shared/courseware";
import type { studyRoom as source } from "../zh-CN/study-room.ts";
import { keptWhere } from "./places.ts";

const KINDS: Readonly<Record<CoursewareKind, string>> = {
  video: "video",
  film: "film",
  audio: "recording",
  article: "article",
  document: "document",
  link: "link",
};

const PLACES = { 1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth" } as const;
const SIDES = {
  above: "above",
  below: "below",
  left: "to the left of",
  right: "to the right of",
} as const;

const reason = (why: NearReason): string => {
  switch (why.type) {
    case "next-key":
      return `${why.meant} is ${SIDES[why.where]} ${why.typed}`;
    case "one-digit":
      return `its ${PLACES[why.place]} digit is ${why.meant}`;
    case "swapped":
      return `${why.first} and ${why.second} swapped`;
    case "same-shelf":
      return "on the same shelf";
  }
};

const lasting = (seconds: number): string => {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole} s` : `${minutes} min ${whole % 60} s`;
};

/** Words of the study room. */
export const studyRoom: typeof source = {
  room: "Study room",
  roomOf: (site) => (site === "" ? "Study room" : `${site} study room`),
  tonight: "Tonight",
  timeOfDay: (hours, minutes) => `${hours}:${String(minutes).padStart(2, "0")}`,
  minutes: (count) => `${count} min`,
  kind: (kind) => KINDS[kind],
  fullScreen: "Full screen",
  office: "To the office",
  opening: "Opening the book…",
  openFailed: {
    blocked: "Another window still shows an older Dianbo. Close it and this one opens.",
    "newer-data":
      "The book on this PC was written by a newer version. Open it with that one; everything is there.",
    "storage-refused":
      "The browser would not open the book. Everything is still there; close the browser and try again.",
    embedded: "The book does not open inside another website. Open it in a window of its own.",
    damaged:
      "The browser could not read the book. What is stored was not touched; close the browser and try again.",
    "disk-full":
      "The disk is full and the book cannot open. Everything is still there; make room and open it again.",
  },

  keys: {
    digits: "0–9",
    choose: "↑ ↓",
    back: "⌫",
    number: "Number",
    pick: "Choose",
    play: "Play",
    playNumber: (number) => `Play ${number}`,
    playMenu: "Play in order",
    goOn: "Go on",
    queue: "Queue",
    oneBack: "Erase a digit",
    fresh: "Start over",
    fromStart: "From the start",
    next: "Next",
    pause: "Pause",
    rest: "Break",
    backToKeypad: "To the numbers",
    page: "Turn page",
    putAway: "Put away",
    now: "Play now",
    now5: "5 minutes more",
    backspace: "Backspace",
    shelves: "Shelves",
    otherShelf: "Other shelf",
    close: "Close",
    takeOut: "Take out",
    takeBack: "Put back",
    playNext: "Play next",
    move: "Sooner, later",
    slower: "Slower",
    faster: "Faster",
    quieter: "Quieter",
    louder: "Louder",
    subtitles: "Subtitles",
    smaller: "Smaller",
    larger: "Larger",
    aloud: "Read aloud",
    silent: "Stop reading",
  },

  say: {
    anyNumber: "Wrong key? Just type a new number",
    keepsPlaying: "What is playing goes on",
    queued: (count) => (count === 1 ? "Queued" : `All ${count} queued`),
    numberFirst: "Type a number first, then +",
    nothingNext: "Nothing is queued. Type a number",
    allPlayed: "All played. Type a number",
    keyForSound: "Press Enter to start",
    volume: (percent) => `Volume ${percent}`,
    listed: (title) => `${title} is in the register`,
    notKept: "This showing is not in the register; it plays all the same",
    speed: (percent) => (percent === 100 ? "Normal speed" : `Speed ${percent / 100}`),
    subtitles: { on: "Subtitles on", off: "Subtitles off", none: "This one has no subtitles" },
    print: (points) => `Print ${points}`,
    aloud: {
      on: "Reading aloud; C stops",
      off: "No longer reading",
      "no-voice": "This PC has no voice that reads Chinese",
    },
    lapsed: (folder) =>
      `In the folder “${folder}”: the browser was restarted, one click on the start page after the session lets it play`,
    takenOut: "Taken out; . puts it back",
    playsNext: "It plays next",
    takenBack: "Put back",
  },

  idle: {
    title: "Call a number",
    hint: "type it and it plays",
    menus: "Set menus: one or two digits",
    empty: "No courseware yet. Keep some in the book first; what has a number plays here.",
    emptyDoor: "Open the book",
    noMenus: "Four digits, as printed in the book",
  },

  trouble: {
    spare: (broken, spare) => `${broken} does not play; the spare ${spare} is on`,
    next: (broken, next) => `${broken} does not play; ${next} is on`,
    nothingLeft: (broken) => `${broken} does not play; nothing is left`,
    lapsed: (broken, folder) =>
      `${broken} is in the folder “${folder}”: the browser was restarted, one click on the start page after the session lets it play`,
  },

  queue: {
    marked: "The marked one",
    sooner: "Sooner",
    later: "Later",
  },

  shelf: {
    title: "The shelves",
    open: "No book at hand? Look through the shelves",
    menus: "Set menus",
    empty: "This shelf is empty; ← → goes to another",
    parts: (count) => `${count} parts`,
    place: (row, rows) => `${row} of ${rows}`,
  },

  half: {
    more: (count) => (count === 1 ? "one more digit" : `${count} more digits`),
    startingWith: (digits, count) => `${count} start with ${digits}`,
    others: (count) => `${count} more`,
    noShelf: "one more digit",
  },

  preview: {
    pressEnter: "Press Enter to play",
    pressEnterToRead: "Press Enter to read",
    place: (place) => `number ${place} tonight`,
    formerNumber: (number) => `now ${number}`,
    stopped: (seconds) => `Stopped at ${lasting(seconds)}; Enter goes on`,
    missing: {
      video: "This video is not on this PC yet",
      film: "This film is not on this PC yet",
      audio: "This recording is not on this PC yet",
      article: "This article is not on this PC yet",
      document: "This document is not on this PC yet",
      link: "This one can only be seen on its portal",
    },
    lapsed: "This one cannot play just now",
    lapsedNext: "Type another number; this one comes later.",
    keptWhere,
    keptWhereNext: "Show it from there. For anything else, type its number.",
    missingNext: "Add it in the book; its number stays. Type another number now.",
    linkNext: "Only what has been kept plays here. Open the portal on the office PC.",
    otherProgram: (file) => `“${file}” opens in WPS`,
    otherProgramNext:
      "Save a copy from the book and open it in WPS. Then come back and type the next number.",
  },

  menu: {
    called: (number) => `Set menu ${number}`,
    total: (parts, minutes) => `${parts} parts, ${minutes} min in all`,
    orShelf: (digits, shelf) => `Or keep typing for shelf ${digits} ${shelf}`,
    empty: "This set menu is still empty",
    gone: "no longer in the book",
    activity: "activity",
    pressEnter: "Enter plays them all",
  },

  several: {
    title: (digits) => `Two answer to ${digits}`,
    hint: "↑ ↓ to choose",
    why: "both books have printed this number",
  },

  unknown: {
    title: (digits) => `There is no ${digits}`,
    shelfEnd: (shelf, end) => `shelf ${shelf} ends at ${end}`,
    noShelf: "numbers begin with 1 to 5",
    emptyShelf: (shelf) => `shelf ${shelf} is still empty`,
    maybe: "You may want",
    maybeIs: (named) => `You may want: ${named}`,
    near: (minutes, why) => (minutes === undefined ? reason(why) : `${minutes} · ${reason(why)}`),
    noneOf: "None of these? Just type a new number.",
  },

  playing: {
    now: "Playing",
    stopped: (seconds) => `Stopped at ${lasting(seconds)}`,
    goOn: "Enter goes on",
    begin: "Enter starts",
    waiting: (count) => `${count} queued`,
    lastTime: (seconds) => `Stopped at ${lasting(seconds)}; Enter goes on`,
    paused: "Paused",
    next: "Next",
    lastOne: "this is the last",
    tenBack: "10 s back",
    tenOn: "10 s on",
    page: (page, pages) => `${page} / ${pages}`,
    pageBack: "Page back",
    pageOn: "Next page",
    slides: "No animation",
    source: (publisher, date) =>
      date === undefined ? `Source: ${publisher}` : `Source: ${publisher}, ${date}`,
    picture: "Picture",
    progress: "How far it has played",
  },

  broken: {
    film: (number) => `${number} does not play`,
    filmNext:
      "The file is broken, or the browser does not know this format. The number stays; keep a new copy in the book later.",
    byHand: (next) => `Press Enter when it is over; then comes: ${next}`,
    back: "Esc goes back to the numbers",
  },

  card: {
    rest: "A short break,\na good talk",
    restTitle: "Call a number if you have a wish",
    activity: "Now",
    activitySay: "Everybody has a say; then we go on",
    next: "Next",
    then: (minutes) => `${minutes} min`,
    thenEnd: (minutes) => `${minutes} min, then we close`,
    end: "That is all for tonight",
    startsIn: { before: "in", after: "minutes" },
    left: { before: "", after: "minutes left" },
    secondsIn: { before: "in", after: "seconds" },
    secondsLeft: { before: "", after: "seconds left" },
    over: "Time is up. Enter goes on",
    overEnd: "Time is up. Enter closes",
    goesOn: "Going on with",
  },
};
