import * as v from "valibot";

/** Under which name the panel leaves what it asks in the extension's own world of a page. */
export const PICK_ASK = "dianboPickAsk";

/** What the person is to point at. */
export const pickAskSchema = v.object({
  /** Shown on the page while pointing. */
  hint: v.pipe(v.string(), v.maxLength(200)),
  wantsBody: v.boolean(),
});

/** The keys that move, take and leave. */
export const PICK_KEYS = [
  "ArrowDown",
  "ArrowUp",
  "ArrowLeft",
  "ArrowRight",
  "Enter",
  "Escape",
] as const;

/** A key pressed in the panel for the page. */
export const pickKeySchema = v.object({
  type: v.literal("dianbo-pick-key"),
  key: v.picklist(PICK_KEYS),
});
/** A key pressed in the panel for the page; see the schema. */
export type PickKey = v.InferOutput<typeof pickKeySchema>;
