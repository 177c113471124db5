import * as v from "valibot";

/**
 * What the panel is to read: a tab, and the link, picture or film in it that was pointed at. Written by
 * the background, read by the panel; addresses come from a page and are only ever shown or fetched on
 * the person's word.
 */
export const panelRequestSchema = v.object({
  type: v.literal("read-page"),
  tab: v.pipe(v.number(), v.integer()),
  link: v.optional(v.pipe(v.string(), v.maxLength(8000))),
  media: v.optional(
    v.object({
      kind: v.picklist(["video", "audio", "image"]),
      url: v.pipe(v.string(), v.maxLength(8000)),
    }),
  ),
});
/** What the panel is to read; see `panelRequestSchema`. */
export type PanelRequest = v.InferOutput<typeof panelRequestSchema>;
