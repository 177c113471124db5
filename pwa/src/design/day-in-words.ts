const inLanguage = (date: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(document.documentElement.lang, { ...options, timeZone: "UTC" }).format(
    Date.parse(date),
  );

/** A day `YYYY-MM-DD` in the page's language: 11月26日; with its year where it is not that of `today`. */
export const dayInWords = (date: string, today: string): string =>
  inLanguage(date, {
    month: "long",
    day: "numeric",
    ...(date.slice(0, 4) === today.slice(0, 4) ? {} : { year: "numeric" }),
  });

/** The weekday of a day `YYYY-MM-DD`: 星期四, or 周四. */
export const weekdayInWords = (date: string, length: "long" | "short" = "short"): string =>
  inLanguage(date, { weekday: length });

/** A day with its weekday, in the order of the page's language: 11月26日 周四; Thu, November 26. */
export const dayAndWeekday = (
  date: string,
  today: string,
  length: "long" | "short" = "short",
): string =>
  document.documentElement.lang.startsWith("zh")
    ? `${dayInWords(date, today)} ${weekdayInWords(date, length)}`
    : `${weekdayInWords(date, length)}, ${dayInWords(date, today)}`;

/** A month `YYYY-MM`: 2026年11月. */
export const monthInWords = (month: string): string =>
  inLanguage(`${month}-01`, { year: "numeric", month: "long" });

/** Minutes after midnight as a clock shows them: 19:00. */
export const clockInWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
