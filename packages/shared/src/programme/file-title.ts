import { type ProgrammeNumber, parseProgrammeNumber } from "./programme-number.ts";

/** What a file's name says of its item. */
export interface TitleOfFile {
  readonly title: string;
  /** A programme number at the name's beginning (「1014 一面党旗.mp4」), which may be an old one of this site. */
  readonly oldNumber?: ProgrammeNumber;
  /** The title once that number has been taken over. */
  readonly titleUnderNumber?: string;
}

const LONGEST = 300;

/** Control characters and those that turn the direction of writing: a name must read as it stands. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const withoutEnding = (name: string): string => name.replace(/\.[a-z0-9]{1,6}$/iu, "");

/** What Explorer and browsers append to a second copy. */
const COPY = /\s*(?:-\s*副本|[(（]\d{1,2}[)）])\s*$/u;

/** A place in somebody's own row: 「3-」, 「03.」, 「12、」. */
const PLACE_IN_ROW = /^\d{1,3}\s*[-_.、,，)）]\s*(?=[^\d\s])/u;

const NUMBER_FIRST = /^(\d{4,5})(?:[\s._\-—–、，。:：]+(?=[^\d\s])|(?=[《「【\p{Script=Han}]))/u;
const SHELF_DASH_PLACE = /^([1-5])[-—–](\d{3,4})[\s._\-—–、，]+(?=[^\d\s])/u;

/** A year at the beginning is more often a year than a number of the book. */
const looksLikeYear = (digits: string): boolean => /^(?:19|20)\d\d$/u.test(digits);

const tidy = (text: string): string =>
  text
    .replace(/[_\s]+/gu, " ")
    .replace(COPY, "")
    .trim()
    .slice(0, LONGEST)
    .trim();

const cleaned = (text: string): string => {
  const tidied = tidy(text);
  const inRow = tidied.replace(PLACE_IN_ROW, "");
  return inRow === "" ? tidied : inRow;
};

/**
 * Makes a title of a file's name: ending, underscores, 「副本」 and a place in a row go. A programme
 * number at the beginning is offered, not taken: it could be a year.
 */
export const titleOfFile = (fileName: string): TitleOfFile => {
  const name = fileName.normalize("NFC").replace(UNSEEN, "");
  const bare = withoutEnding(name).trim();
  const whole = cleaned(bare) || tidy(name) || "-";
  const found = NUMBER_FIRST.exec(bare) ?? SHELF_DASH_PLACE.exec(bare);
  if (found === null) return { title: whole };
  const digits = `${found[1] ?? ""}${found[2] ?? ""}`;
  const oldNumber = parseProgrammeNumber(digits);
  const rest = tidy(bare.slice(found[0].length));
  if (oldNumber === undefined || rest === "") return { title: whole };
  return {
    title: looksLikeYear(digits) ? whole : rest,
    oldNumber,
    titleUnderNumber: rest,
  };
};
