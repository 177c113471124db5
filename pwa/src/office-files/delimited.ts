import { err, ok, type Result } from "@dianbo/shared/result";
import { guarded, makeGrid, type TableFailure, type TableFile } from "./table.ts";

/** Lines looked at to tell what parts the cells. */
const LINES_TO_JUDGE = 200;
const SEPARATORS = ["\t", ",", ";", "|"] as const;

const decoded = (bytes: Uint8Array, as: string): string | undefined => {
  try {
    return new TextDecoder(as, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** UTF-16 without its mark, as some programs write it: every second byte of plain text is 0. */
const unmarkedUtf16 = (bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined => {
  const looked = Math.min(bytes.length, 2000) & ~1;
  if (looked < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > looked / 20 && even === 0) return "utf-16le";
  return even > looked / 20 && odd === 0 ? "utf-16be" : undefined;
};

/** A text file's characters: by its mark, else UTF-8, else the GB18030 that WPS and Excel save .csv in. */
export const decodeTextFile = (bytes: Uint8Array): Result<string, TableFailure> => {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe
      ? "utf-16le"
      : first === 0xfe && second === 0xff
        ? "utf-16be"
        : unmarkedUtf16(bytes);
  const text =
    marked === undefined
      ? (decoded(bytes, "utf-8") ?? decoded(bytes, "gb18030"))
      : decoded(bytes, marked);
  // Control characters tell bytes from text.
  return text === undefined || /[\u0000-\u0008\u000E-\u001A]/u.test(text)
    ? err({ type: "not-a-table" })
    : ok(text.replace(/^\uFEFF/u, ""));
};

/**
 * Which character parts the cells: the one that most lines hold equally often. A list of titles with a
 * comma here and there is one column.
 */
const separatorOf = (lines: readonly string[]): string | undefined => {
  const counted = lines.filter((line) => line.trim() !== "").slice(0, LINES_TO_JUDGE);
  let best: { readonly separator: string; readonly share: number } | undefined;
  for (const separator of SEPARATORS) {
    const times = new Map<number, number>();
    for (const line of counted) {
      const count = line.replace(/"[^"]*"/gu, "").split(separator).length - 1;
      if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
    }
    const share = Math.max(0, ...times.values()) / counted.length;
    if (separator === "\t" ? times.size > 0 : share >= 0.6) {
      if (separator === "\t") return separator;
      if (best === undefined || share > best.share) best = { separator, share };
    }
  }
  return best?.separator;
};

/** Splits a text into rows of cells; a quote that never closes is a quote and no more. */
const cellsOf = (text: string, separator: string, quotes: boolean): readonly string[][] => {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (quotes && character === '"' && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (character === separator) {
      row.push(cell);
      cell = "";
    } else if (character === "\n") {
      rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += character;
  }
  if (quoted) return cellsOf(text, separator, false);
  rows.push([...row, cell]);
  return rows;
};

/** Reads a text as a table: .csv, .tsv, cells copied from a workbook, or a plain list of lines. */
export const readDelimited = (text: string): Result<TableFile, TableFailure> =>
  guarded(() => {
    let body = text.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n");
    // Excel's own first line, which names the separator.
    const named = /^sep=(.)\n/iu.exec(body);
    if (named !== null) body = body.slice(named[0].length);
    const separator = named?.[1] ?? separatorOf(body.split("\n", LINES_TO_JUDGE * 2));
    const rows =
      separator === undefined
        ? body.split("\n").map((line) => [line])
        : cellsOf(body, separator, true);
    const grid = makeGrid();
    for (const [at, cells] of rows.entries()) {
      for (const [column, cell] of cells.entries()) grid.put(at, column, cell);
    }
    return { sheets: [{ name: "", rows: grid.rows() }] };
  });
