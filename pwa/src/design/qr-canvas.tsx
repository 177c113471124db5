import { correction, generate } from "lean-qr";
import { useEffect, useRef, useState } from "react";
import { QR_RIM } from "./qr-picture.tsx";

/** A QR code at level M as pixels, one a square, with its rim; never of more than `version`. */
const bitmapOf = (text: string, version: number): ReturnType<typeof generate> =>
  generate(text, { minCorrectionLevel: correction.M, maxVersion: version });

/**
 * A QR code for the screen, as large as its place lets it: every square is the same whole number of the
 * screen's pixels, which cameras read best. It may be another one five times a second.
 */
export const QrCanvas = ({
  text,
  name,
  version = 40,
  className,
}: {
  readonly text: string;
  /** What it is, for readers of the screen. */
  readonly name: string;
  /** The largest version of the standard that it may have. */
  readonly version?: number;
  readonly className?: string | undefined;
}) => {
  const place = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [room, setRoom] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const watch = new ResizeObserver(() =>
      setRoom(Math.min(element.clientWidth, element.clientHeight)),
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const drawn = canvas.current;
    if (drawn === null) return;
    const bitmap = bitmapOf(text, version);
    bitmap.toCanvas(drawn, { on: [0, 0, 0], off: [255, 255, 255], pad: QR_RIM });
    const squares = bitmap.size + 2 * QR_RIM;
    const pixels = Math.max(1, Math.floor((room * devicePixelRatio) / squares));
    const side = `${(pixels * squares) / devicePixelRatio}px`;
    drawn.style.width = side;
    drawn.style.height = side;
  }, [text, version, room]);
  return (
    <div ref={place} className={className}>
      <canvas ref={canvas} role="img" aria-label={name} style={{ imageRendering: "pixelated" }} />
    </div>
  );
};

/** Several QR codes on one white picture, two beside each other where there are more than one, as PNG. */
export const qrSheet = async (
  texts: readonly string[],
  version: number,
  width: number,
): Promise<Blob | undefined> => {
  const columns = texts.length === 1 ? 1 : 2;
  const bitmaps = texts.map((text) => bitmapOf(text, version));
  const squares = Math.max(...bitmaps.map(({ size }) => size)) + 2 * QR_RIM;
  const pixels = Math.floor(width / columns / squares);
  const cell = pixels * squares;
  const sheet = document.createElement("canvas");
  sheet.width = cell * columns;
  sheet.height = cell * Math.ceil(texts.length / columns);
  const pen = sheet.getContext("2d");
  if (pen === null) return undefined;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.imageSmoothingEnabled = false;
  for (const [at, bitmap] of bitmaps.entries()) {
    const one = document.createElement("canvas");
    bitmap.toCanvas(one, { on: [0, 0, 0], off: [255, 255, 255], pad: QR_RIM });
    const [x, y] = [(at % columns) * cell, Math.floor(at / columns) * cell];
    pen.drawImage(one, x, y, one.width * pixels, one.height * pixels);
  }
  return await new Promise((resolve) => {
    sheet.toBlob((blob) => resolve(blob ?? undefined), "image/png");
  });
};
