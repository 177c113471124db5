import {
  type BookFile,
  coverPath,
  FAT32_LIMIT,
  type StickArticle,
  type StickScope,
  safeName,
  stickArticles,
  stickItems,
} from "@dianbo/shared/book-folder";
import type { Instant } from "@dianbo/shared/clock";
import type { Courseware, MediaHash } from "@dianbo/shared/courseware";
import type { SiteId } from "@dianbo/shared/identity";
import { ok, type Result } from "@dianbo/shared/result";
import type { LibrarySnapshot } from "../snapshot.ts";
import { type BookState, lookAtBook } from "./copy-book.ts";
import type { IndexFailure } from "./folder-index.ts";
import type { Folder } from "./folder-shape.ts";

/** What a stick is to get, and what of it is there already. */
export interface StickPlan {
  readonly scope: StickScope;
  /** The films and other files of the scope. */
  readonly book: BookState;
  /** Items of the scope that can show nothing from this stick: their file is not on this PC. */
  readonly absent: readonly Courseware[];
  /** The scope's articles. */
  readonly articles: readonly StickArticle[];
  /** Every article of the book that has a place, the scope's among them. */
  readonly allArticles: readonly StickArticle[];
  /** Pictures of which the stick gets a small cover. */
  readonly covers: readonly MediaHash[];
  /** When the stick was made last; `undefined` where it is new. */
  readonly madeAt: Instant | undefined;
}

/**
 * Looks what a folder lacks to be the stick for a menu or for the whole book. `isHeld` says whether this PC
 * has a file, in the browser or elsewhere.
 */
export const planStick = async (
  folder: Folder,
  snapshot: LibrarySnapshot,
  site: SiteId,
  scope: StickScope,
  held: ReadonlySet<MediaHash>,
): Promise<Result<StickPlan, IndexFailure>> => {
  const items = stickItems(snapshot, scope);
  const looked = await lookAtBook(folder, site, items, held);
  if (!looked.ok) return looked;
  const book = looked.value;
  const { index } = book;
  const known = new Set([...book.there, ...book.missing].map(({ hash }) => hash));
  const allArticles = stickArticles(
    stickItems(snapshot, { type: "book" }),
    index.book,
    index.media,
  );
  const wanted = new Set(items.map(({ id }) => id));
  return ok({
    scope,
    book,
    absent: items.filter(
      ({ media, article }) => article == null && (media == null || !known.has(media.hash)),
    ),
    articles: allArticles.filter(({ item }) => wanted.has(item.id)),
    allArticles,
    covers: [
      ...new Set(
        items.flatMap(({ cover }) => (cover != null && held.has(cover.hash) ? cover.hash : [])),
      ),
    ],
    madeAt: index.book?.madeAt,
  });
};

/** Bytes of files. */
export const bytesOfFiles = (files: readonly { readonly size: number }[]): number =>
  files.reduce((sum, { size }) => sum + size, 0);

/** Bytes that are still to be copied. */
export const bytesToCopy = ({ book }: StickPlan): number => bytesOfFiles(book.missing);

/** What a stick of FAT32 would not take: files of 4 GiB and more. */
export const tooBigForFat32 = ({ book }: StickPlan): readonly BookFile[] =>
  book.missing.filter(({ size }) => size >= FAT32_LIMIT);

/** Files whose titles hold signs that no stick takes in a name; look-alikes stand in for them. */
export const renamedOnStick = ({ book }: StickPlan): readonly BookFile[] =>
  book.missing.filter(({ title }) => safeName(title) !== title.normalize("NFC").trim());

/** The covers of these that lie on the stick. */
export const coversThere = (
  covers: Iterable<MediaHash>,
  made: ReadonlySet<string>,
): ReadonlySet<MediaHash> => new Set([...covers].filter((hash) => made.has(coverPath(hash))));
