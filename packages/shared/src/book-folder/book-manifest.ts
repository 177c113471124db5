import * as v from "valibot";
import { mediaHashSchema } from "../courseware/index.ts";
import { type SiteId, siteIdSchema } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";
import { bookPathSchema, folderPathSchema } from "./folder-path.ts";
import { readStickBook, type StickBook } from "./stick-book.ts";

/** Where the folder's index lies. */
export const MANIFEST_FOLDER = "dianbo";
/** The index's own name. */
export const MANIFEST_NAME = "manifest.json";

/** The USB edition's own name, at the folder's root. */
export const USB_EDITION_NAME = "点播本.html";

/** The newest layout that this version knows; newer ones only add, unless their number is higher. */
const VERSION = 1;

const folderFileSchema = v.object({
  hash: mediaHashSchema,
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** `<folder>/<name>`. */
  path: bookPathSchema,
});
/** A file that was copied into the folder and read back whole. */
export type FolderFile = v.InferOutput<typeof folderFileSchema>;

const madeFileSchema = v.object({
  path: folderPathSchema,
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** A mark of what it was made from: while that stays, the file need not be written again. */
  from: v.pipe(v.string(), v.maxLength(200)),
});
/** A file that was made for the folder: an article's page, a small cover, the USB edition. */
export type MadeFile = v.InferOutput<typeof madeFileSchema>;

/** What this version reads of the index; whatever else stands there is kept as it is. */
const manifestSchema = v.looseObject({
  format: v.literal("dianbo-book"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  site: siteIdSchema,
  media: v.array(v.unknown()),
  /** For the USB edition; see `StickBook`. */
  book: v.optional(v.unknown()),
  /** What was made for the folder; see `MadeFile`. */
  made: v.optional(v.array(v.unknown())),
});

/** The index of a 点播本 folder: whose it is and which files lie where. */
export interface BookManifest {
  readonly site: SiteId;
  readonly media: readonly FolderFile[];
  /** The book as the USB edition reads it; only where somebody made a stick of the folder. */
  readonly book?: StickBook | undefined;
  /** Files that were made for the folder, by path. */
  readonly made?: readonly MadeFile[] | undefined;
  /** The whole as it was read, so that what others wrote there stays. */
  readonly whole: Readonly<Record<string, unknown>>;
}

/** Why an index cannot be used. */
export type ManifestFailure = { readonly type: "manifest-broken" | "newer-book" };

/** The index of a folder that has none yet. */
export const emptyManifest = (site: SiteId): BookManifest => ({ site, media: [], whole: {} });

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * Reads an index that is parsed already: what `dianbo/manifest.js` has put into its global. A line that
 * does not fit, or leads out of the folder, is not there.
 */
export const readManifestValue = (input: unknown): Result<BookManifest, ManifestFailure> => {
  const read = v.safeParse(manifestSchema, input);
  if (!read.success) return err({ type: "manifest-broken" });
  const { version, site, media, book, made = [] } = read.output;
  if (version > VERSION) return err({ type: "newer-book" });
  const lines = media.flatMap((line) => {
    const file = v.safeParse(folderFileSchema, line);
    return file.success ? [file.output] : [];
  });
  const byHash = new Map(lines.map((line) => [line.hash, line]));
  return ok({
    site,
    media: [...byHash.values()],
    book: readStickBook(book),
    made: made.flatMap((line) => {
      const file = v.safeParse(madeFileSchema, line);
      return file.success ? [file.output] : [];
    }),
    whole: read.output,
  });
};

/** Reads an index from its text. */
export const readManifest = (text: string): Result<BookManifest, ManifestFailure> =>
  readManifestValue(parsedJson(text));

/** An index with another book for the USB edition. */
export const withBook = (manifest: BookManifest, book: StickBook): BookManifest => ({
  ...manifest,
  book,
  whole: { ...manifest.whole, book },
});

/** An index with a made file more, or made anew. */
export const withMade = (manifest: BookManifest, file: MadeFile): BookManifest => {
  const others = (manifest.made ?? []).filter(({ path }) => path !== file.path);
  const made = [...others, file].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...manifest, made, whole: { ...manifest.whole, made } };
};

/** An index with a file more, or with another place for it. */
export const withFile = (manifest: BookManifest, file: FolderFile): BookManifest => ({
  ...manifest,
  media: [
    ...manifest.media.filter(({ hash, path }) => hash !== file.hash && path !== file.path),
    file,
  ],
});

/** An index without some files. */
export const withoutFiles = (
  manifest: BookManifest,
  gone: ReadonlySet<FolderFile["hash"]>,
): BookManifest => ({
  ...manifest,
  media: manifest.media.filter(({ hash }) => !gone.has(hash)),
});

/** The index as it is written: all in one order, so that the same folder gives the same bytes. */
export const manifestText = ({ site, media, whole }: BookManifest): string => {
  const ours = {
    format: "dianbo-book",
    version: VERSION,
    site,
    media: [...media].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
  const others = Object.entries(whole)
    .filter(([key]) => !(key in ours))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ ...ours, ...Object.fromEntries(others) }, null, 1)}\n`;
};
