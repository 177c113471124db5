import { categorySchema } from "@dianbo/shared/category";
import * as v from "valibot";

/** What the room shows: kept while the tab lives, so that one comes back from an item to the same place. */
const viewSchema = v.object({
  query: v.string(),
  shelf: v.optional(categorySchema),
  current: v.optional(v.string()),
});
/** See `viewSchema`. */
export type LibraryView = v.InferOutput<typeof viewSchema>;

const KEY = "dianbo-library-view";

const NOTHING: LibraryView = { query: "" };

/** The view as it was left, or the whole library. */
export const readView = (): LibraryView => {
  try {
    const parsed = v.safeParse(viewSchema, JSON.parse(sessionStorage.getItem(KEY) ?? "null"));
    return parsed.success ? parsed.output : NOTHING;
  } catch {
    return NOTHING;
  }
};

/** Remembers the view for this tab. */
export const keepView = (view: LibraryView): void => {
  sessionStorage.setItem(KEY, JSON.stringify(view));
};
