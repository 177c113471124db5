/** What Windows, FAT32 and exFAT refuse in a name, and the character of the same look that all of them take. */
const WIDE: Readonly<Record<string, string>> = {
  "\\": "＼",
  "/": "／",
  ":": "：",
  "*": "＊",
  "?": "？",
  '"': "＂",
  "<": "＜",
  ">": "＞",
  "|": "｜",
};

/** Control and format characters, halves of characters, private ones and those that are none: nobody can read or type them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu;

/** Windows keeps these for its devices, with any ending; such a file cannot be written or opened. */
const DEVICE = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?=\s*(?:\.|$))/iu;

/** Windows drops dots and blanks at the end; browsers refuse them, and a tilde, at both ends. */
const trimmed = (name: string): string => name.replace(/^[.\s~]+|[.\s~]+$/gu, "");

/** How long a name is where it is counted in bytes (Linux, Android) and in units (Windows, FAT32, exFAT). */
const fits = (name: string, limit: NameLimit): boolean =>
  name.length <= limit.units && new TextEncoder().encode(name).length <= limit.bytes;

/** How long a name may be: UTF-16 units and UTF-8 bytes, whichever is reached first. */
export interface NameLimit {
  readonly units: number;
  readonly bytes: number;
}

/**
 * All file systems take 255 units or bytes; Windows' whole path must stay under 260, so a name takes 80 at
 * most. What a browser writes beside it while it copies (`.crswap`) fits too.
 */
export const NAME_LIMIT: NameLimit = { units: 80, bytes: 240 };

const cut = (name: string, limit: NameLimit): string => {
  const characters = [...name];
  while (!fits(characters.join(""), limit)) characters.pop();
  return trimmed(characters.join(""));
};

/**
 * A text as a file's or folder's name that FAT32, exFAT, NTFS and the browsers take, as near to the text
 * as can be: `/` becomes ／. Empty where nothing of it can stand in a name.
 */
export const safeName = (text: string, limit: NameLimit = NAME_LIMIT): string => {
  const plain = text
    .normalize("NFC")
    .replace(/[\\/:*?"<>|]/gu, (sign) => WIDE[sign] ?? "")
    // A line break, a tab: a gap that is seen.
    .replace(/\s+/gu, " ")
    .replace(UNSEEN, "")
    .replace(/ +/gu, " ");
  const name = cut(trimmed(plain), limit);
  return DEVICE.test(name) ? cut(`_${name}`, limit) : name;
};

/** A name of stem and ending; the stem gives way where the whole would be too long. */
export const safeFileName = (stem: string, ending: string): string => {
  const tail = `.${ending}`;
  const bytes = new TextEncoder().encode(tail).length;
  const name = safeName(stem, {
    units: NAME_LIMIT.units - tail.length,
    bytes: NAME_LIMIT.bytes - bytes,
  });
  return `${name === "" ? "_" : name}${tail}`;
};
