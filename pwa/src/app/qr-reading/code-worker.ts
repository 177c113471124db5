import * as v from "valibot";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import wasm from "zxing-wasm/reader/zxing_reader.wasm?url";
import { codeRequestSchema } from "./code-messages.ts";

// Left to itself the reader fetches its wasm from a CDN; this one comes with the app.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

/** To so many pixels a photograph is brought down; more than this only costs time. */
const MOST_PIXELS = 12_000_000;

const read = async (picture: ImageBitmap, most: number): Promise<readonly string[]> => {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return [];
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const codes = await readBarcodes(pen.getImageData(0, 0, canvas.width, canvas.height), {
    formats: ["QRCode"],
    maxNumberOfSymbols: most,
  });
  return codes.filter(({ isValid }) => isValid).map(({ text }) => text);
};

const answer = async (data: unknown): Promise<void> => {
  const request = v.safeParse(codeRequestSchema, data);
  if (!request.success) return;
  const { job, picture, most } = request.output;
  try {
    postMessage({ job, texts: await read(picture, most) });
  } catch {
    // No wasm here, or not enough memory for so large a picture.
    postMessage({ job, texts: [], failed: true });
  } finally {
    picture.close();
  }
};

addEventListener("message", ({ data }: MessageEvent<unknown>) => void answer(data));
