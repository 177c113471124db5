import { BlobSource, CanvasSink, Input, MATROSKA, MP4, QTFF, WEBM } from "mediabunny";

/** What a film says of itself, and a picture out of it. */
export interface FilmSeen {
  /** Playing time, where it tells. */
  readonly seconds: number | undefined;
  /** A frame of it, no larger than a cover has to be; `undefined` where this computer cannot draw one. */
  readonly cover: Blob | undefined;
}

/** Longest side of a cover in pixels. */
const LONGEST = 640;
/** A cover in a good picture format stays far below; a larger one is none. */
const MOST_BYTES = 300_000;
/** Where a cover is looked for: titles and black frames stand at the beginning. */
const PLACES = [0.1, 0.25, 0.5];
/** Between the darkest and the lightest point of a frame that shows something, out of 255. */
const CONTRAST = 40;

/** Whether a frame is more than one flat colour. */
const showsSomething = (picture: OffscreenCanvas): boolean => {
  const small = new OffscreenCanvas(16, 16).getContext("2d", { willReadFrequently: true });
  if (small === null) return true;
  small.drawImage(picture, 0, 0, 16, 16);
  const { data } = small.getImageData(0, 0, 16, 16);
  const lights = Array.from({ length: 256 }, (_, point) => data[point * 4 + 1] ?? 0);
  return Math.max(...lights) - Math.min(...lights) >= CONTRAST;
};

const pictureOf = async (input: Input, seconds: number): Promise<Blob | undefined> => {
  const track = await input.getPrimaryVideoTrack();
  if (track === null || !(await track.canDecode())) return undefined;
  const [width, height] = [await track.getDisplayWidth(), await track.getDisplayHeight()];
  if (width === 0 || height === 0) return undefined;
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const sink = new CanvasSink(track, {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    fit: "contain",
  });
  const start = await track.getFirstTimestamp();
  let found: OffscreenCanvas | undefined;
  for (const place of PLACES) {
    const canvas = (await sink.getCanvas(start + seconds * place))?.canvas;
    if (!(canvas instanceof OffscreenCanvas)) continue;
    found = canvas;
    if (showsSomething(canvas)) break;
  }
  const picture = await found?.convertToBlob({ type: "image/webp", quality: 0.8 });
  return picture === undefined || picture.size > MOST_BYTES ? undefined : picture;
};

/** Looks into a held film: how long it plays, and a frame from about a tenth of it as its cover. */
export const lookIntoFilm = async (film: Blob): Promise<FilmSeen> => {
  const input = new Input({
    formats: [MP4, QTFF, WEBM, MATROSKA],
    source: new BlobSource(film),
  });
  try {
    const duration = await input.computeDuration();
    const seconds = Number.isFinite(duration) && duration > 0 ? duration : undefined;
    if (seconds === undefined) return { seconds, cover: undefined };
    return { seconds, cover: await pictureOf(input, seconds).catch(() => undefined) };
  } catch {
    // Not a film that can be read here; the browser itself may still play it.
    return { seconds: undefined, cover: undefined };
  } finally {
    input.dispose();
  }
};
