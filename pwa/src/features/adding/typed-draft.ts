import { categorySchema } from "@dianbo/shared/category";
import { coursewareKindSchema, KEEPING_PLACES } from "@dianbo/shared/courseware";
import * as v from "valibot";

/** A row that is being typed, as it stands in its fields. */
export const typedDraftSchema = v.object({
  title: v.pipe(v.string(), v.maxLength(300)),
  category: v.optional(categorySchema),
  minutes: v.pipe(v.string(), v.maxLength(20)),
  kind: coursewareKindSchema,
  place: v.optional(v.picklist(KEEPING_PLACES)),
  placeName: v.pipe(v.string(), v.maxLength(255)),
  publisher: v.pipe(v.string(), v.maxLength(500)),
  number: v.pipe(v.string(), v.maxLength(20)),
});
/** A row that is being typed; see `typedDraftSchema`. */
export type TypedDraft = v.InferOutput<typeof typedDraftSchema>;

/** Nothing typed yet. What one adds by hand is mostly a disc on the shelf. */
export const EMPTY_DRAFT: TypedDraft = {
  title: "",
  minutes: "",
  kind: "video",
  place: "disc",
  placeName: "",
  publisher: "",
  number: "",
};

/** Whether there is anything worth keeping. */
export const isEmptyDraft = (draft: TypedDraft): boolean =>
  [draft.title, draft.minutes, draft.placeName, draft.publisher, draft.number].every(
    (text) => text.trim() === "",
  ) && draft.category === undefined;
