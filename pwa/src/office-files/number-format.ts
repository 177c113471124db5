/**
 * A workbook keeps 46346 and the code `yyyy/m/d`; a person sees 2026/11/20. This turns one into the other
 * for the codes that tables of programmes use; a code that is not understood leaves the plain number.
 */

const DAY = 86_400;
/** Day 0 of a workbook's calendar, in days before 1970; its own 29 February 1900 never was. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** The codes that a workbook names by number only, as a Chinese office shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The code of a number that stands for one. */
export const builtInFormat = (id: number): string | undefined => BUILT_IN[id];

interface Piece {
  readonly type: "literal" | "code";
  readonly text: string;
}

/** Splits a code into what is printed as it stands and what is computed; brackets of colour and tongue go. */
const piecesOf = (code: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  const pattern =
    /"([^"]*)"|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(AM\/PM|A\/P|上午\/下午)|([ymdhse])\6*|([#0?.,%]+)|([\s\S])/giu;
  for (const match of code.matchAll(pattern)) {
    const [, quoted, escaped, elapsed, currency, half, letter, digits, other] = match;
    if (quoted !== undefined) pieces.push({ type: "literal", text: quoted });
    else if (escaped !== undefined) pieces.push({ type: "literal", text: escaped });
    else if (elapsed !== undefined)
      pieces.push({ type: "code", text: `[${elapsed.toLowerCase()}]` });
    else if (currency !== undefined) pieces.push({ type: "literal", text: currency });
    else if (half !== undefined) pieces.push({ type: "code", text: "half" });
    else if (letter !== undefined) pieces.push({ type: "code", text: match[0].toLowerCase() });
    else if (digits !== undefined) pieces.push({ type: "code", text: digits });
    else if (other !== undefined) pieces.push({ type: "literal", text: other });
  }
  return pieces;
};

const isDateCode = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ type, text }) => type === "code" && /^[ymdhs[]/u.test(text) && text !== "half");

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"];

const two = (value: number): string => String(value).padStart(2, "0");

const showDate = (serial: number, pieces: readonly Piece[], from1904: boolean): string => {
  const seconds = Math.round((serial - (from1904 ? EPOCH_1904 : EPOCH_1900)) * DAY);
  const date = new Date(seconds * 1000);
  const total = Math.round(serial * DAY);
  const half = pieces.some(({ text }) => text === "half");
  const hours = half ? date.getUTCHours() % 12 || 12 : date.getUTCHours();
  const codes = pieces.filter(({ type }) => type === "code");
  const isMinutes = (piece: Piece): boolean => {
    const at = codes.indexOf(piece);
    return /h/u.test(codes[at - 1]?.text ?? "") || /s/u.test(codes[at + 1]?.text ?? "");
  };
  const one = (piece: Piece): string => {
    const { text } = piece;
    if (piece.type === "literal") return text;
    switch (text) {
      case "yyyy":
      case "yyy":
      case "e":
      case "eeee":
        return String(date.getUTCFullYear());
      case "yy":
      case "y":
        return two(date.getUTCFullYear() % 100);
      case "mmm":
      case "mmmm":
        return MONTHS[date.getUTCMonth()] ?? "";
      case "m":
        return String(isMinutes(piece) ? date.getUTCMinutes() : date.getUTCMonth() + 1);
      case "mm":
        return two(isMinutes(piece) ? date.getUTCMinutes() : date.getUTCMonth() + 1);
      case "d":
        return String(date.getUTCDate());
      case "dd":
        return two(date.getUTCDate());
      case "ddd":
      case "dddd":
        return WEEKDAYS[date.getUTCDay()] ?? "";
      case "h":
        return String(hours);
      case "hh":
        return two(hours);
      case "s":
        return String(date.getUTCSeconds());
      case "ss":
        return two(date.getUTCSeconds());
      case "[h]":
      case "[hh]":
        return String(Math.floor(total / 3600));
      case "[m]":
      case "[mm]":
        return String(Math.floor(total / 60));
      case "[s]":
      case "[ss]":
        return String(total);
      case "half":
        return date.getUTCHours() < 12 ? "上午" : "下午";
      default:
        return /^\.0+$/u.test(text) ? text : "";
    }
  };
  return pieces.map(one).join("");
};

/** A number without the noise of binary fractions: 0.30000000000000004 is 0.3. */
const plainNumber = (value: number): string => {
  const rounded = Number(value.toPrecision(12));
  const text = String(Math.abs(rounded) < 1e15 ? rounded : value);
  return /e/u.test(text) && Math.abs(value) < 1e21 && Math.abs(value) >= 1
    ? BigInt(Math.round(value)).toString()
    : text;
};

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/gu, ",");

const showDigits = (value: number, code: string): string => {
  const scaled = code.includes("%") ? value * 100 : value;
  const [whole = "", fraction = ""] = code.replace(/%/gu, "").split(".");
  const least = fraction.replace(/[^0]/gu, "").length;
  const [digits = "", decimals = ""] = Math.abs(scaled)
    .toFixed(Math.min(20, fraction.replace(/[^0#?]/gu, "").length))
    .split(".");
  let kept = decimals;
  while (kept.length > least && kept.endsWith("0")) kept = kept.slice(0, -1);
  const padded = digits.padStart(whole.replace(/[^0]/gu, "").length, "0");
  const grouped = /[#0?],[#0?]/u.test(whole) ? withCommas(padded) : padded;
  return `${kept === "" ? grouped : `${grouped}.${kept}`}${code.includes("%") ? "%" : ""}`;
};

/** Chooses the part of a code for positive, negative or no quantity. */
const partOf = (code: string, value: number): { readonly code: string; readonly bare: boolean } => {
  const parts = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  if (value < 0 && parts[1] !== undefined) return { code: parts[1], bare: true };
  if (value === 0 && parts[2] !== undefined) return { code: parts[2], bare: true };
  return { code: parts[0] ?? "", bare: false };
};

/** What a person sees of a number in a cell. */
export const showNumber = (value: number, code: string | undefined, from1904: boolean): string => {
  if (!Number.isFinite(value)) return "";
  if (code === undefined || /^(General|G\/通用格式|@)$/iu.test(code.trim()))
    return plainNumber(value);
  const part = partOf(code, value);
  const pieces = piecesOf(part.code);
  if (isDateCode(pieces)) {
    // Days that no calendar has: the plain number is more use than an error.
    return value < 0 || value > 2_958_465 ? plainNumber(value) : showDate(value, pieces, from1904);
  }
  if (/general|e[+-]/iu.test(part.code) || part.code.includes("/")) return plainNumber(value);
  const codes = pieces.filter(({ type }) => type === "code");
  if (codes.length !== 1) return plainNumber(value);
  const shown = pieces
    .map(({ type, text }) => (type === "literal" ? text : showDigits(value, text)))
    .join("");
  return value < 0 && !part.bare ? `-${shown}` : shown;
};
