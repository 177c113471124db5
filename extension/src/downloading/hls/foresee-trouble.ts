import { canPlay } from "./can-play.ts";
import { chooseRendition } from "./choose-rendition.ts";
import { readPlaylist } from "./read-playlist.ts";

/** Why a lesson will not become a film that plays here, as far as its first playlist tells. */
export type ForeseenTrouble = "protected" | "live" | "unplayable";

/** Looks at a lesson's first playlist before anything is fetched; `undefined` where all may be well. */
export const foreseeTrouble = async (
  text: string,
  url: string,
): Promise<ForeseenTrouble | undefined> => {
  const read = readPlaylist(text, url);
  if (!read.ok) {
    const { type } = read.error;
    return type === "protected" || type === "live" ? type : undefined;
  }
  if (read.value.type === "media") return undefined;
  const playable = new Map<string, boolean>();
  for (const { codecs } of read.value.renditions) playable.set(codecs, await canPlay(codecs));
  const choice = chooseRendition(
    read.value.renditions,
    Number.POSITIVE_INFINITY,
    (codecs) => playable.get(codecs) ?? true,
  );
  return choice?.unplayable === true ? "unplayable" : undefined;
};
