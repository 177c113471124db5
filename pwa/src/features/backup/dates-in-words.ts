/** A day as people say it, with the year where it is another one: 11月20日. */
export const dayInWords = (at: number, now: number): string => {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    month: "long",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
};

/** A day with its time of day. */
export const momentInWords = (at: number, now: number): string =>
  `${dayInWords(at, now)} ${new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: "numeric",
    minute: "2-digit",
  }).format(at)}`;
