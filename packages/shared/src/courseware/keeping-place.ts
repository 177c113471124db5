import * as v from "valibot";

/**
 * Where an item lies that this PC's media store does not hold: on a disc, on the set-top box, on another
 * PC, in a cupboard, or in a folder of this PC as a film for another player.
 */
export const KEEPING_PLACES = ["disc", "set-top-box", "other-pc", "shelf", "other-player"] as const;

/** A place of keeping: which sort, and its name in people's own words (「3 号」), empty where it needs none. */
export const keepingPlaceSchema = v.object({
  type: v.picklist(KEEPING_PLACES),
  name: v.pipe(v.string(), v.maxLength(255)),
});
/** A place of keeping; see `keepingPlaceSchema`. */
export type KeepingPlace = v.InferOutput<typeof keepingPlaceSchema>;
