import * as v from "valibot";
import { type Json, type RecordState, recordStateSchema } from "../changes/index.ts";
import { type Instant, instantSchema } from "../clock/index.ts";
import { mediaHashSchema } from "../courseware/index.ts";
import { type SiteId, siteIdSchema } from "../identity/index.ts";
import { keyHandoversSchema, publicKeySchema, signatureSchema } from "../signing/index.ts";
import type { ContainerFailure, ContainerLimits } from "./container.ts";

/** The version of lists that this program writes, and the newest that it reads for certain. */
export const LIST_VERSION = 1;
/** Where the list stands in the package; the folder on a stick has it at the same place. */
export const LIST_NAME = "dianbo/manifest.json";

/** What is taken in of a stranger's package. */
export const LIST_LIMITS: ContainerLimits = {
  packedBytes: 16 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  entries: 200,
};
/** The most records of one list, and the most films beside it: a site's library has up to 20,000. */
export const LIST_ROWS = 20_000;

const versionSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What every version of a list begins with, read before anything else of it. */
export const listHeadSchema = v.object({
  format: v.literal("dianbo-list"),
  version: versionSchema,
  /** The oldest version that reads this list without losing anything of weight. */
  readableFrom: v.optional(versionSchema),
});

/** A film that lies in the package beside the list. */
export const packedFileSchema = v.object({
  hash: mediaHashSchema,
  /** Bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The entry's name in the zip: `1 基层党建/1014 一面党旗的故事.mp4`. */
  path: v.pipe(v.string(), v.minLength(1), v.maxLength(255)),
});
/** A film that lies in a package; see `packedFileSchema`. */
export type PackedFile = Readonly<v.InferOutput<typeof packedFileSchema>>;

/** The list as it stands in `dianbo/manifest.json`; see docs/package-format.md. */
export const listFileSchema = v.object({
  ...listHeadSchema.entries,
  madeAt: instantSchema,
  site: v.object({ id: siteIdSchema, name: v.pipe(v.string(), v.maxLength(100)) }),
  name: v.pipe(v.string(), v.maxLength(200)),
  records: v.pipe(v.array(recordStateSchema), v.maxLength(LIST_ROWS)),
  /** The films that lie beside it. */
  files: v.optional(v.pipe(v.array(packedFileSchema), v.maxLength(LIST_ROWS))),
  /** Ed25519, over the canonical JSON of all the rest; both or neither. */
  publisherKey: v.optional(publicKeySchema),
  signature: v.optional(signatureSchema),
  /** How the site came to this key, where it has changed it. */
  keyChanges: v.optional(keyHandoversSchema),
});

/** The list as it stands in a package; see `listFileSchema`. */
export type ListFile = Omit<v.InferOutput<typeof listFileSchema>, "records"> & {
  readonly records: readonly RecordState[];
};

/** Another site's list, every text of it cleaned, every record fit to be read. */
export interface SharedList {
  readonly version: number;
  readonly madeAt: Instant;
  readonly site: SiteId;
  readonly siteName: string;
  readonly name: string;
  readonly records: readonly RecordState[];
  /** The films that lie in the package. */
  readonly files: readonly PackedFile[];
}

/** Why a list was refused as a whole. */
export type ListFailure =
  | ContainerFailure
  /** A zip, but no list of ours. */
  | { readonly type: "not-a-list" }
  /** Made by a newer program in a way that this one cannot read. */
  | { readonly type: "newer-version"; readonly version: number }
  /** What it holds is not what the format says; `where` for those who help. */
  | { readonly type: "wrong-shape"; readonly where: string }
  /** Changed after it was signed, or signed with another key than it names. */
  | { readonly type: "signature-wrong" }
  /** Script in a title, text that reads backwards, an address that is no web address. */
  | { readonly type: "hostile-text"; readonly where: string };

/** The kinds of record that a list carries. */
export const LIST_KINDS: ReadonlySet<string> = new Set([
  "courseware",
  "set-menu",
  "set-menu-entry",
]);

/**
 * Fields that stay at home: what only this site did or saw, article copies and pictures (they are the
 * portals', as subtitles are), and deletions, because a list names what there is and takes nothing away from anybody.
 */
const STAYS_AT_HOME: ReadonlySet<string> = new Set([
  "deleted",
  "reviewed",
  "spoken",
  "spokenAs",
  "formerNumbers",
  "handWritten",
  "sharesNumber",
  "sample",
  "article",
  "cover",
  "subtitles",
  "place",
  "clippedAt",
  "clippedBy",
  "spare",
  "archivedOn",
]);

/** Whether a field travels in a list; notes to oneself only when wanted. */
export const travels = (field: string, withNotes: boolean): boolean =>
  !STAYS_AT_HOME.has(field) && (withNotes || field !== "note");

/** The web address of a source, if it is one. */
export const isWebAddress = (source: Json): boolean => {
  const parsed = v.safeParse(v.object({ url: v.string() }), source);
  return parsed.success && /^https?:\/\/[^\s/]/iu.test(parsed.output.url);
};
