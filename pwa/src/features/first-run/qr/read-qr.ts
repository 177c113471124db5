import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";

// Left to itself the reader fetches its wasm from a CDN; this one comes with the app.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** The longer side to which a photograph is brought down; more than this only costs time. Pixels. */
const LARGEST = 2000;

/** What can be drawn, and how large it is. Pixels. */
export interface Drawable {
  readonly source: CanvasImageSource;
  readonly width: number;
  readonly height: number;
}

/** The text of the QR code in a picture, where there is one that can be read. */
export const readQr = async ({ source, width, height }: Drawable): Promise<string | undefined> => {
  const scale = Math.min(1, LARGEST / Math.max(width, height, 1));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return undefined;
  pen.drawImage(source, 0, 0, canvas.width, canvas.height);
  const codes = await readBarcodes(pen.getImageData(0, 0, canvas.width, canvas.height), {
    formats: ["QRCode"],
    maxNumberOfSymbols: 1,
  });
  return codes.find(({ isValid }) => isValid)?.text;
};
