import * as v from "valibot";

/** What is asked of the pinyin worker: texts, already folded. */
export const pinyinRequestSchema = v.object({ job: v.number(), texts: v.array(v.string()) });

/** Per text, per character, its readings without tones. */
export const pinyinReplySchema = v.object({
  job: v.number(),
  readings: v.array(v.array(v.array(v.string()))),
});
