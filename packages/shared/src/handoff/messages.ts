import * as v from "valibot";
import { clipSchema } from "../clip/index.ts";
import { mediaHashSchema } from "../courseware/index.ts";
import { recordIdSchema } from "../identity/index.ts";

/**
 * The one message format of the hand-over from the extension's inbox to a hosted app, whatever the
 * carrier:
 *
 *   giver (extension)                      taker (app)
 *     hello ─────────────────────────────▶
 *          ◀───────────────────────────── ready
 *     offer (clips)  ────────────────────▶
 *          ◀───────────────────────────── want (clip, hash)   one file at a time
 *     file (hash, Blob)  ────────────────▶                    copied, hashed, flushed
 *          ◀───────────────────────────── ack (clip)          stored: only now may the row leave
 *          ◀───────────────────────────── refuse (clip, why)  the row stays in the inbox
 *          ◀───────────────────────────── done
 *
 * Both ends check the sender's origin and parse every message. Everything may be said twice: an offer
 * of a clip that is already stored is answered by `ack` at once.
 */
export const HANDOFF_PROTOCOL = "dianbo-handoff-1";

const protocol = v.literal(HANDOFF_PROTOCOL);

/** From the giver: the extension's page. */
export const giverMessageSchema = v.variant("type", [
  v.object({ protocol, type: v.literal("hello") }),
  v.object({ protocol, type: v.literal("offer"), clips: v.array(clipSchema) }),
  v.object({
    protocol,
    type: v.literal("file"),
    clip: recordIdSchema,
    hash: mediaHashSchema,
    /** The bytes as a Blob by reference; `null` where the giver no longer has them. */
    blob: v.nullable(v.custom<object>((value) => typeof value === "object" && value !== null)),
  }),
]);
/** A message from the giver; `blob` is checked to be a Blob by the app's carrier. */
export type GiverMessage = v.InferOutput<typeof giverMessageSchema>;

/** From the taker: the app. */
export const takerMessageSchema = v.variant("type", [
  v.object({ protocol, type: v.literal("ready") }),
  v.object({ protocol, type: v.literal("want"), clip: recordIdSchema, hash: mediaHashSchema }),
  v.object({
    protocol,
    type: v.literal("ack"),
    clip: recordIdSchema,
    /** The number the item has at the site, where it has one. */
    number: v.nullish(v.number()),
  }),
  v.object({
    protocol,
    type: v.literal("refuse"),
    clip: recordIdSchema,
    reason: v.picklist(["disk-full", "file-missing", "hash-differs", "shelf-full", "not-stored"]),
  }),
  v.object({ protocol, type: v.literal("done") }),
]);
/** A message from the taker. */
export type TakerMessage = v.InferOutput<typeof takerMessageSchema>;
