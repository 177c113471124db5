import * as v from "valibot";
import { mediaHashSchema } from "../courseware/index.ts";
import { type SiteId, siteIdSchema } from "../identity/index.ts";
import { err, ok, type Result } from "../result/index.ts";

/** Where the folder's index lies. */
export const MANIFEST_FOLDER = "dianbo";
/** The index's own name. */
export const MANIFEST_NAME = "manifest.json";

/** The newest layout that this version knows; newer ones only add, unless their number is higher. */
const VERSION = 1;

/** One step of a path: never up, never a drive, nothing unseen. */
const isStep = (step: string): boolean =>
  step !== "" && step !== "." && step !== ".." && !/[\\:*?"<>|\p{Cc}]/u.test(step);

const pathSchema = v.pipe(
  v.string(),
  v.maxLength(255),
  v.check((path) => {
    const steps = path.split("/");
    return steps.length === 2 && steps.every(isStep);
  }),
);

const folderFileSchema = v.object({
  hash: mediaHashSchema,
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** `<folder>/<name>`. */
  path: pathSchema,
});
/** A file that was copied into the folder and read back whole. */
export type FolderFile = v.InferOutput<typeof folderFileSchema>;

/** What this version reads of the index; whatever else stands there is kept as it is. */
const manifestSchema = v.looseObject({
  format: v.literal("dianbo-book"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  site: siteIdSchema,
  media: v.array(v.unknown()),
});

/** The index of a 点播本 folder: whose it is and which files lie where. */
export interface BookManifest {
  readonly site: SiteId;
  readonly media: readonly FolderFile[];
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

/** Reads an index. A line that does not fit, or leads out of the folder, is not there. */
export const readManifest = (text: string): Result<BookManifest, ManifestFailure> => {
  const read = v.safeParse(manifestSchema, parsedJson(text));
  if (!read.success) return err({ type: "manifest-broken" });
  const { version, site, media } = read.output;
  if (version > VERSION) return err({ type: "newer-book" });
  const lines = media.flatMap((line) => {
    const file = v.safeParse(folderFileSchema, line);
    return file.success ? [file.output] : [];
  });
  const byHash = new Map(lines.map((line) => [line.hash, line]));
  return ok({ site, media: [...byHash.values()], whole: read.output });
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

/** The index as it is written: by path, so that the same folder gives the same bytes. */
export const manifestText = ({ site, media, whole }: BookManifest): string =>
  `${JSON.stringify(
    {
      ...whole,
      format: "dianbo-book",
      version: VERSION,
      site,
      media: [...media].sort((a, b) => (a.path < b.path ? -1 : 1)),
    },
    null,
    1,
  )}\n`;
