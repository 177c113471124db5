import type { MediaStore } from "@dianbo/pwa/storage";
import type { MediaFile } from "@dianbo/shared/courseware";

/** Longest side of a kept picture in pixels: enough for a projector of the study room, light on an old PC. */
const LONGEST = 1280;
/** Milliseconds a portal may take for one picture. */
const PATIENCE = 20_000;

const nameOf = (url: string): string => {
  const last =
    url
      .replace(/[?#].*$/u, "")
      .split("/")
      .at(-1) ?? "";
  try {
    return decodeURIComponent(last).slice(0, 200);
  } catch {
    return last.slice(0, 200);
  }
};

/** The picture as it is, or drawn smaller where it is larger than any screen here. */
const lightened = async (picture: Blob): Promise<Blob> => {
  const bitmap = await createImageBitmap(picture);
  const scale = Math.min(1, LONGEST / Math.max(bitmap.width, bitmap.height));
  const isCommon = /^image\/(jpeg|png|webp|gif)$/u.test(picture.type);
  if (scale === 1 && isCommon && picture.size < 600_000) {
    bitmap.close();
    return picture;
  }
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(bitmap.width * scale)),
    Math.max(1, Math.round(bitmap.height * scale)),
  );
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return await canvas.convertToBlob({ type: "image/webp", quality: 0.82 });
};

/** Keeps a picture that is at hand. `undefined` where it is none, or the disk is full. */
const keepBlob = async (
  picture: Blob,
  name: string,
  media: MediaStore,
): Promise<MediaFile | undefined> => {
  try {
    const light = await lightened(picture);
    const kept = await media.keep(light);
    return kept.ok
      ? { hash: kept.value.hash, size: kept.value.size, mime: light.type || "image/jpeg", name }
      : undefined;
  } catch {
    // What the browser cannot draw is no picture.
    return undefined;
  }
};

/** Fetches a picture and keeps it; `undefined` where the portal does not give it. */
export const keepPicture = async (
  url: string,
  media: MediaStore,
): Promise<MediaFile | undefined> => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? await keepBlob(await answer.blob(), nameOf(url), media) : undefined;
  } catch {
    return undefined;
  }
};
