import * as v from "valibot";

const searchTextSchema = v.object({ characters: v.string(), readings: v.string() });

/** Told to the worker: the titles to choose from, once; then what is asked. */
export const suggestRequestSchema = v.variant("type", [
  v.object({
    type: v.literal("titles"),
    rows: v.array(v.object({ id: v.string(), title: searchTextSchema })),
  }),
  v.object({ type: v.literal("ask"), job: v.number(), query: v.string() }),
]);

/** The answer: the query in simplified characters, and ids of what may have been meant. */
export const suggestReplySchema = v.object({
  job: v.number(),
  simplified: v.string(),
  ids: v.array(v.string()),
});
