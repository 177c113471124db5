import { mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";

const target = { path: v.string(), hash: mediaHashSchema };

/** From a page to the copying worker. */
export const copyOrderSchema = v.variant("type", [
  v.object({
    type: v.literal("copy"),
    job: v.number(),
    folder: v.instance(FileSystemDirectoryHandle),
    source: v.instance(Blob),
    ...target,
  }),
  v.object({
    type: v.literal("verify"),
    job: v.number(),
    folder: v.instance(FileSystemDirectoryHandle),
    ...target,
  }),
  v.object({ type: v.literal("stop"), job: v.number() }),
]);

const failureSchema = v.variant("type", [
  v.object({
    type: v.picklist([
      "no-leave",
      "folder-gone",
      "read-only",
      "folder-full",
      "stopped",
      "differs",
      "source-broken",
      "too-big",
    ]),
  }),
  v.object({ type: v.literal("not-copied"), message: v.string() }),
]);

/** From the copying worker to the page. */
export const copyReplySchema = v.variant("type", [
  v.object({ type: v.literal("progress"), job: v.number(), bytes: v.number() }),
  v.object({ type: v.literal("done"), job: v.number(), failure: v.nullable(failureSchema) }),
]);
