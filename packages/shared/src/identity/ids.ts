import * as v from "valibot";

/** A random id: 18 bytes (144 bits) as 24 characters of base64url. */
export const RANDOM_ID = /^[A-Za-z0-9_-]{16,64}$/u;
const randomId = v.pipe(v.string(), v.regex(RANDOM_ID));
/** A writer: device and run. */
export const WRITER_ID = /^[A-Za-z0-9_-]{16,64}~[A-Za-z0-9_-]{16,64}$/u;
/** The posts. */
export const POSTS = ["A", "B"] as const;

/** Makes a fresh random id of at least 96 bits, in base64url; composition roots pass the real one. */
export type NewId = () => string;

/** A study-room site: the village or community that owns a book. Shared by all its PCs. */
export const siteIdSchema = v.pipe(randomId, v.brand("SiteId"));
/** A site's id; see `siteIdSchema`. */
export type SiteId = v.InferOutput<typeof siteIdSchema>;

/** One browser profile on one PC. A restored or copied profile takes a new one. */
export const deviceIdSchema = v.pipe(randomId, v.brand("DeviceId"));
/** A device's id; see `deviceIdSchema`. */
export type DeviceId = v.InferOutput<typeof deviceIdSchema>;

/**
 * Who counts dots: a device in one run, `<device>~<run>`. The run is new each time the store is
 * opened, so that a profile which was copied behind our back (disk image, restored folder) cannot
 * mint the same dot for another write: a copy starts a run of its own. See docs/decisions/0002.
 */
export const writerIdSchema = v.pipe(v.string(), v.regex(WRITER_ID), v.brand("WriterId"));
/** A writer's id; see `writerIdSchema`. */
export type WriterId = v.InferOutput<typeof writerIdSchema>;

/** Anything that is kept under an id of its own: courseware, set menu, edition… */
export const recordIdSchema = v.pipe(randomId, v.brand("RecordId"));
/** A record's id; see `recordIdSchema`. */
export type RecordId = v.InferOutput<typeof recordIdSchema>;

/** The post (岗) at the keyboard: two people cover each other as A and B. */
export const postSchema = v.picklist(POSTS);
/** A post, A or B. */
export type Post = v.InferOutput<typeof postSchema>;

/** Mints a site's id. */
export const newSiteId = (newId: NewId): SiteId => v.parse(siteIdSchema, newId());
/** Mints a device's id. */
export const newDeviceId = (newId: NewId): DeviceId => v.parse(deviceIdSchema, newId());
/** Mints a record's id. */
export const newRecordId = (newId: NewId): RecordId => v.parse(recordIdSchema, newId());
/** Mints the writer of one run of a device. */
export const newWriterId = (device: DeviceId, newId: NewId): WriterId =>
  v.parse(writerIdSchema, `${device}~${newId()}`);
/** The device behind a writer. */
export const deviceOf = (writer: WriterId): DeviceId =>
  v.parse(deviceIdSchema, writer.slice(0, writer.indexOf("~")));
