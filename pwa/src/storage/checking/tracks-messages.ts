import * as v from "valibot";

/** What a film says of itself: its container and its tracks. */
export const filmTracksSchema = v.object({
  /** The container's own media type, without codecs. */
  mime: v.string(),
  seconds: v.nullable(v.number()),
  tracks: v.array(
    v.object({
      type: v.picklist(["video", "audio", "subtitle"]),
      /** The RFC 6381 string, or the container's own name where none is known. */
      codec: v.string(),
      /** Whether the codec has a name that a browser can be asked about. */
      named: v.boolean(),
    }),
  ),
});
/** What a film says of itself; see `filmTracksSchema`. */
export type FilmTracks = v.InferOutput<typeof filmTracksSchema>;

/** The worker's answer; `null` where the file is no film that it can read. */
export const tracksReplySchema = v.nullable(filmTracksSchema);
