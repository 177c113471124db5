import type { Json } from "../changes/index.ts";
import { onOneLine, withoutHiddenCharacters } from "./hidden-characters.ts";

/** Turns the reading round, or is a control character that no text needs. */
const TURNING = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;
const SCRIPT =
  /<\s*\/?\s*(script|iframe|frame|object|embed|svg|img|style|link|meta|base|form|video|audio)\b|javascript\s*:|data\s*:\s*text\/html/iu;

const LONGEST_TEXT = 10_000;
const MOST_PARTS = 300;
const DEEPEST = 12;

/** Fields of several lines; all others are of one. */
const OF_SEVERAL_LINES: ReadonlySet<string> = new Set([
  "note",
  "noteBefore",
  "noteDuring",
  "noteAfter",
]);

/** Whether a text is one that only a hostile file holds. */
export const isHostileText = (text: string): boolean => TURNING.test(text) || SCRIPT.test(text);

/** A text that every reader takes: what is hostile in ours, copied from some page, is made harmless. */
const harmless = (text: string): string =>
  SCRIPT.test(text) ? text.replaceAll("<", "＜").replace(/(javascript|data)\s*:/giu, "$1：") : text;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** A value with every text in it turned into another; `undefined` where it is too deep, too long or refused. */
const mapTexts = (
  value: Json,
  turn: (text: string) => string | undefined,
  depth = 0,
): Json | undefined => {
  if (typeof value === "string") return turn(value);
  if (value === null || typeof value !== "object") return value;
  if (depth > DEEPEST) return undefined;
  if (isList(value)) {
    if (value.length > MOST_PARTS) return undefined;
    const parts = value.map((part) => mapTexts(part, turn, depth + 1));
    return parts.some((part) => part === undefined)
      ? undefined
      : parts.flatMap((part) => part ?? [null]);
  }
  const entries = Object.entries(value);
  if (entries.length > MOST_PARTS) return undefined;
  const turned: Record<string, Json> = {};
  for (const [key, part] of entries) {
    const mapped = isHostileText(key) ? undefined : mapTexts(part, turn, depth + 1);
    if (mapped === undefined) return undefined;
    turned[key] = mapped;
  }
  return turned;
};

const tidy = (field: string, text: string): string =>
  OF_SEVERAL_LINES.has(field) ? withoutHiddenCharacters(text) : onOneLine(text);

/** A value of ours as it may leave the house: readable by everybody who checks as strictly as we do. */
export const valueToSend = (field: string, value: Json): Json =>
  mapTexts(value, (text) => harmless(tidy(field, text))) ?? null;

/** A received value without invisible characters; `undefined` where it is hostile. */
export const receivedValue = (field: string, value: Json): Json | undefined =>
  mapTexts(value, (text) =>
    text.length > LONGEST_TEXT || isHostileText(text) ? undefined : tidy(field, text),
  );
