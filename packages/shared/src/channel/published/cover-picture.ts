import { zlibSync } from "fflate";
import { CATEGORIES, type Category } from "../../category/index.ts";
import { crc32 } from "../../sharing/index.ts";

/** Pixels. */
const WIDTH = 60;
const HEIGHT = 80;

/** The colours of the shelves, and that of what has none: red, green, blue. */
const COLOURS: Readonly<Record<Category | 0, readonly [number, number, number]>> = {
  0: [0x17, 0x21, 0x1e],
  1: [0xb5, 0x39, 0x1f],
  2: [0x2c, 0x68, 0xbc],
  3: [0x21, 0xb4, 0x9d],
  4: [0xf6, 0xc6, 0x21],
  5: [0x47, 0x1c, 0x3d],
};

/** The name of the picture that stands for all items of a shelf; OPDS asks for one. */
export const coverName = (category: Category | undefined): string => `cover-${category ?? 0}.png`;

const bigEndian = (value: number): readonly number[] =>
  [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

const chunk = (type: string, data: Iterable<number>): readonly number[] => {
  const body = [...new TextEncoder().encode(type), ...data];
  return [...bigEndian(body.length - 4), ...body, ...bigEndian(crc32(Uint8Array.from(body)))];
};

/** A picture of one colour, as PNG with a palette. */
const pictureOf = (colour: readonly [number, number, number]): Uint8Array => {
  // Each line begins with its filter; all pixels are the palette's first.
  const lines = new Uint8Array((WIDTH + 1) * HEIGHT);
  return Uint8Array.from([
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk("IHDR", [...bigEndian(WIDTH), ...bigEndian(HEIGHT), 8, 3, 0, 0, 0]),
    ...chunk("PLTE", colour),
    ...chunk("IDAT", zlibSync(lines, { level: 9 })),
    ...chunk("IEND", []),
  ]);
};

/** One picture a shelf, and one for what has none. */
export const coverPictures = (): ReadonlyMap<string, Uint8Array> =>
  new Map(
    ([undefined, ...CATEGORIES] as const).map((category) => [
      coverName(category),
      pictureOf(COLOURS[category ?? 0]),
    ]),
  );
