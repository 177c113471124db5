import * as v from "valibot";

/** To the worker that hashes, which runs beside the one that fetches and writes. */
export const hashOrderSchema = v.variant("type", [
  v.object({ type: v.literal("bytes"), id: v.number(), pieces: v.array(v.instance(Uint8Array)) }),
  v.object({ type: v.literal("end"), id: v.number() }),
  v.object({ type: v.literal("drop"), id: v.number() }),
]);
/** An order to the worker that hashes; see `hashOrderSchema`. */
export type HashOrder = v.InferInput<typeof hashOrderSchema>;

/** From the worker that hashes: so many bytes are done with, or the whole. */
export const hashAnswerSchema = v.variant("type", [
  v.object({ type: v.literal("done"), id: v.number(), bytes: v.number() }),
  v.object({ type: v.literal("hex"), id: v.number(), hex: v.string() }),
]);
/** An answer of the worker that hashes; see `hashAnswerSchema`. */
export type HashAnswer = v.InferOutput<typeof hashAnswerSchema>;
