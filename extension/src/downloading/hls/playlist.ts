/** A part of a file, in bytes. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** Something that a playlist names and that has to be fetched. */
export interface Piece {
  /** Absolute. */
  readonly url: string;
  /** The whole file where there is none. */
  readonly range: ByteRange | undefined;
}

/** AES-128 over whole segments (RFC 8216, 5.2): the key's file, and 16 bytes as hex. */
export interface SegmentKey {
  readonly url: string;
  readonly iv: string;
}

/** One segment of a media playlist. */
export interface Segment extends Piece {
  /** The media sequence number, by which it is found again in a playlist that was read anew. */
  readonly sequence: number;
  readonly seconds: number;
  readonly key: SegmentKey | undefined;
  /** What begins a stretch of fragmented MP4; it is encrypted like the segments where a key stood before it. */
  readonly map: (Piece & { readonly encrypted: boolean }) | undefined;
  /** Clocks and codecs may begin anew here. */
  readonly discontinuity: boolean;
  /** The portal itself says that this one is missing (`EXT-X-GAP`). */
  readonly gap: boolean;
}

/** A playlist of segments, ended. */
export interface MediaPlaylist {
  readonly type: "media";
  readonly segments: readonly Segment[];
  readonly seconds: number;
}

/** One rendition that a master playlist offers. */
export interface Rendition {
  readonly url: string;
  /** Pixels; unknown where the portal does not say. */
  readonly height: number | undefined;
  /** Bits a second. */
  readonly bandwidth: number;
  /** As RFC 6381 writes them; empty where the portal does not say. */
  readonly codecs: string;
  /** Playlist of the separate sound, where there is one. */
  readonly sound: string | undefined;
}

/** A playlist of renditions. */
export interface MasterPlaylist {
  readonly type: "master";
  readonly renditions: readonly Rendition[];
}

/**
 * Why a playlist cannot be kept as a film. `protected`: a DRM or SAMPLE-AES, which nobody circumvents here.
 * `live`: it has no end yet. `not-a-playlist`: a login page, or something else.
 */
export type PlaylistTrouble =
  | { readonly type: "protected"; readonly by: string }
  | { readonly type: "live" }
  | { readonly type: "not-a-playlist" }
  | { readonly type: "empty" };
