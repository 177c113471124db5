import type { ArticleCopy, MediaHash } from "@dianbo/shared/courseware";

/**
 * What a page from file:// can do with the files beside it: show them where they lie. It may not open them,
 * so `MediaStore.open` has nothing for it.
 */
export interface StickFiles {
  /** The address of a file, relative to the page, for a film, a picture or a frame. */
  addressOf(hash: MediaHash): string | undefined;
  /** The text of an article that stands empty in the book until it is read; words that say so where it cannot be had. */
  textOf(copy: ArticleCopy): Promise<ArticleCopy>;
}
