/**
 * `node scripts/draw-icons.ts`: draws the extension's icons (16, 32, 48, 128) from the mark, an ink page with five
 * tabs at its edge. Run it when the mark changes; the pictures are committed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { ROOT } from "./workspace.ts";

/** A bar of the mark on its grid of 28, with the radius of its left corners. */
interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: readonly [number, number, number];
  readonly radius: number;
}

const GRID = 28;
/** Samples a side of each pixel, so that edges are smooth. */
const SAMPLES = 8;

const hex = (text: string): [number, number, number] => [
  Number.parseInt(text.slice(1, 3), 16),
  Number.parseInt(text.slice(3, 5), 16),
  Number.parseInt(text.slice(5, 7), 16),
];

const bar = (x: number, y: number, width: number, height: number, colour: string): Bar => ({
  x,
  y,
  width,
  height,
  colour: hex(colour),
  radius: 0,
});

const PIGMENTS = ["#B5391F", "#2C68BC", "#21B49D", "#F6C621", "#471C3D"];

/** The lines of text are dropped on the smallest icon, as on the mark itself. */
const barsFor = (size: number): readonly Bar[] => [
  { ...bar(2, 1, 17, 26, "#17211E"), radius: 2 },
  ...(size < 20
    ? []
    : [
        bar(6.5, 8.5, 8, 2, "#FFFFFF"),
        bar(6.5, 13, 8, 2, "#FFFFFF"),
        bar(6.5, 17.5, 5, 2, "#FFFFFF"),
      ]),
  ...PIGMENTS.map((colour, index) => bar(19, 1 + index * 5.4, 8, 4.4, colour)),
];

const covers = (one: Bar, x: number, y: number): boolean => {
  if (x < one.x || y < one.y || x >= one.x + one.width || y >= one.y + one.height) return false;
  const dx = one.x + one.radius - x;
  const dy = Math.max(one.y + one.radius - y, y - (one.y + one.height - one.radius));
  return dx <= 0 || dy <= 0 || Math.hypot(dx, dy) <= one.radius;
};

const pixel = (bars: readonly Bar[], size: number, column: number, row: number): number[] => {
  const sum = [0, 0, 0];
  let hits = 0;
  for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
    const x = ((column + ((sample % SAMPLES) + 0.5) / SAMPLES) / size) * GRID;
    const y = ((row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES) / size) * GRID;
    const top = bars.findLast((one) => covers(one, x, y));
    if (top === undefined) continue;
    hits += 1;
    for (const channel of [0, 1, 2])
      sum[channel] = (sum[channel] ?? 0) + (top.colour[channel] ?? 0);
  }
  const average = sum.map((value) => (hits === 0 ? 0 : Math.round(value / hits)));
  return [...average, Math.round((hits / SAMPLES / SAMPLES) * 255)];
};

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

const png = (size: number): Buffer => {
  const bars = barsFor(size);
  const rows = Array.from({ length: size }, (_row, row) =>
    Buffer.from([
      0,
      ...Array.from({ length: size }, (_column, column) => pixel(bars, size, column, row)).flat(),
    ]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits a channel, red green blue alpha.
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

const folder = join(ROOT, "extension/public/icon");
mkdirSync(folder, { recursive: true });
for (const size of [16, 32, 48, 128]) writeFileSync(join(folder, `${size}.png`), png(size));
