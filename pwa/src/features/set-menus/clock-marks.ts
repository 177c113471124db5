/** A time of day as minutes since midnight, from `HH:MM`; `undefined` if it is none. */
export const minutesOfDay = (time: string): number | undefined => {
  const parts = /^([01]?\d|2[0-3]):([0-5]\d)$/u.exec(time);
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
};

/** The time of day so many minutes after a start, `19:05`; it wraps at midnight. */
export const timeAt = (startsAt: number, minutes: number): string => {
  const at = (startsAt + minutes) % (24 * 60);
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, "0")}`;
};

/** How many minutes the whole width of a bar stands for: a little more than the longer of both. */
export const barMinutes = (total: number, session: number): number =>
  (Math.floor(Math.max(total, session, 10) / 10) + 1) * 10;

/** Where a bar's clock marks stand, in minutes from the start, at most a dozen. */
export const markMinutes = (width: number): readonly number[] => {
  const step = [10, 20, 30, 60, 120, 240].find((minutes) => width / minutes <= 10) ?? 480;
  const marks: number[] = [];
  for (let at = 0; at < width; at += step) marks.push(at);
  return marks;
};
