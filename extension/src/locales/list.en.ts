import type { ListWords } from "./list.zh-CN.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const monthOf = (month: number): string => MONTHS[month - 1] ?? String(month);

/** Words of clipping whole lists, in English. */
export const listEn: ListWords = {
  heading: "Pick items",
  all: "All you do not have",
  counts: (all, held) => (held === 0 ? `${all} items` : `${all} items, ${held} held`),
  rows: "Items on this page",
  held: "Held as",
  heldInInbox: "In the inbox",
  queued: "In line",
  kinds: {
    video: "Video",
    audio: "Audio",
    article: "Article",
    document: "File",
    link: "Link",
  },
  otherSite: (host) => `Link to ${host}`,
  shortDate: (month, day) => `${day} ${monthOf(month)}`,
  date: (year, month, day) => `${day} ${monthOf(month)} ${year}`,
  uncategorised: (title) => `“${title}” has no category yet; press 1–5 to file it alone`,
  category: (title, digit, name) => `${digit} ${name}: “${title}”; press 1–5 to change it alone`,
  allTo: "File all",
  allToOne: (digit, name) => `${digit} File all under ${name}`,
  reviewed: "All reviewed, may be shown",
  turnTo: "Read",
  page: "pages",
  pages: (count) => `of ${count}`,
  morePages: "One more page",
  fewerPages: "One page less",
  turning: "Turning…",
  noMorePages: "That was the last",
  notTurned: "The next page did not come. These items are still here: save them, or press again.",
  save: (count) => (count === 1 ? "Save 1 item" : `Save ${count} items`),
  nothingTicked: "Tick what to save first",
  saving: "Queueing…",
  justLink: "Save only this page’s link",
  backToList: "Pick items from this page",
  asks: (sites) =>
    `Pages of ${sites.join(", ")} will be opened one by one. Please choose “Allow” when the browser asks.`,
  refused:
    "The browser did not let us open this portal, so nothing was saved. Your ticks are still here: press again and choose “Allow”.",
  notQueued:
    "Nothing was queued; the disk may be full. Your ticks are still here: make room and press again.",
  progress: (done, all) => `${done} of ${all} saved`,
  working: "Saved one by one, also after this window is closed.",
  finished: (count) => (count === 1 ? "That item is saved." : `All ${count} items are saved.`),
  finishedWith: (kept, failed) => `${kept} saved, ${failed} could not be.`,
  alreadyHeld: (count) => `${count} of them you had before.`,
  stop: "Stop",
  retry: "Try the failed ones again",
  done: "Done",
  toDownloads: "See downloads",
  failures: {
    "page-gone": "The portal no longer has this page",
    refused: "The portal refused",
    "no-answer": "The portal did not answer",
    "no-permission": "The browser gave no leave for this portal",
    "nothing-read": "Could not be read",
    "disk-full": "The disk is full",
    "shelf-full": "This category has no numbers left",
    "not-stored": "Could not be written",
  },
  behind: (done, all) => `List: ${done} of ${all}`,
};
