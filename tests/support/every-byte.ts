/** Looks for a word in everything that a file holds: in the encodings of this world, and in what is packed in it. */
import { inflateRawSync } from "node:zlib";

const CENTRAL = 0x02014b50;
const END = 0x06054b50;

const asEscapes = (word: string): string =>
  [...word].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");

const forms = (word: string): readonly Buffer[] => {
  const little = Buffer.from(word, "utf16le");
  return [
    Buffer.from(word, "utf8"),
    little,
    Buffer.from(little).swap16(),
    Buffer.from(asEscapes(word)),
    Buffer.from(encodeURIComponent(word)),
    Buffer.from(Buffer.from(word).toString("base64").slice(0, -2)),
  ];
};

/** The packed files of a zip, by its own table of contents; none where the bytes are no zip. */
const unpacked = (bytes: Buffer): readonly Buffer[] => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== END) return [];
  const files: Buffer[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === CENTRAL) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    files.push(method === 8 ? inflateRawSync(packed) : packed);
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
};

/** Whether a word stands in these bytes or in anything packed in them. */
export const holdsWord = (bytes: Uint8Array, word: string): boolean => {
  const buffer = Buffer.from(bytes);
  if (forms(word).some((form) => buffer.includes(form))) return true;
  return unpacked(buffer).some((file) => holdsWord(file, word));
};
