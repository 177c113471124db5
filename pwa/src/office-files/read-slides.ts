import { err, ok, type Result } from "@dianbo/shared/result";
import * as v from "valibot";
import { SLIDE_LIMITS, type SlideShow, type SlidesFailure } from "./slides.ts";

const answerSchema = v.variant("ok", [
  v.object({
    ok: v.literal(true),
    value: v.object({
      slides: v.array(
        v.object({
          title: v.string(),
          blocks: v.array(
            v.variant("type", [
              v.object({ type: v.literal("line"), text: v.string(), level: v.number() }),
              v.object({ type: v.literal("table"), rows: v.array(v.array(v.string())) }),
              v.object({ type: v.literal("picture"), picture: v.number() }),
            ]),
          ),
        }),
      ),
      pictures: v.array(v.object({ mime: v.string(), bytes: v.instance(Uint8Array<ArrayBuffer>) })),
      unshown: v.number(),
    }),
  }),
  v.object({
    ok: v.literal(false),
    error: v.object({ type: v.picklist(["not-slides", "slides-too-large"]) }),
  }),
]);

/**
 * Reads a .pptx in a worker of its own, which ends with it: a stranger's file can neither stop the screen nor
 * keep its memory.
 */
export const readSlides = async (file: Blob): Promise<Result<SlideShow, SlidesFailure>> => {
  if (file.size > SLIDE_LIMITS.bytes) return err({ type: "slides-too-large" });
  const content = new Uint8Array(await file.arrayBuffer());
  const { default: SlidesWorker } = await import("./slides-worker.ts?worker");
  const worker = new SlidesWorker();
  try {
    return await new Promise<Result<SlideShow, SlidesFailure>>((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        const answer = v.safeParse(answerSchema, data);
        if (!answer.success) resolve(err({ type: "not-slides" }));
        else resolve(answer.output.ok ? ok(answer.output.value) : err(answer.output.error));
      });
      // Memory that runs out, above all.
      worker.addEventListener("error", () => resolve(err({ type: "not-slides" })));
      worker.postMessage(content, [content.buffer]);
    });
  } finally {
    worker.terminate();
  }
};
