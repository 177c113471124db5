import * as v from "valibot";
import type { StageOrder } from "../key-meaning.ts";
import type { RoomKey } from "../room-keys.ts";
import { audienceViewSchema } from "./audience-view.ts";
import { stageEventSchema } from "./stage-event.ts";

const by = v.picklist([1, -1]);
const turn = v.pipe(v.number(), v.integer());
const seconds = v.pipe(v.number(), v.finite(), v.minValue(0));

const keySchema: v.GenericSchema<unknown, RoomKey> = v.variant("type", [
  v.object({ type: v.literal("digit"), digit: v.pipe(v.string(), v.regex(/^\d$/u)) }),
  v.object({ type: v.picklist(["enter", "plus", "minus", "star", "slash", "dot"]) }),
  v.object({ type: v.picklist(["back", "escape", "space", "extra"]) }),
  v.object({ type: v.picklist(["sideways", "up-down", "page", "tune"]), by }),
]);

const orderSchema: v.GenericSchema<unknown, StageOrder> = v.variant("type", [
  v.object({ type: v.picklist(["enter", "extra"]) }),
  v.object({ type: v.picklist(["sideways", "up-down", "page", "tune"]), by }),
]);

/** P puts the picture on the projector or takes it back, T asks 「今晚能放吗」, End is 「散场」. */
const hostKeySchema = v.picklist(["project", "tonight", "end"]);
/** See `hostKeySchema`. */
export type HostKey = v.InferOutput<typeof hostKeySchema>;

/** Where a window stands: its middle. Pixels over all screens. */
const spotSchema = v.object({ left: v.number(), top: v.number() });
/** See `spotSchema`. */
export type Spot = v.InferOutput<typeof spotSchema>;

/** What the host has set for the evening. */
const settingsSchema = v.object({
  /** 1 as the film has it, up to 2. */
  loudness: v.pipe(v.number(), v.minValue(0), v.maxValue(4)),
  /** Print of articles. */
  points: v.pipe(v.number(), v.minValue(1), v.maxValue(200)),
  /** 1 as the film has it. */
  speed: v.pipe(v.number(), v.minValue(0.1), v.maxValue(8)),
});
/** See `settingsSchema`. */
export type Settings = v.InferOutput<typeof settingsSchema>;

/** How the projector's window is doing; four times a second while a film runs, else once. */
export const reportSchema = v.object({
  /** The part of the evening that it shows. */
  turn,
  seconds,
  /** 0 where what is on has no length, or it is not known yet. */
  length: seconds,
  settings: settingsSchema,
  /** The window fills its screen. */
  full: v.boolean(),
  middle: spotSchema,
});
/** See `reportSchema`. */
export type Report = v.InferOutput<typeof reportSchema>;

/** What the host's window says to the projector's. */
export const toProjectorSchema = v.variant("type", [
  /** A host has come up: who is there? */
  v.object({ type: v.literal("host-here") }),
  v.object({ type: v.literal("show"), view: audienceViewSchema, settings: settingsSchema }),
  v.object({ type: v.literal("order"), turn, order: orderSchema }),
  /** Close yourself: the picture comes back to the host's window. */
  v.object({ type: v.literal("close") }),
]);
/** See `toProjectorSchema`. */
export type ToProjector = v.InferOutput<typeof toProjectorSchema>;

const bitmapSchema = v.custom<ImageBitmap>(
  (value) => "ImageBitmap" in globalThis && value instanceof ImageBitmap,
);

/** What the projector's window says to the host's. */
export const toHostSchema = v.variant("type", [
  /** It has come up, or answers a host: what it shows, if anything yet. */
  v.object({ type: v.literal("here"), view: v.optional(audienceViewSchema), report: reportSchema }),
  v.object({ type: v.literal("report"), report: reportSchema }),
  v.object({ type: v.literal("happened"), turn, event: stageEventSchema }),
  v.object({ type: v.literal("key"), key: keySchema }),
  /** A key of the host's that the room's own table does not know. */
  v.object({ type: v.literal("host-key"), key: hostKeySchema }),
  /** The browser plays nothing in a window that nobody has touched. */
  v.object({ type: v.literal("needs-touch") }),
  /** What its picture looks like now, small. */
  v.object({ type: v.literal("picture"), bitmap: bitmapSchema }),
  v.object({ type: v.literal("gone") }),
]);
/** See `toHostSchema`. */
export type ToHost = v.InferOutput<typeof toHostSchema>;
