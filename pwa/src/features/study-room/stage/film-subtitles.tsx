import type { Subtitles } from "@dianbo/shared/subtitles";
import { useEffect, useMemo } from "react";

/** The words over the picture, drawn by the browser at the room's size; hidden and shown by the film's keys. */
export const FilmSubtitles = ({ subtitles }: { readonly subtitles: Subtitles }) => {
  const url = useMemo(
    () => URL.createObjectURL(new Blob([subtitles.vtt], { type: "text/vtt" })),
    [subtitles],
  );
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return <track kind="captions" srcLang="zh" src={url} default />;
};

/** Shows or hides the words; answers what is now. */
export const turnSubtitles = (film: HTMLVideoElement): "on" | "off" | "none" => {
  const [track] = film.textTracks;
  if (track === undefined) return "none";
  track.mode = track.mode === "showing" ? "hidden" : "showing";
  return track.mode === "showing" ? "on" : "off";
};
