import { mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";

const mediaJobSchema = v.object({
  job: v.number(),
  blob: v.instance(Blob),
  expected: v.nullable(mediaHashSchema),
});
/** Bytes to keep. */
export type MediaJob = v.InferOutput<typeof mediaJobSchema>;

/** From a page to the media worker: keep these bytes; or leave off the job of this number. */
export const mediaOrderSchema = v.union([mediaJobSchema, v.object({ stop: v.number() })]);

/** From the media worker to the page. */
export const mediaReplySchema = v.variant("type", [
  v.object({ type: v.literal("progress"), job: v.number(), bytes: v.number() }),
  v.object({ type: v.literal("kept"), job: v.number(), hash: mediaHashSchema, size: v.number() }),
  v.object({
    type: v.literal("failed"),
    job: v.number(),
    failure: v.variant("type", [
      v.object({ type: v.literal("disk-full") }),
      v.object({ type: v.literal("stopped") }),
      v.object({ type: v.literal("hash-differs"), expected: mediaHashSchema, found: v.string() }),
      v.object({ type: v.literal("file-missing"), hash: mediaHashSchema }),
      v.object({ type: v.literal("not-stored"), message: v.string() }),
    ]),
  }),
]);
