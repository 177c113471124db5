import * as v from "valibot";

/** The channel on which the extension's contexts nudge the download engine. */
export const DOWNLOADS_CHANNEL = "dianbo-downloads";

/** A nudge: look for rows that wait, or stop one. What to fetch stands in the inbox row. */
export const downloadNudgeSchema = v.variant("type", [
  v.object({ type: v.literal("look") }),
  v.object({ type: v.literal("cancel"), id: v.string() }),
]);
/** A nudge to the download engine; see `downloadNudgeSchema`. */
export type DownloadNudge = v.InferOutput<typeof downloadNudgeSchema>;
