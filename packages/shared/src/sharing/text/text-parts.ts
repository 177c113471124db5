import { err, ok, type Result } from "../../result/index.ts";
import { fromBase41, toBase41 } from "../code/base41.ts";
import { crc32 } from "../crc32.ts";

/**
 * Bytes as text that survives chat programs: parts of a length that one message takes, each with its own
 * check sum, found again in whatever was pasted around, between and into them.
 *
 *   DB1.<mark>.<part>.<parts>.<base64url>.<check>.
 *   DB2.<mark>.1.1.<base 41>.<check>.
 *
 * `mark` is the CRC-32 of all bytes and `check` that of what stands before it, each in six signs: of
 * base64url (RFC 4648, section 5) in a chat, of base 41 in a QR code. Format: docs/package-format.md.
 */

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

const fromBase64Url = (text: string): Uint8Array | undefined => {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const sign of text) {
    const place = PLACES.get(sign);
    if (place === undefined) return undefined;
    bits = ((bits << 6) | place) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[at] = (bits >> held) & 0xff;
    at += 1;
  }
  return bytes;
};

/** In which signs bytes are written; by the number behind the `DB`. */
interface Spelling {
  readonly write: (bytes: Uint8Array) => string;
  readonly read: (text: string) => Uint8Array | undefined;
}
const CHAT = 1;
const CODE = 2;
const SPELLINGS: ReadonlyMap<number, Spelling> = new Map([
  [CHAT, { write: toBase64Url, read: fromBase64Url }],
  [CODE, { write: toBase41, read: fromBase41 }],
]);

const checkOf = (bytes: Uint8Array, { write }: Spelling): string => {
  const sum = crc32(bytes);
  return write(Uint8Array.of(sum >>> 24, (sum >>> 16) & 255, (sum >>> 8) & 255, sum & 255));
};
const checkOfText = (text: string, spelling: Spelling): string =>
  checkOf(new TextEncoder().encode(text), spelling);

const partsIn = (version: number, bytes: Uint8Array, length: number): readonly string[] => {
  const spelling = SPELLINGS.get(version);
  if (spelling === undefined) return [];
  const text = spelling.write(bytes);
  const mark = checkOf(bytes, spelling);
  const count = Math.max(1, Math.ceil(text.length / length));
  return Array.from({ length: count }, (_, place) => {
    const part = text.slice(place * length, (place + 1) * length);
    const signed = `${mark}.${place + 1}.${count}.${part}`;
    return `DB${version}.${signed}.${checkOfText(signed, spelling)}.`;
  });
};

/** Cuts bytes into the codes of as many messages as they need. */
export const writeParts = (bytes: Uint8Array): readonly string[] =>
  partsIn(CHAT, bytes, PART_LENGTH);

/** Bytes as one part in the signs that a QR code takes at 5.5 bits each. */
export const writeCodePart = (bytes: Uint8Array): string =>
  partsIn(CODE, bytes, Number.POSITIVE_INFINITY).join("");

/** Why a pasted text gave no bytes. */
export type PartsFailure =
  /** Nothing in it looks like a list. */
  | { readonly type: "no-code" }
  /** Written by a newer program. */
  | { readonly type: "newer-version"; readonly version: number }
  /** One picture of a moving QR code, which alone is nothing. */
  | { readonly type: "one-frame" }
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

/**
 * A part that was cut off ends where the next one begins: at a whole head, for the signs of a part may
 * themselves end like the beginning of one (`…DB60.`).
 */
const PART =
  /DB(\d{1,3})\.([\w$+/:-]{6})\.(\d{1,2})\.(\d{1,2})\.((?:(?!DB\d{1,3}\.[\w$+/:-]{6}\.\d{1,2}\.\d{1,2}\.)[\w$+/:-])*)(?:\.([\w$+/:-]{6}))?/gu;
const ONE_FRAME = /DB3\.[0-9A-Z$+/:-]{40}/u;

/** The longest text that is looked through at all. */
const LONGEST = 4_000_000;

interface Found {
  readonly spelling: Spelling;
  readonly mark: string;
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
  const looked = plain(pasted.slice(0, LONGEST));
  for (const [, version, mark = "", part, count, text = "", check] of looked.matchAll(PART)) {
    const spelling = SPELLINGS.get(Number(version));
    if (spelling === undefined) {
      newer = Number(version);
      continue;
    }
    const [place, of] = [Number(part), Number(count)];
    if (place < 1 || place > of || of > MOST_PARTS) continue;
    const key = `${version}.${mark}.${of}`;
    const found: Found = lists.get(key) ?? {
      ...{ spelling, mark, count: of },
      ...{ parts: new Map(), damaged: new Set() },
    };
    lists.set(key, found);
    const whole = checkOfText(`${mark}.${place}.${of}.${text}`, spelling) === check;
    if (whole) found.parts.set(place, text);
    else found.damaged.add(place);
  }
  for (const { spelling, mark, count, parts } of lists.values()) {
    if (parts.size < count) continue;
    const text = Array.from({ length: count }, (_, place) => parts.get(place + 1) ?? "").join("");
    const bytes = spelling.read(text);
    if (bytes !== undefined && mark === checkOf(bytes, spelling)) return ok(bytes);
  }
  const [nearest] = [...lists.values()].sort((a, b) => b.parts.size - a.parts.size);
  if (nearest === undefined) {
    if (ONE_FRAME.test(looked)) return err({ type: "one-frame" });
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
