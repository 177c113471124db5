import * as v from "valibot";

/** A picture to be searched for QR codes; it is handed over for good. */
export interface CodeRequest {
  readonly job: number;
  readonly picture: ImageBitmap;
  /** At most so many codes are looked for. */
  readonly most: number;
}

/** The same, as the worker takes it in. */
export const codeRequestSchema = v.object({
  job: v.number(),
  picture: v.instance(ImageBitmap),
  most: v.number(),
});

/** What the codes of a picture say; `failed` where none can be read on this machine. */
export const codeReplySchema = v.object({
  job: v.number(),
  texts: v.array(v.string()),
  failed: v.optional(v.boolean()),
});
