/** Pictures of QR codes, as a photograph and as what a camera sees. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { generate } from "lean-qr";
import type { Page } from "playwright-core";

const run = promisify(execFile);

/** A QR code of any text as a black and white bitmap with its quiet zone, one pixel a module. */
const bitmapOf = (text: string): string => {
  const code = generate(text);
  const edge = code.size + 8;
  const rows = Array.from({ length: edge }, (_, y) =>
    Array.from({ length: edge }, (__, x) => (code.get(x - 4, y - 4) ? 1 : 0)).join(" "),
  );
  return `P1\n${edge} ${edge}\n${rows.join("\n")}\n`;
};

/** Draws a QR code of any text into a PNG file. */
export const drawQr = async (text: string, path: string): Promise<void> => {
  const draws = run("convert", ["pbm:-", "-scale", "600%", path]);
  draws.child.stdin?.end(bitmapOf(text));
  await draws;
};

/** Photographs the QR code on the key sheet that the page shows, a little askew. */
export const photographKeySheet = async (page: Page, path: string): Promise<void> => {
  const code = page.getByRole("img", { name: /二维码/u });
  await code.waitFor();
  await code.screenshot({ path });
  await run("convert", [path, "-scale", "200%", "-background", "#d8d4cc", "-rotate", "7", path]);
};

/** Makes a film of one still picture, which Chromium's camera that is none plays over and over. */
export const filmForCamera = async (picture: string, film: string): Promise<void> => {
  const filter = "scale=600:600:force_original_aspect_ratio=decrease,pad=1280:720:-1:-1:color=gray";
  await run("ffmpeg", [
    ...["-y", "-loglevel", "error", "-loop", "1", "-i", picture, "-t", "1", "-r", "10"],
    ...["-vf", `${filter},format=yuvj420p`, "-q:v", "2", "-f", "mjpeg", film],
  ]);
};

/**
 * Makes a film of many pictures, five a second, each a little blurred and grained, as a camera sees a
 * telephone that plays a film of a screen.
 */
export const filmOfPictures = async (pattern: string, film: string): Promise<void> => {
  const filter =
    "scale=600:600:flags=neighbor,pad=1280:720:-1:-1:color=gray,gblur=sigma=0.8,noise=alls=12:allf=t";
  await run("ffmpeg", [
    ...["-y", "-loglevel", "error", "-framerate", "5", "-i", pattern, "-r", "30"],
    ...["-vf", `${filter},format=yuvj420p`, "-q:v", "3", "-f", "mjpeg", film],
  ]);
};

/** The switches with which Chromium takes that film for its camera, and asks nobody. */
export const cameraSwitches = (film: string): readonly string[] => [
  "--use-fake-ui-for-media-stream",
  "--use-fake-device-for-media-stream",
  `--use-file-for-fake-video-capture=${film}`,
];
