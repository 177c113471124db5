/** Likeness: whether two things are the same under two addresses, by file, text or title. */
export { findLike, type Likeness, likenessOf, plainTitle, type Traits } from "./find-like.ts";
export { markDistance, type TextMark, textMarkOf, textMarkSchema } from "./text-mark.ts";
