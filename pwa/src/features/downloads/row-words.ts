import {
  bytesLeft,
  type ClipFileState,
  minutesOfStretches,
  shareOf as shareOfMuch,
} from "@dianbo/shared/clip";
import type { Instant } from "@dianbo/shared/clock";
import type { DownloadRow } from "../../app/downloads-door.ts";
import { sizeInWords } from "../../design/size-in-words.ts";
import type { Words } from "../../locales/index.ts";
import type { PlacedRow } from "./day-content.ts";

/** How long something still takes, as people say it. */
export const leftInWords = (seconds: number, words: Words["downloads"]): string => {
  if (seconds < 50) return words.left.seconds(Math.max(5, Math.ceil(seconds / 5) * 5));
  const halves = Math.round(seconds / 30);
  if (seconds < 300) return words.left.halves(Math.floor(halves / 2), halves % 2 === 1);
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? words.left.minutes(minutes)
    : words.left.hours(Math.floor(minutes / 60), minutes % 60);
};

const whyFailed = (
  file: Extract<ClipFileState, { state: "failed" }>,
  words: Words["inbox"],
): string => {
  if (file.reason === "incomplete" && file.missing != null) {
    return `${words.missing(minutesOfStretches(file.missing))}${words.failedWhy.incomplete}`;
  }
  const why = words.failedWhy[file.reason];
  if (typeof why === "string") return why;
  return why(
    file.received > 0 ? sizeInWords(file.received) : undefined,
    file.total == null ? undefined : sizeInWords(file.total),
  );
};

const againInWords = (row: DownloadRow, now: Instant, words: Words["downloads"]): string => {
  const seconds = Math.ceil(((row.notBefore ?? now) - now) / 1000);
  if (seconds <= 3) return words.againIn.now;
  if (row.asked !== undefined) return words.againIn.asked(Math.max(1, Math.ceil(seconds / 60)));
  return seconds < 90
    ? words.againIn.seconds(Math.ceil(seconds / 5) * 5)
    : words.againIn.minutes(Math.round(seconds / 60));
};

const keptInWords = (received: number | undefined, words: Words["downloads"]): readonly string[] =>
  received === undefined || received <= 0 ? [] : [words.kept(sizeInWords(received))];

const runningInWords = (
  { file, speed = 0 }: DownloadRow,
  { downloads: words, inbox }: Words,
): readonly string[] => {
  if (file?.state !== "downloading") return [];
  const note = file.note == null ? [] : [inbox.fileNotes[file.note]];
  const left = bytesLeft(file);
  if (left === undefined || speed <= 0) return note;
  return [...note, leftInWords(left / speed, words)];
};

const failedInWords = (
  row: DownloadRow,
  now: Instant,
  { downloads: words, inbox }: Words,
): readonly string[] => {
  if (row.file?.state !== "failed") return [];
  if (row.notBefore === undefined) return [whyFailed(row.file, inbox)];
  return [...keptInWords(row.file.received, words), againInWords(row, now, words)];
};

/** What is said under a row's title, beside where it comes from. */
export const rowInWords = (
  { row, standing, place }: PlacedRow,
  now: Instant,
  nightFrom: number | undefined,
  words: Words,
): readonly string[] => {
  const { downloads, inbox } = words;
  const kept = keptInWords(row.reached?.received, downloads);
  switch (standing) {
    case "running":
      return runningInWords(row, words);
    case "cut":
      return failedInWords(row, now, words);
    case "refused":
      return row.file?.state === "failed" ? [whyFailed(row.file, inbox)] : [];
    case "paused":
      return [row.waits === "allGoOn" ? downloads.allPausedWhy : downloads.pausedWhy, ...kept];
    case "waiting": {
      const when =
        row.waits === "disk"
          ? [downloads.waitingForDisk]
          : nightFrom === undefined
            ? []
            : [downloads.waitingForNight(nightFrom)];
      return [...(place === undefined ? [] : [downloads.place(place)]), ...kept, ...when];
    }
    case "held":
      if (row.file?.state === "held" && row.file.note != null)
        return [inbox.fileNotes[row.file.note]];
      return [downloads.checked];
  }
};

/** How much of a row is there, from 0 to 1; `undefined` where nobody knows. */
export const shareOf = ({ file, reached }: DownloadRow): number | undefined => {
  const at = file?.state === "downloading" || file?.state === "failed" ? file : reached;
  return at === undefined ? undefined : shareOfMuch(at);
};
