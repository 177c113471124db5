import { err, ok, type Result } from "../../result/index.ts";
import { crc32 } from "../crc32.ts";

/**
 * Bytes as text that survives chat programs: parts of a length that one message takes, each with its own
 * check sum, found again in whatever was pasted around, between and into them.
 *
 *   DB1.<mark>.<part>.<parts>.<base64url>.<check>.
 *
 * `mark` is the CRC-32 of all bytes and `check` that of the part's base64url text, each in six signs of
 * base64url (RFC 4648, section 5). Format: docs/package-format.md.
 */
const VERSION = 1;

/** Signs of one part: a message of WeChat takes 2,000 and more. */
export const PART_LENGTH = 1_600;
/** More than this is no text for a chat any more. */
export const MOST_PARTS = 40;

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const PLACES = new Map([...ALPHABET].map((sign, place) => [sign, place]));

/** Bytes as base64url without padding. */
const toBase64Url = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const bits = (a << 16) | (b << 8) | c;
    const signs = Math.min(4, bytes.length - at + 1);
    for (let place = 0; place < signs; place += 1) {
      text += ALPHABET.charAt((bits >> (18 - 6 * place)) & 63);
    }
  }
  return text;
};

const fromBase64Url = (text: string): Uint8Array => {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const sign of text) {
    bits = ((bits << 6) | (PLACES.get(sign) ?? 0)) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
};

const checkOf = (bytes: Uint8Array): string => {
  const sum = crc32(bytes);
  return toBase64Url(Uint8Array.of(sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255));
};
const checkOfText = (text: string): string => checkOf(new TextEncoder().encode(text));

/** Cuts bytes into the codes of as many messages as they need. */
export const writeParts = (bytes: Uint8Array): readonly string[] => {
  const text = toBase64Url(bytes);
  const mark = checkOf(bytes);
  const count = Math.max(1, Math.ceil(text.length / PART_LENGTH));
  return Array.from({ length: count }, (_, place) => {
    const part = text.slice(place * PART_LENGTH, (place + 1) * PART_LENGTH);
    const signed = `${mark}.${place + 1}.${count}.${part}`;
    return `DB${VERSION}.${signed}.${checkOfText(signed)}.`;
  });
};

/** Why a pasted text gave no bytes. */
export type PartsFailure =
  /** Nothing in it looks like a list. */
  | { readonly type: "no-code" }
  /** Written by a newer program. */
  | { readonly type: "newer-version"; readonly version: number }
  /** Parts that did not come, or came damaged; counted from 1. */
  | {
      readonly type: "parts-missing";
      readonly missing: readonly number[];
      readonly damaged: readonly number[];
      readonly count: number;
    };

/**
 * What chat programs do to a text, taken back: full-width signs, dashes made long, line breaks, blanks,
 * signs that cannot be seen, quotation bars.
 */
const plain = (pasted: string): string =>
  pasted
    .normalize("NFKC")
    .replace(/^[>|\s]+/gmu, "")
    .replace(/[\u2010-\u2012\u2212]/gu, "-")
    .replace(/[\u2013\u2014]/gu, "--")
    .replace(/[\u3002\uff61]/gu, ".")
    .replace(/[^\x21-\x7e]+/gu, " ")
    .replace(/\s+/gu, "");

/** A part that was cut off ends where the next one begins. */
const PART =
  /DB(\d{1,3})\.([\w-]{6})\.(\d{1,2})\.(\d{1,2})\.((?:(?!DB\d{1,3}\.)[\w-])*)(?:\.([\w-]{6}))?/gu;

/** The longest text that is looked through at all. */
const LONGEST = 4_000_000;

interface Found {
  readonly count: number;
  readonly parts: Map<number, string>;
  readonly damaged: Set<number>;
}

/**
 * Finds the parts of a list in whatever was pasted: in any order, some of them twice, with other talk
 * around. Where parts of several lists lie in it, the first that is whole is taken.
 */
export const readParts = (pasted: string): Result<Uint8Array, PartsFailure> => {
  const lists = new Map<string, Found>();
  let newer: number | undefined;
  for (const [, version, mark = "", part, count, text = "", check] of plain(
    pasted.slice(0, LONGEST),
  ).matchAll(PART)) {
    if (Number(version) !== VERSION) {
      newer = Number(version);
      continue;
    }
    const [place, of] = [Number(part), Number(count)];
    if (place < 1 || place > of || of > MOST_PARTS) continue;
    const key = `${mark}.${of}`;
    const found: Found = lists.get(key) ?? { count: of, parts: new Map(), damaged: new Set() };
    lists.set(key, found);
    const whole = checkOfText(`${mark}.${place}.${of}.${text}`) === check;
    if (whole) found.parts.set(place, text);
    else found.damaged.add(place);
  }
  for (const [key, { count, parts }] of lists) {
    if (parts.size < count) continue;
    const text = Array.from({ length: count }, (_, place) => parts.get(place + 1) ?? "").join("");
    const bytes = fromBase64Url(text);
    if (key.startsWith(checkOf(bytes))) return ok(bytes);
  }
  const [nearest] = [...lists.values()].sort((a, b) => b.parts.size - a.parts.size);
  if (nearest === undefined) {
    return err(
      newer === undefined ? { type: "no-code" } : { type: "newer-version", version: newer },
    );
  }
  const lacking = Array.from({ length: nearest.count }, (_, place) => place + 1).filter(
    (place) => !nearest.parts.has(place),
  );
  return err({
    type: "parts-missing",
    missing: lacking.filter((place) => !nearest.damaged.has(place)),
    damaged: lacking.filter((place) => nearest.damaged.has(place)),
    count: nearest.count,
  });
};
