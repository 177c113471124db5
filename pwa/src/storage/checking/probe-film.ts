import type { ProbedFilm } from "@dianbo/shared/pre-flight";
import { readTracks } from "./read-tracks.ts";
import type { FilmTracks } from "./tracks-messages.ts";

/** A film that shows no first picture for so long, in milliseconds, does not open. */
const PATIENCE = 20_000;

interface FirstPicture {
  readonly opens: boolean;
  readonly picture: boolean;
  readonly seconds: number | undefined;
}

const CLOSED: FirstPicture = { opens: false, picture: false, seconds: undefined };

/** Loads a film into a player that nobody sees, until its first picture is decoded. */
const firstPicture = (film: Blob, mime: string, signal: AbortSignal): Promise<FirstPicture> =>
  new Promise((resolve) => {
    const url = URL.createObjectURL(film.slice(0, film.size, mime));
    const video = document.createElement("video");
    video.preload = "auto";
    video.muted = true;
    const answer = (seen: FirstPicture): void => {
      clearTimeout(patience);
      video.onloadeddata = null;
      video.onerror = null;
      video.removeAttribute("src");
      video.load();
      URL.revokeObjectURL(url);
      resolve(seen);
    };
    const patience = setTimeout(() => answer(CLOSED), PATIENCE);
    signal.addEventListener("abort", () => answer(CLOSED), { once: true });
    video.onloadeddata = () =>
      answer({
        opens: true,
        picture: video.videoWidth > 0,
        seconds: Number.isFinite(video.duration) ? video.duration : undefined,
      });
    video.onerror = () => answer(CLOSED);
    video.src = url;
  });

/** Figures of an ordinary lesson, which `decodingInfo` wants and no answer here hangs on. */
const ORDINARY = { width: 1280, height: 720, bitrate: 2_000_000, framerate: 25 };

/** Whether this browser says that it decodes a codec. */
const decodes = async (type: "video" | "audio", codec: string): Promise<boolean> => {
  const contentType = `${type}/mp4; codecs="${codec}"`;
  const webm = `${type}/webm; codecs="${codec}"`;
  const player = document.createElement("video");
  if (player.canPlayType(contentType) !== "" || player.canPlayType(webm) !== "") return true;
  const asked = navigator.mediaCapabilities
    .decodingInfo(
      type === "video"
        ? { type: "file", video: { contentType, ...ORDINARY } }
        : { type: "file", audio: { contentType } },
    )
    .catch(() => undefined);
  return (await asked)?.supported === true;
};

const undecodable = async (
  tracks: FilmTracks["tracks"],
  seen: FirstPicture,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const type of ["video", "audio"] as const) {
    // The first of its sort is the one that plays.
    const track = tracks.find((one) => one.type === type);
    if (track === undefined || (type === "video" && seen.picture)) continue;
    if (!track.named || !(await decodes(type, track.codec))) found.push(track.codec);
  }
  return found;
};

/**
 * Tries a film or a recording on this very machine: its tracks and codecs by their own words, what the
 * browser says to them, and its first picture really decoded.
 */
export const probeFilm = async (
  film: Blob,
  mime: string,
  signal: AbortSignal,
): Promise<ProbedFilm> => {
  const told = await readTracks(film, signal);
  const seen = await firstPicture(film, mime, signal);
  return {
    opens: seen.opens,
    seconds: seen.seconds ?? told?.seconds ?? undefined,
    picture: seen.picture,
    // A container that our reader does not know keeps its silence to itself.
    sound: told === undefined || told.tracks.some(({ type }) => type === "audio"),
    cannotDecode: told === undefined ? [] : await undecodable(told.tracks, seen),
  };
};
