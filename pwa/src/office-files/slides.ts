/** One thing on a slide, in the order in which it stands there. */
export type SlideBlock =
  | { readonly type: "line"; readonly text: string; readonly level: number }
  | { readonly type: "table"; readonly rows: readonly (readonly string[])[] }
  /** A picture by its place in `SlideShow.pictures`. */
  | { readonly type: "picture"; readonly picture: number };

/** A slide: its words, tables and pictures, without its dress and movement. */
export interface Slide {
  /** Empty where the slide has none. */
  readonly title: string;
  readonly blocks: readonly SlideBlock[];
}

/** A picture as it lies in the file. */
export interface SlidePicture {
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a .pptx holds that can be read from the last bench. */
export interface SlideShow {
  readonly slides: readonly Slide[];
  readonly pictures: readonly SlidePicture[];
  /** Pictures of a kind that no browser shows, or too many bytes of them. */
  readonly unshown: number;
}

/** Why slides were not read. */
export type SlidesFailure = { readonly type: "not-slides" | "slides-too-large" };

/** What the reader is willing to take in; sizes in bytes. */
export const SLIDE_LIMITS = {
  /** The file, packed: slides with films in them are for another program. */
  bytes: 200 * 1024 * 1024,
  /** All texts, unpacked. */
  texts: 64 * 1024 * 1024,
  /** All pictures, unpacked. */
  pictures: 160 * 1024 * 1024,
  entries: 20_000,
  slides: 500,
  /** Things on one slide. */
  blocks: 400,
} as const;
