/**
 * Characters that a name or a title never needs and a hostile file uses: control characters, the
 * bidirectional overrides that make 「txt.exe」 read backwards, zero-width and invisible ones, halves of
 * surrogate pairs and the private noncharacters.
 */
const HIDDEN =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff0-\uffff]|[\u{e0000}-\u{e0fff}]/u;
const ALL_HIDDEN = new RegExp(HIDDEN.source, "gu");
/** The same without the line ends and tabs that a longer text may have. */
const ALL_HIDDEN_IN_TEXT = new RegExp(`(?![\\n\\r\\t])(?:${HIDDEN.source})`, "gu");

/** Whether a text holds characters that cannot be seen or that turn the reading round. */
export const hasHiddenCharacters = (text: string): boolean => HIDDEN.test(text);

/** A text without hidden characters; line ends and tabs stay. */
export const withoutHiddenCharacters = (text: string): string =>
  text.replace(ALL_HIDDEN_IN_TEXT, "");

/** A text of one line without hidden characters, line ends and tabs turned into spaces. */
export const onOneLine = (text: string): string =>
  text
    .replace(/[\n\r\t\u2028\u2029]+/gu, " ")
    .replace(ALL_HIDDEN, "")
    .trim();
