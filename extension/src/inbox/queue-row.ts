import { categorySchema } from "@dianbo/shared/category";
import { type clipFileStateSchema, lessonPartSchema } from "@dianbo/shared/clip";
import { civilDateSchema, instantSchema, minutesSchema } from "@dianbo/shared/clock";
import { coursewareKindSchema } from "@dianbo/shared/courseware";
import { postSchema, recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const bytes = v.pipe(v.number(), v.minValue(0));

/**
 * A clip's place among the downloads. It outlives the inbox's row, which leaves once the library has the
 * item, so that a download session still knows what came in.
 */
export const queueRowSchema = v.object({
  /** The clip's id. */
  id: recordIdSchema,
  /** The download session in which it was taken. */
  day: v.string(),
  /** Where it stands; lower goes first. */
  place: v.number(),
  addedAt: instantSchema,
  paused: v.optional(v.boolean(), false),
  /** How often it has failed since a person last wanted it. */
  tries: v.optional(count, 0),
  /** When it is tried again by itself; absent where it is not. */
  notBefore: v.nullish(instantSchema),
  /** Seconds of patience that the portal asked for, where it did. */
  asked: v.nullish(count),
  /** How far it was when it was stopped last. */
  reached: v.nullish(
    v.object({ received: bytes, total: v.nullish(bytes), part: v.nullish(lessonPartSchema) }),
  ),
  /** When its file was held. */
  heldAt: v.nullish(instantSchema),
  size: v.nullish(bytes),
  /** What the clip said, for when its row has gone. */
  title: v.string(),
  kind: coursewareKindSchema,
  publisher: v.nullish(v.string()),
  portal: v.string(),
  url: v.string(),
  category: v.nullish(categorySchema),
  minutes: v.nullish(minutesSchema),
});
/** A clip's place among the downloads; see `queueRowSchema`. */
export type QueueRow = v.InferOutput<typeof queueRowSchema>;

/** A download session (下载日). */
export const downloadDaySchema = v.object({
  /** `<date>/<which of that day>`. */
  id: v.string(),
  date: civilDateSchema,
  /** Who sits at the PC. */
  post: postSchema,
  startedAt: instantSchema,
  endedAt: v.nullish(instantSchema),
});
/** A download session; see `downloadDaySchema`. */
export type DownloadDay = v.InferOutput<typeof downloadDaySchema>;

const GB = 1024 ** 3;
const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1439));
const few = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(6));

/** The heights of pictures, in pixels, among which a site chooses. */
const PICTURE_HEIGHTS = [360, 480, 720, 1080] as const;

/** How the site wants its downloads done. */
export const queueSettingsSchema = v.object({
  /** How many at a time, and how many of them from one host. */
  atOnce: v.optional(few, 2),
  perHost: v.optional(few, 2),
  /** Nothing is begun, and nothing goes on. */
  allPaused: v.optional(v.boolean(), false),
  /** Only by night, until the queue is done; from and to in minutes after midnight. */
  nightOnly: v.optional(v.boolean(), false),
  nightFrom: v.optional(minuteOfDay, 22 * 60),
  nightTo: v.optional(minuteOfDay, 6 * 60),
  /** The most pixels of a picture's height, where a portal offers several. */
  height: v.optional(v.picklist(PICTURE_HEIGHTS), 720),
  /** Bytes of the disk that downloads leave free. */
  reserve: v.optional(bytes, 2 * GB),
  /** A word by the computer when all is done; the browser is asked for leave. */
  notify: v.optional(v.boolean(), false),
  /** Download days a week that the site has set itself. */
  weekTarget: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)), 2),
});
/** How the site wants its downloads done; see `queueSettingsSchema`. */
export type QueueSettings = v.InferOutput<typeof queueSettingsSchema>;

/** Downloads stand still because the disk has less than the reserve. */
export const diskHoldSchema = v.object({ free: bytes, at: instantSchema });
/** The disk is nearly full; see `diskHoldSchema`. */
export type DiskHold = v.InferOutput<typeof diskHoldSchema>;

/** Why a file did not come. */
export type FailureReason = v.InferOutput<
  (typeof clipFileStateSchema.options)[4]["entries"]["reason"]
>;
