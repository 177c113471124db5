import { clipFileStateSchema, lessonPartSchema } from "@dianbo/shared/clip";
import { mediaFileSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";

/** From the engine's page to the worker that fetches lessons. A port to the other worker comes along with `fetch`. */
export const lessonOrderSchema = v.variant("type", [
  v.object({
    type: v.literal("fetch"),
    id: v.string(),
    url: v.string(),
    /** What the portal cannot give is left out, as the person wants it. */
    asIs: v.boolean(),
    /** A picture that this machine cannot play is wanted all the same. */
    unplayable: v.boolean(),
    /** The most pixels of height that the site wants. */
    height: v.number(),
  }),
  v.object({ type: v.literal("stop"), id: v.string(), keep: v.boolean() }),
  /** The film is kept: the fragments and their ledger may go. */
  v.object({ type: v.literal("finished"), id: v.string() }),
  /** Whether requests to this origin now name the page. */
  v.object({ type: v.literal("referer-set"), id: v.string(), origin: v.string() }),
  /** What is on its way is still taken, and no more asked for; each lesson says that it rests. */
  v.object({ type: v.literal("rest") }),
]);
/** An order to the fetching worker; see `lessonOrderSchema`. */
export type LessonOrder = v.InferOutput<typeof lessonOrderSchema>;

/** Why a lesson did not become a film; the screen says it in words. */
export const lessonFailureSchema = clipFileStateSchema.options[4].entries.reason;
/** Why a lesson did not become a film; see `lessonFailureSchema`. */
export type LessonFailure = v.InferOutput<typeof lessonFailureSchema>;

/** A stretch of a lesson in seconds from its beginning. */
export const stretchSchema = v.object({ from: v.number(), to: v.number() });
/** A stretch of a lesson; see `stretchSchema`. */
export type Stretch = v.InferOutput<typeof stretchSchema>;

const failedSchema = v.object({
  type: v.literal("failed"),
  id: v.string(),
  reason: lessonFailureSchema,
  received: v.number(),
  status: v.nullable(v.number()),
  missing: v.optional(v.array(stretchSchema)),
  by: v.optional(v.string()),
});

/** From either worker to the engine's page. */
export const lessonReportSchema = v.variant("type", [
  v.object({
    type: v.literal("progress"),
    id: v.string(),
    received: v.number(),
    part: lessonPartSchema,
  }),
  v.object({ type: v.literal("ask-referer"), id: v.string(), origin: v.string() }),
  /** All fragments lie on the disk: nothing is asked of the portal any more. */
  v.object({ type: v.literal("safe"), id: v.string(), received: v.number() }),
  /** It was to rest, and has nothing on its way. */
  v.object({ type: v.literal("rested"), id: v.string() }),
  v.object({ type: v.literal("codec"), id: v.string(), codecs: v.string() }),
  v.object({ type: v.literal("held"), id: v.string(), file: mediaFileSchema }),
  failedSchema,
]);
/** What the workers report; see `lessonReportSchema`. */
export type LessonReport = v.InferOutput<typeof lessonReportSchema>;

/** From the engine's page to the worker that puts lessons together; a port to the other worker comes along. */
export const remuxOrderSchema = v.variant("type", [
  v.object({
    type: v.literal("remux"),
    id: v.string(),
    name: v.string(),
    /** Stands in the file as the moment of its making, so that the same lesson gives the same bytes. */
    clippedAt: v.number(),
  }),
  v.object({ type: v.literal("stop"), id: v.string() }),
  /** Look into a held film: its playing time, and a frame as its cover. */
  v.object({ type: v.literal("look-into"), key: v.string(), film: v.instance(Blob) }),
]);
/** An order to the worker that puts together; see `remuxOrderSchema`. */
export type RemuxOrder = v.InferOutput<typeof remuxOrderSchema>;

/** What the worker saw in a film; the cover is kept already. */
export const filmSeenSchema = v.object({
  type: v.literal("seen"),
  key: v.string(),
  seconds: v.optional(v.number()),
  cover: v.optional(mediaFileSchema),
});

/** Between the two workers: the lesson's local playlists, then its fragments as they are asked for. */
export const fragmentAnswerSchema = v.variant("type", [
  v.object({ type: v.literal("lesson"), playlists: v.array(v.string()) }),
  v.object({ type: v.literal("fragment"), number: v.number(), bytes: v.instance(ArrayBuffer) }),
]);
/** Asks for a fragment; it is answered once it lies on the disk. */
export const fragmentRequestSchema = v.object({ number: v.number() });
