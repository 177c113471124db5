/** Punctuation of Chinese texts: a square wide, so that its own right half is the gap. */
const WIDE_STOP = /[\u3000-\u303f\uff00-\uffef]$/u;

/** What stands between a sentence and the next: a space, or nothing after a full-width stop. */
export const gapAfter = (sentence: string): string => (WIDE_STOP.test(sentence) ? "" : " ");
