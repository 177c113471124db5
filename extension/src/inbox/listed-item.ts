import { categorySchema } from "@dianbo/shared/category";
import { instantSchema } from "@dianbo/shared/clock";
import { recordIdSchema } from "@dianbo/shared/identity";
import { listLinkSchema } from "@dianbo/shared/page-list";
import * as v from "valibot";

/** Why an item of a list was not kept; the screen says it in words. */
export const LISTED_FAILURES = [
  /** The portal has no such page any more. */
  "page-gone",
  /** The portal refused. */
  "refused",
  /** Nothing came, or not in time. */
  "no-answer",
  /** The browser gave no leave for this host. */
  "no-permission",
  "nothing-read",
  "disk-full",
  "shelf-full",
  "not-stored",
] as const;
/** Why an item of a list was not kept; see `LISTED_FAILURES`. */
export type ListedFailure = (typeof LISTED_FAILURES)[number];

/**
 * One item that was ticked in a portal's list and is kept by and by. Its id becomes the clip's id, so that
 * an item whose saving was cut off is never kept twice.
 */
export const listedItemSchema = v.object({
  id: recordIdSchema,
  /** All items ticked in one stroke. */
  batch: recordIdSchema,
  /** When the stroke was. */
  queuedAt: instantSchema,
  /** Place in the batch, from 0. */
  place: v.pipe(v.number(), v.integer(), v.minValue(0)),
  link: listLinkSchema,
  /** The list's own address. */
  listUrl: v.pipe(v.string(), v.maxLength(8000)),
  category: v.nullish(categorySchema),
  reviewed: v.boolean(),
  /** Its item stands in the library under this id; only its file is fetched anew. */
  again: v.nullish(
    v.object({
      /** What lies there is broken, and goes once the new file is held. */
      spoilt: v.boolean(),
    }),
  ),
  state: v.variant("state", [
    v.object({ state: v.literal("waiting") }),
    v.object({ state: v.literal("kept") }),
    /** The library or the inbox had the page already. */
    v.object({ state: v.literal("held") }),
    v.object({ state: v.literal("failed"), reason: v.picklist(LISTED_FAILURES) }),
  ]),
});
/** One item of a list on its way; see `listedItemSchema`. */
export type ListedItem = v.InferOutput<typeof listedItemSchema>;
