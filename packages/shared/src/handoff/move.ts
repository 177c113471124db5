import * as v from "valibot";
import {
  canonicalJson,
  jsonSchema,
  type RecordState,
  recordStateSchema,
} from "../changes/index.ts";
import { mediaHashSchema } from "../courseware/index.ts";
import { deviceIdSchema, postSchema, siteIdSchema } from "../identity/index.ts";

/**
 * The move of a whole library from one home to another on the same PC, numbers included. The
 * extension's page opens the hosted app and says which way; whoever takes then asks, one thing at a
 * time, and whoever gives only answers:
 *
 *   extension                              hosted app
 *     hello (its role) ──────────────────▶
 *          ◀───────────────────────────── asking            the person is being asked
 *          ◀───────────────────────────── ready, or refused
 *
 *   taker                                  giver
 *     want-offer ────────────────────────▶
 *          ◀───────────────────────────── offer (site, counts, hashes of all files)
 *     want-file (hash) ──────────────────▶                  only files that are not there yet
 *          ◀───────────────────────────── file (Blob)       copied, hashed, flushed
 *     want-records (from) ───────────────▶
 *          ◀───────────────────────────── records
 *     whole (what was stored) ───────────▶                  compared with what is here now
 *          ◀───────────────────────────── farewell          the giver is marked as moved
 *          ◀───────────────────────────── more              something was written meanwhile: ask again
 *     stop ◀──────────────────────────────▶ stop
 *
 * Everything may be asked twice: files are kept by their hash, records are joined. Until `farewell`
 * the giver's library is the library; after it the giver keeps a copy that nobody writes to.
 */
export const MOVE_PROTOCOL = "dianbo-move-1";

const protocol = v.literal(MOVE_PROTOCOL);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What a giver says of its library before anything moves. */
const offerSchema = v.object({
  protocol,
  type: v.literal("offer"),
  /** The identity of the site, with its key where it has one; the device is not part of it. */
  identity: v.looseObject({ site: siteIdSchema, siteName: v.string(), post: postSchema }),
  /** The giver's device, whose leased numbers the taker goes on with. */
  device: deviceIdSchema,
  records: count,
  /** Courseware and set menus, for the sentence that the person reads. */
  items: count,
  menus: count,
  files: v.array(v.object({ hash: mediaHashSchema, size: count })),
  /** Rows that can no longer be read; they stay where they are. */
  unreadable: count,
  /** What is remembered of channels, each as the app keeps it; their catalogues stay behind. */
  channels: v.optional(v.array(jsonSchema)),
  /** What the site keeps beside its records, each as the app keeps it. */
  memos: v.optional(v.array(jsonSchema)),
});

/** Any message of a move; the carrier has checked who sent it. */
export const moveMessageSchema = v.variant("type", [
  v.object({ protocol, type: v.literal("hello"), role: v.picklist(["giver", "taker"]) }),
  v.object({ protocol, type: v.literal("asking") }),
  v.object({ protocol, type: v.literal("ready") }),
  v.object({ protocol, type: v.literal("refused") }),
  v.object({ protocol, type: v.literal("want-offer") }),
  offerSchema,
  v.object({ protocol, type: v.literal("want-file"), hash: mediaHashSchema }),
  v.object({
    protocol,
    type: v.literal("file"),
    hash: mediaHashSchema,
    /** The bytes as a Blob by reference; `null` where the giver no longer has them. */
    blob: v.nullable(v.custom<object>((value) => typeof value === "object" && value !== null)),
  }),
  v.object({ protocol, type: v.literal("want-records"), from: count }),
  v.object({
    protocol,
    type: v.literal("records"),
    from: count,
    records: v.array(
      v.pipe(
        recordStateSchema,
        v.transform((record): RecordState => record),
      ),
    ),
    /** Whether more follow behind these. */
    more: v.boolean(),
  }),
  v.object({ protocol, type: v.literal("whole"), records: count, files: count, seen: v.string() }),
  v.object({ protocol, type: v.literal("more") }),
  v.object({ protocol, type: v.literal("farewell") }),
  v.object({
    protocol,
    type: v.literal("stop"),
    /** Why, where it is not that somebody closed a page or pressed a button. */
    why: v.optional(v.picklist(["disk-full", "not-stored", "hash-differs", "other-book"])),
  }),
]);
/** A message of a move; see `moveMessageSchema`. */
export type MoveMessage = v.InferOutput<typeof moveMessageSchema>;

/** What a giver says of its library; see `moveMessageSchema`. */
export type MoveOffer = v.InferOutput<typeof offerSchema>;

/** How many records travel in one message: a few hundred kilobytes. */
export const RECORDS_PER_MESSAGE = 200;

/**
 * One text for what a set of records has seen. Two sides with the same text hold the same writes; it is
 * hashed before it travels.
 */
export const seenText = (records: readonly RecordState[]): string =>
  records
    .map(({ id, seen }) => `${id} ${canonicalJson(plainVector(seen))}`)
    .sort()
    .join("\n");

const plainVector = (seen: RecordState["seen"]): Record<string, number> => {
  const plain: Record<string, number> = {};
  for (const [writer, counter] of Object.entries(seen)) {
    if (counter !== undefined) plain[writer] = counter;
  }
  return plain;
};
