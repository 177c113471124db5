import * as v from "valibot";

/** What is asked of the pinyin worker: texts, already folded. */
export const pinyinRequestSchema = v.object({ job: v.number(), texts: v.array(v.string()) });

/** Each text in simplified characters; and per text, per character, its readings without tones. */
export const pinyinReplySchema = v.object({
  job: v.number(),
  simplified: v.array(v.string()),
  readings: v.array(v.array(v.array(v.string()))),
});
