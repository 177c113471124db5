import { clipFileStateSchema, lessonPartSchema } from "@dianbo/shared/clip";
import { coursewareKindSchema, mediaFileSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";

/** The channel on which the extension's contexts nudge the download engine. */
export const DOWNLOADS_CHANNEL = "dianbo-downloads";

/** Words on that channel: look for rows that wait, stop one; the engine answers that it looked. */
export const downloadNudgeSchema = v.variant("type", [
  v.object({ type: v.literal("look") }),
  v.object({ type: v.literal("looked") }),
  v.object({ type: v.literal("cancel"), id: v.string() }),
  /** The extension is about to be exchanged: come to rest; the engine answers that it will, then that it has. */
  v.object({ type: v.literal("rest") }),
  v.object({ type: v.literal("resting") }),
  v.object({ type: v.literal("rested") }),
]);
/** A word on the downloads channel; see `downloadNudgeSchema`. */
export type DownloadNudge = v.InferOutput<typeof downloadNudgeSchema>;

/** Where an earlier run of a download stopped. */
export const resumePointSchema = v.object({
  /** The ETag or Last-Modified by which the server knows whether the file is still the same. */
  validator: v.string(),
  /** Bytes that were flushed to the disk. */
  safe: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Bytes that were promised then: another promise means another file. */
  total: v.optional(v.number()),
});
/** Where an earlier run stopped; see `resumePointSchema`. */
export type ResumePoint = v.InferOutput<typeof resumePointSchema>;

/** From the engine's page to its worker. */
export const workerOrderSchema = v.variant("type", [
  v.object({
    type: v.literal("fetch"),
    id: v.string(),
    url: v.string(),
    title: v.string(),
    kind: coursewareKindSchema,
    resume: v.nullable(resumePointSchema),
    /** Bytes of the disk that stay free; see `RESERVE` in `take-file.ts` for the usual. */
    reserve: v.optional(v.number()),
    /** Through an open tab of the clip's page, whose own fetch the portal may serve alone. */
    byPage: v.optional(v.boolean(), false),
    /** A picture that this machine cannot play is wanted all the same. */
    unplayable: v.optional(v.boolean(), false),
  }),
  /** What came goes, or is kept for a later run. */
  v.object({ type: v.literal("stop"), id: v.string(), keep: v.boolean() }),
  /** How much room the disk has, looked for up to so many bytes. */
  v.object({ type: v.literal("measure-free"), bound: v.number() }),
  /** Say when everything that was stopped lies on the disk. */
  v.object({ type: v.literal("settle") }),
]);
/** An order to fetch; see `workerOrderSchema`. */
export type FetchOrder = Extract<v.InferInput<typeof workerOrderSchema>, { type: "fetch" }>;

const failedState = v.object({
  type: v.literal("failed"),
  id: v.string(),
  reason: clipFileStateSchema.options[4].entries.reason,
  received: v.number(),
  total: v.optional(v.number()),
  status: v.nullable(v.number()),
  /** Milliseconds of patience that the portal asked for. */
  retryAfter: v.optional(v.number()),
  /** Of a lesson: the stretches that are missing, the protection's name. */
  missing: v.optional(v.array(v.object({ from: v.number(), to: v.number() }))),
  by: v.optional(v.string()),
});

/** From the worker to the engine's page. */
export const workerReportSchema = v.variant("type", [
  v.object({
    type: v.literal("progress"),
    id: v.string(),
    received: v.number(),
    total: v.nullable(v.number()),
    part: v.optional(lessonPartSchema),
    resume: v.nullable(resumePointSchema),
    note: v.optional(v.picklist(["changed", "from-start", "busy"])),
  }),
  v.object({
    type: v.literal("held"),
    id: v.string(),
    file: mediaFileSchema,
    /** Neither the server nor the file itself said how long it is. */
    lengthUnsaid: v.optional(v.boolean()),
  }),
  failedState,
  v.object({ type: v.literal("free"), bytes: v.number() }),
  v.object({ type: v.literal("settled") }),
]);
/** What the worker reports; see `workerReportSchema`. */
export type WorkerReport = v.InferOutput<typeof workerReportSchema>;

/** To the background, from an engine that begins: rules that an engine before it left are of no use. */
export const sweepRulesSchema = v.object({ type: v.literal("dianbo-referer-sweep") });

/** To the background, which alone may set request rules: send a Referer to this file's host, or stop. */
export const refererRequestSchema = v.object({
  type: v.literal("dianbo-referer"),
  action: v.picklist(["add", "remove"]),
  url: v.pipe(v.string(), v.url()),
  referer: v.pipe(v.string(), v.url()),
});
/** A request for a Referer rule; see `refererRequestSchema`. */
export type RefererRequest = v.InferOutput<typeof refererRequestSchema>;

/** To the background, from the engine: how the queue stands, for the badge, the alarm and the word at the end. */
export const queueTallySchema = v.object({
  type: v.literal("dianbo-queue"),
  /** Running, or waiting to. */
  active: v.number(),
  /** Failed, and not tried again by themselves. */
  failed: v.number(),
  /** When there is something to do next that no running download tells; null where nothing. */
  wakeAt: v.nullable(v.number()),
  /** Present where the last one has just ended. */
  ended: v.optional(v.object({ held: v.number(), failed: v.number(), notify: v.boolean() })),
});
/** How the queue stands; see `queueTallySchema`. */
export type QueueTally = v.InferOutput<typeof queueTallySchema>;
