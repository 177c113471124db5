import * as v from "valibot";

/**
 * What is asked of the pinyin worker: texts, already folded. `asSaid` asks for the one reading that each
 * character has in its word (重庆, 重要), to put titles in order, instead of all that it may have.
 */
export const pinyinRequestSchema = v.object({
  job: v.number(),
  texts: v.array(v.string()),
  asSaid: v.optional(v.boolean()),
});

/** Each text in simplified characters; and per text, per character, its readings without tones. */
export const pinyinReplySchema = v.object({
  job: v.number(),
  simplified: v.array(v.string()),
  readings: v.array(v.array(v.array(v.string()))),
});
