import { recordIdSchema } from "@dianbo/shared/identity";
import * as v from "valibot";
import { placeSchema } from "../place.ts";

const partSchema = placeSchema.entries.parts.item;

const sayingSchema = v.variant("type", [
  v.object({ type: v.literal("key-for-sound") }),
  v.object({ type: v.literal("volume"), percent: v.number() }),
  v.object({ type: v.literal("speed"), percent: v.number() }),
  v.object({ type: v.literal("subtitles"), shown: v.picklist(["on", "off", "none"]) }),
  v.object({ type: v.literal("print"), points: v.number() }),
  v.object({ type: v.literal("not-kept") }),
  v.object({ type: v.literal("aloud"), on: v.picklist(["on", "off", "no-voice"]) }),
]);

const troubleSchema = v.object({
  broken: v.string(),
  instead: v.union([v.string(), v.undefined()]),
  spare: v.boolean(),
  item: v.optional(recordIdSchema),
});

/**
 * What the stage in the projector's window may ask of the room. What only the host's own keys bring about
 * (digits, the queue, black) never comes from there: keys that are pressed there are sent as keys.
 */
export const stageEventSchema = v.variant("type", [
  v.object({ type: v.literal("next") }),
  v.object({ type: v.literal("resume") }),
  v.object({ type: v.literal("pause"), paused: v.boolean() }),
  v.object({ type: v.literal("rest"), rest: v.undefined() }),
  v.object({ type: v.literal("listed"), title: v.string() }),
  v.object({ type: v.literal("say"), saying: sayingSchema }),
  v.object({
    type: v.literal("failed"),
    trouble: troubleSchema,
    spare: v.union([partSchema, v.undefined()]),
  }),
]);
