import { type Minutes, minutesOfSeconds } from "../clock/index.ts";

/**
 * Seconds of a playing time as portals write it: `10 分钟`, `1小时20分`, `10:04`, `1:02:30`, `PT10M4S`,
 * plain seconds. `undefined` where it is none.
 */
export const secondsInText = (text: string | undefined): number | undefined => {
  const plain = (text ?? "").trim();
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/iu.exec(plain);
  const words =
    /^(?:约)?(?:(\d+)\s*(?:小时|时))?\s*(?:(\d+)\s*(?:分钟|分))?\s*(?:(\d+)\s*秒)?/u.exec(plain);
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?!\d)/u.exec(plain);
  for (const hit of [iso, clock, words]) {
    if (hit === null) continue;
    const [, hours = "0", minutes = "0", seconds = "0"] = hit;
    const total = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    if (total > 0) return total;
  }
  return /^\d{1,6}(?:\.\d+)?$/u.test(plain) && Number(plain) > 0 ? Number(plain) : undefined;
};

/**
 * Characters a minute. The national curriculum for Chinese (义务教育语文课程标准, 第三学段) asks at least 300 of
 * silent reading; who sits in a study room reads no faster.
 */
const CHARACTERS_A_MINUTE = 300;

/** Minutes to read a text. */
export const minutesToRead = (text: string): Minutes =>
  minutesOfSeconds((text.replace(/\s+/gu, "").length / CHARACTERS_A_MINUTE) * 60);
