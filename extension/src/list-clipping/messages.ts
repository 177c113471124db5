import { categorySchema } from "@dianbo/shared/category";
import { pageSnapshotSchema } from "@dianbo/shared/portal";
import * as v from "valibot";
import { LISTED_FAILURES } from "../inbox/listed-item.ts";

const address = v.pipe(v.string(), v.maxLength(8000), v.regex(/^https?:\/\//iu));

/**
 * What the page that keeps listed items asks of the background, which alone reaches tabs, permissions
 * and the browser's storage.
 */
export const clerkRequestSchema = v.variant("type", [
  /** Open this page, read it, close it. */
  v.object({ type: v.literal("dianbo-list-read"), url: address }),
  /** Which of these hosts may nothing be fetched from? */
  v.object({ type: v.literal("dianbo-list-leave"), hosts: v.array(v.string()) }),
  /** Where the library lives, and what was filed before. */
  v.object({ type: v.literal("dianbo-list-home") }),
  v.object({
    type: v.literal("dianbo-list-habit"),
    host: v.string(),
    column: v.optional(v.string()),
    title: v.optional(v.string()),
    tags: v.optional(v.array(v.string())),
    category: categorySchema,
  }),
  /** So many items still wait: shown on the toolbar's button. */
  v.object({ type: v.literal("dianbo-list-left"), left: v.number() }),
]);
/** What is asked of the background; see `clerkRequestSchema`. */
export type ClerkRequest = v.InferOutput<typeof clerkRequestSchema>;

/** The background's answer to a page that was to be read. */
export const readAnswerSchema = v.variant("type", [
  v.object({
    type: v.literal("page"),
    page: pageSnapshotSchema,
    /** The rules for this page, parsed by `readRule` where they arrive. */
    rules: v.array(v.unknown()),
  }),
  v.object({ type: v.literal("failed"), reason: v.picklist(LISTED_FAILURES) }),
]);
/** The answer to `dianbo-list-read`. */
export type ReadAnswer = v.InferOutput<typeof readAnswerSchema>;

/** The answer to `dianbo-list-home`. */
export const homeAnswerSchema = v.object({
  home: v.picklist(["extension", "hosted"]),
  habits: v.array(
    v.object({
      host: v.string(),
      column: v.string(),
      category: categorySchema,
      count: v.number(),
    }),
  ),
  filed: v.array(
    v.object({
      title: v.string(),
      category: categorySchema,
      tags: v.optional(v.array(v.string())),
    }),
  ),
});
