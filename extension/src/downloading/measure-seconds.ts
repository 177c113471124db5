import type { MediaStore } from "@dianbo/pwa/storage";
import type { MediaFile } from "@dianbo/shared/courseware";

const GIVE_UP_MS = 15_000;

/**
 * The playing time of a held film or recording in seconds, asked of the browser itself; `undefined`
 * where it cannot tell. Needs a page with a DOM.
 */
export const measureSeconds = async (
  file: MediaFile,
  media: MediaStore,
): Promise<number | undefined> => {
  if (!/^(video|audio)\//u.test(file.mime)) return undefined;
  const opened = await media.open(file.hash);
  if (!opened.ok) return undefined;
  const address = URL.createObjectURL(opened.value.slice(0, opened.value.size, file.mime));
  const player = document.createElement(file.mime.startsWith("audio/") ? "audio" : "video");
  try {
    return await new Promise<number | undefined>((resolve) => {
      const timer = setTimeout(() => resolve(undefined), GIVE_UP_MS);
      const end = (seconds: number | undefined): void => {
        clearTimeout(timer);
        resolve(
          seconds !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : undefined,
        );
      };
      player.preload = "metadata";
      player.addEventListener("loadedmetadata", () => end(player.duration));
      player.addEventListener("error", () => end(undefined));
      player.src = address;
    });
  } finally {
    player.removeAttribute("src");
    player.load();
    URL.revokeObjectURL(address);
  }
};
