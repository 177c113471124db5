import type { MediaHash } from "../courseware/index.ts";

/** What this machine's browser says of a film or a recording after it opened it and decoded its first picture. */
export interface ProbedFilm {
  /** It opened, and a first picture (of a recording: its sound) was ready to play. */
  readonly opens: boolean;
  /** Its own length; `undefined` where the file does not say it. */
  readonly seconds: number | undefined;
  readonly picture: boolean;
  readonly sound: boolean;
  /** Codecs of its tracks that this machine cannot decode, as RFC 6381 strings or the container's own names. */
  readonly cannotDecode: readonly string[];
}

/** Where a file was found. */
export type FoundAt =
  | { readonly at: "browser" }
  /** In a folder of this PC or on a stick: it plays while the browser still lets us read there. */
  | { readonly at: "folder"; readonly folder: string }
  /** Its folder is known, but the browser wants a click before it reads there again. */
  | { readonly at: "lapsed"; readonly folder: string }
  | { readonly at: "nowhere" };

/** What was seen of an item on this machine. Every field that could not be looked at is missing. */
export interface Evidence {
  readonly found: FoundAt;
  /** Bytes of the file as it lies there. */
  readonly size?: number | undefined;
  /** The hash of all its bytes; `"unreadable"` where they could not be read to the end. */
  readonly hash?: MediaHash | "unreadable" | undefined;
  /** Its first bytes, `SNIFF_BYTES` of them. */
  readonly head?: Uint8Array | undefined;
  readonly film?: ProbedFilm | undefined;
  /** Whether a picture or a document of its own kind opened. */
  readonly opens?: boolean | undefined;
  /** Pictures of an article's text that are not there. */
  readonly picturesMissing?: number | undefined;
  /** The name of a file of subtitles that lies beside the film in its folder. */
  readonly subtitlesBeside?: string | undefined;
}
