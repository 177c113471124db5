import { wholeNumber } from "./chinese-number.ts";

/** A title's place in a series (系列). */
export interface SeriesPlace {
  /**
   * What the parts have in common, for comparing: width, quotes and spaces are evened out. Empty where
   * the title begins with its place (「第一讲 …」), so that only its neighbours tell which series it is.
   */
  readonly name: string;
  /** From 0 upwards; 上, 中, 下 are 1, 2, 3. */
  readonly place: number;
}

const NUMBER = "(\\d{1,3}|[零〇一二两三四五六七八九十百]{1,6})";
const UNIT = "(?:讲|集|课|期|节|章|回|篇|部|辑|单元|部分)";
const THIRDS = ["上", "中", "下"];
/** What may stand between a name and its place, and between the place and the part's own title. */
const GAP = "[\\s:,.·\\-—_|、]";

const PATTERNS: readonly RegExp[] = [
  // …第3集, 第三讲:…, …第十二课…
  new RegExp(`^(.*?)${GAP}*\\(?第${NUMBER}${UNIT}\\)?(?:$|${GAP}|[^\\p{L}\\p{N}]|(?=.))`, "u"),
  // …(上), …(一), …[3], …(1/4), with the part's own title behind or not
  new RegExp(
    `^(.+?)${GAP}*[([【](?:系列)?(?:之)?(?:([上中下])[集篇部]?|${NUMBER}(?:/\\d{1,3})?)[)\\]】]$`,
    "u",
  ),
  new RegExp(
    `^(.+?)${GAP}*[([【](?:系列)?(?:之)?(?:([上中下])[集篇部]?|${NUMBER})[)\\]】]${GAP}`,
    "u",
  ),
  // …之二
  new RegExp(`^(.+?)${GAP}*(?:系列)?之${NUMBER}$`, "u"),
  // …上集, …·下, … 中
  new RegExp(`^(.+?)${GAP}*([上中下])[集篇]$`, "u"),
  new RegExp(`^(.+?)${GAP}+([上中下])$`, "u"),
  // …EP03, …P2, … 3, …_03, … 三, 八段锦2
  new RegExp(`^(.+?)${GAP}*\\b(?:ep?|p)(\\d{1,3})$`, "iu"),
  new RegExp(`^(.+?)${GAP}+${NUMBER}(?:/\\d{1,3})?$`, "u"),
  /^(.*\p{Script=Han})(\d{1,2})$/u,
];

const placeIn = (parts: readonly (string | undefined)[]): number | undefined => {
  for (const part of parts) {
    if (part === undefined) continue;
    const third = THIRDS.indexOf(part);
    const place = third === -1 ? wholeNumber(part) : third + 1;
    if (place !== undefined) return place;
  }
  return undefined;
};

/** A title with width, quotes and spaces evened out. */
const evened = (title: string): string =>
  title
    .slice(0, 300)
    .normalize("NFKC")
    .replace(/[《》〈〉「」『』“”"]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

/** Which series a title belongs to and where it stands in it; most titles belong to none. */
export const seriesOf = (title: string): SeriesPlace | undefined => {
  const text = evened(title);
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [, name = "", ...parts] = found;
    const place = placeIn(parts);
    if (place === undefined) continue;
    return { name: name.replace(/[\s:,.·\-—_|、([【]+$/u, "").toLowerCase(), place };
  }
  return undefined;
};
