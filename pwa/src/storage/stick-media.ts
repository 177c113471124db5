import type { MediaHash } from "@dianbo/shared/courseware";
import { err } from "@dianbo/shared/result";
import { stickAddress } from "@dianbo/shared/usb-edition";
import type { MediaStore } from "./media-store.ts";

/** What a page can try to load to see whether it is there; of other files only the index is believed. */
const FILMS = /\.(?:mp4|m4v|webm|mkv|mov|ts|mp3|m4a|aac|wav|ogg|flac|weba)$/iu;
const PICTURES = /\.(?:jpe?g|png|webp|gif)$/iu;

/** A drive that sleeps takes some seconds; after that the room shows soon enough what is wrong. Milliseconds. */
const PATIENCE = 8_000;

/** Whether the browser can begin to read a file that lies beside the page. */
const begins = (path: string): Promise<boolean> => {
  const isFilm = FILMS.test(path);
  if (!isFilm && !PICTURES.test(path)) return Promise.resolve(true);
  return new Promise((resolve) => {
    const probe = isFilm ? document.createElement("video") : new Image();
    const settle = (there: boolean): void => {
      clearTimeout(timer);
      probe.onerror = null;
      // The drive's file is let go: a stick must be free to be pulled.
      probe.removeAttribute("src");
      if (probe instanceof HTMLVideoElement) probe.load();
      resolve(there);
    };
    const timer = setTimeout(() => settle(true), PATIENCE);
    probe.onerror = () => settle(false);
    if (probe instanceof HTMLVideoElement) {
      probe.preload = "metadata";
      probe.onloadedmetadata = () => settle(true);
    } else probe.onload = () => settle(true);
    probe.src = stickAddress(path);
  });
};

/**
 * The media of a stick, seen from file://: no page may open the files, only show them where they lie. A file
 * is there when the index names it and the browser can begin to read it, so a film that is broken counts as
 * missing too.
 */
export const stickMedia = (files: ReadonlyMap<MediaHash, string>): MediaStore => ({
  keep: async () => err({ type: "not-stored", message: "nothing is kept from a stick's page" }),
  open: async (hash) => err({ type: "file-missing", hash }),
  has: async (hash) => {
    const path = files.get(hash);
    return path !== undefined && (await begins(path));
  },
  remove: async () => undefined,
  list: async () => [],
});
