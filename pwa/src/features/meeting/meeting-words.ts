import { civilDateOf, type Instant } from "@dianbo/shared/clock";
import { usePreferences } from "../../app/preferences.tsx";
import { clockInWords, dayInWords } from "../../design/day-in-words.ts";
import { meeting as english } from "../../locales/en/meeting.ts";
import { meeting } from "../../locales/zh-CN/meeting.ts";
import type { LastMeeting, MetOnce } from "./last-meeting.ts";

/** All words of meetings in one language. They come with the room and its line. */
export type MeetingWords = typeof meeting;

/** The words of meetings in the language that is spoken. */
export const useMeetingWords = (): MeetingWords =>
  usePreferences().language === "en" ? english : meeting;

/** The site's time of day, in minutes after midnight. */
const minutesOf = (at: Instant): number => {
  const parts = new Intl.DateTimeFormat("en", {
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
    timeZone: "Asia/Shanghai",
  }).formatToParts(at);
  const part = (type: "hour" | "minute"): number =>
    Number(parts.find((one) => one.type === type)?.value ?? 0);
  return part("hour") * 60 + part("minute");
};

/** A moment: today by its hour, another day by its date and hour. */
export const whenInWords = (at: Instant, now: Instant, words: MeetingWords): string => {
  const time = clockInWords(minutesOf(at));
  const [day, today] = [civilDateOf(at), civilDateOf(now)];
  return day === today ? words.today(time) : `${dayInWords(day, today)} ${time}`;
};

/** Whom this PC met, and what came. */
const metInWords = (met: MetOnce, now: Instant, words: MeetingWords): string => {
  const when = whenInWords(met.at, now, words);
  const [one, ...more] = met.others;
  if (one === undefined) return words.metNobody(when);
  const whom = more.length === 0 ? words.other(one.post) : words.others(met.others.length);
  return words.met(when, whom, met.taken + met.names);
};

/** How it went last, in one sentence; `undefined` before the first meeting. */
export const lastInWords = (
  { met, failed }: LastMeeting,
  now: Instant,
  words: MeetingWords,
): string | undefined => {
  if (failed !== undefined) {
    return words.failedAt(whenInWords(failed.at, now, words), words.failures[failed.type]);
  }
  return met === undefined ? undefined : metInWords(met, now, words);
};
