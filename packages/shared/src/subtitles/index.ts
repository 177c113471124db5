/** Subtitles (字幕): what a .srt or .vtt file says, in whatever encoding it was saved, as clean WebVTT. */
export { filmNameOf, isSubtitleName } from "./beside-film.ts";
export { type Cue, decodeSubtitles, readCues, readSubtitles } from "./read-subtitles.ts";
export { type Subtitles, subtitlesSchema } from "./subtitles.ts";
