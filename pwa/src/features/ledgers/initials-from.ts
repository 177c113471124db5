/** Ways of saying the first character that are kept: 曾 is zeng and ceng. */
const WAYS = 3;

/**
 * First letters of a name out of its characters' readings; one way for each reading of the first character. A rare
 * character whose reading nobody here knows (𠮷) is passed over: the others still find the name.
 */
export const initialsFrom = (readings: readonly (readonly string[])[]): string => {
  const [first = [], ...others] = readings;
  const rest = others.map(([reading = ""]) => reading.slice(0, 1)).join("");
  const ways = new Set(first.map((reading) => reading.slice(0, 1).toLowerCase()));
  if (ways.size === 0) ways.add("");
  return [...ways]
    .slice(0, WAYS)
    .map((letter) => `${letter}${rest.toLowerCase()}`)
    .join(" ")
    .slice(0, 120);
};
