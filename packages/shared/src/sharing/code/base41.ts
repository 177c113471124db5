/**
 * Bytes in the 41 signs that a QR code's alphanumeric mode (ISO/IEC 18004, 7.3.4) takes at 5.5 bits and
 * that survive being copied: two bytes in three signs, 3 % above the bytes themselves. Like RFC 9285
 * (Base45), but without the blank, which chats eat, and the full stop, which parts the fields of a code.
 */
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$+-/:";
const BASE = ALPHABET.length;
const PLACES = new Map([...ALPHABET].map((sign, place) => [sign, place]));

/** Bytes as text: three signs for two bytes, the lowest place first; two signs for a last single byte. */
export const toBase41 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const [high = 0, low] = bytes.subarray(at, at + 2);
    const value = low === undefined ? high : high * 256 + low;
    text += ALPHABET.charAt(value % BASE) + ALPHABET.charAt(Math.floor(value / BASE) % BASE);
    if (low !== undefined) text += ALPHABET.charAt(Math.floor(value / (BASE * BASE)));
  }
  return text;
};

/** The bytes of a text; `undefined` where no bytes are written so. */
export const fromBase41 = (text: string): Uint8Array | undefined => {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const signs = [...text.slice(at, at + 3)].map((sign) => PLACES.get(sign));
    const [low, middle, high = 0] = signs;
    if (low === undefined || middle === undefined || signs.includes(undefined)) return undefined;
    const value = low + middle * BASE + high * BASE * BASE;
    if (value > (signs.length === 3 ? 0xffff : 0xff)) return undefined;
    if (signs.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
};
