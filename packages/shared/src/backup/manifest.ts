import * as v from "valibot";
import { jsonSchema } from "../changes/index.ts";
import { instantSchema } from "../clock/index.ts";
import { mediaHashSchema } from "../courseware/index.ts";
import { deviceIdSchema, siteIdSchema, siteKeySchema } from "../identity/index.ts";

/** The version this app writes; it reads this and older ones. */
export const BACKUP_VERSION = 1;

/** Where the parts of a backup lie inside its zip. Media lie under `media/<hash>`. */
export const BACKUP_PARTS = {
  manifest: "dianbo/manifest.json",
  records: "dianbo/records.json",
  /** Written last: the manifest's SHA-256. Without it the backup is half written. */
  complete: "dianbo/complete.txt",
} as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A file that some record names. */
export const backupMediaSchema = v.object({
  hash: mediaHashSchema,
  /** Bytes. */
  size: count,
  name: v.pipe(v.string(), v.maxLength(255)),
  mime: v.pipe(v.string(), v.maxLength(120)),
  /** Whether the PC that made the backup had the file. */
  held: v.boolean(),
});
/** A file that some record names; see `backupMediaSchema`. */
export type BackupMedia = v.InferOutput<typeof backupMediaSchema>;

/** Only what every version has: read first, so that a newer backup is told from a broken one. */
export const backupEnvelopeSchema = v.object({
  format: v.literal("dianbo-backup"),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/** What a backup says about itself. */
export const backupManifestSchema = v.object({
  ...backupEnvelopeSchema.entries,
  site: v.object({
    id: siteIdSchema,
    name: v.pipe(v.string(), v.maxLength(200)),
    /** The site's signing key, so that a site that lost its only PC goes on as itself. */
    key: v.optional(siteKeySchema),
  }),
  /** The device that made it; whoever restores takes a new one. */
  device: deviceIdSchema,
  madeAt: instantSchema,
  counts: v.object({ records: count, items: count, menus: count, playbacks: count }),
  /** Whether the files lie in the backup too, those that were held. */
  withMedia: v.boolean(),
  media: v.array(backupMediaSchema),
  /** What the site remembers of its channels, each as the app keeps it; their catalogues stay behind. */
  channels: v.optional(v.array(jsonSchema)),
  /** What the site keeps beside its records, each as the app keeps it: cards of other sites, what papers say. */
  memos: v.optional(v.array(jsonSchema)),
  /** SHA-256 of the part `records`, in hex. */
  recordsHash: mediaHashSchema,
});
/** What a backup says about itself; see `backupManifestSchema`. */
export type BackupManifest = v.InferOutput<typeof backupManifestSchema>;
