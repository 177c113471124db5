import { wishKey } from "./tally.ts";
import { SLIP_COUNT, WISH_LENGTH } from "./wish.ts";

/** One wish out of a paste, with how many asked for it. */
export interface PastedWish {
  readonly text: string;
  readonly count: number;
}

/** What a paste holds. */
export interface WishPaste {
  readonly wishes: readonly PastedWish[];
  /** Lines that held something. */
  readonly lines: number;
  /** Lines longer than a wish may be; they are not taken. */
  readonly tooLong: readonly string[];
}

/** A count at a line's end: 「…×3」, 「… x3」, a number in a cell of its own, 「…（3人）」. */
const COUNTED = [
  /^(?<text>.+?)\t+\s*(?<count>\d{1,4})\s*(?:人|次|票|张)?\s*$/u,
  /^(?<text>.+?)\s*[×✕xX*]\s*(?<count>\d{1,4})\s*$/u,
  /^(?<text>.+?)\s*[(（]\s*(?<count>\d{1,4})\s*(?:人|次|票|张)\s*[)）]\s*$/u,
] as const;

/** What lists put before a line: 「1.」, 「2、」, 「（3）」, bullets, ticked boxes. */
const LEADING = /^\s*(?:(?:\d{1,5}[.．、)）]|[(（]\d{1,5}[)）]|[-•·●○■□☐☑✓*])\s*)+(?=\S)/u;

const cleaned = (line: string): string =>
  line.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === "\t" ? "\t" : "")).trim();

const countedOf = (line: string): PastedWish => {
  for (const pattern of COUNTED) {
    const groups = pattern.exec(line)?.groups;
    const count = Number(groups?.["count"]);
    if (groups?.["text"] !== undefined && count >= 1) return { text: groups["text"].trim(), count };
  }
  return { text: line, count: 1 };
};

/**
 * Reads what was typed or pasted, one wish a line: numbering is dropped, a count at the end is taken, the
 * same wish twice becomes one.
 */
export const readWishes = (pasted: string): WishPaste => {
  const byKey = new Map<string, { text: string; count: number }>();
  const tooLong: string[] = [];
  let lines = 0;
  const all = pasted.split(/\r\n|[\n\r\u2028\u2029]/u).map(cleaned);
  const isList = all.filter((line) => line !== "").length > 1;
  for (const line of all) {
    if (line === "") continue;
    lines += 1;
    // One wish alone is taken as it stands: 「1984」 or 「3·15 晚会」 is no numbering.
    const { text, count } = isList
      ? countedOf(line.replace(LEADING, ""))
      : { text: line, count: 1 };
    const oneLine = text.replace(/\s+/gu, " ").trim();
    if (oneLine === "") continue;
    if ([...oneLine].length > WISH_LENGTH) {
      tooLong.push(oneLine);
      continue;
    }
    const key = wishKey(oneLine);
    const before = byKey.get(key);
    if (before === undefined) byKey.set(key, { text: oneLine, count: Math.min(count, SLIP_COUNT) });
    else before.count = Math.min(before.count + count, SLIP_COUNT);
  }
  return { wishes: [...byKey.values()], lines, tooLong };
};
