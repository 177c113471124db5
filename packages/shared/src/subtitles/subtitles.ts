import * as v from "valibot";

/** The most that subtitles of one film may be; a feature film's are about 100 KB. Characters. */
export const MOST_CHARACTERS = 600_000;

/** Subtitles of an item, kept in its record: they are words, and travel with it wherever it goes. */
export const subtitlesSchema = v.object({
  /** The file's name, as it lay beside the film. */
  name: v.pipe(v.string(), v.maxLength(255)),
  /** Clean WebVTT, as `readSubtitles` makes it. */
  vtt: v.pipe(v.string(), v.startsWith("WEBVTT"), v.maxLength(MOST_CHARACTERS)),
});
/** Subtitles of an item; see `subtitlesSchema`. */
export type Subtitles = v.InferOutput<typeof subtitlesSchema>;
