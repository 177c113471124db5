import { markDistance, type TextMark } from "./text-mark.ts";

/** What two things are compared by. */
export interface Traits {
  /** Canonical address of the page. */
  readonly canonical?: string | undefined;
  /** Hash of the film, recording or document. */
  readonly hash?: string | undefined;
  readonly mark?: TextMark | undefined;
  readonly title: string;
  readonly kind: string;
}

/** What makes two things look the same; the screen says it in words. */
export type Likeness = "same-page" | "same-file" | "same-text" | "same-title";

/** Bits in which the marks of one text, printed again, may differ. */
const SAME_TEXT = 3;
/** The same under one title: an editor's hand lay between. */
const SAME_TEXT_AND_TITLE = 12;
/** A shorter title (「健康讲座」) is borne by many. */
const LONG_ENOUGH = 6;

/** A title with width, case, quotes, marks and spaces left out; its digits stay: they are its place in a series. */
export const plainTitle = (title: string): string =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^\s*[[【(](?:转载|视频|图解|微视频|专题片)[\]】)]/u, "")
    .replace(/[^\p{L}\p{N}]+/gu, "");

/** What two things have in common that makes them look the same, the surest first. */
export const likenessOf = (one: Traits, other: Traits): Likeness | undefined => {
  if (one.canonical !== undefined && one.canonical === other.canonical) return "same-page";
  if (one.hash !== undefined && one.hash === other.hash) return "same-file";
  const title = plainTitle(one.title);
  const hasSameTitle = title === plainTitle(other.title);
  if (one.mark !== undefined && other.mark !== undefined) {
    const bits = markDistance(one.mark, other.mark);
    // Two texts that both can be compared and differ are two things, whatever they are called.
    return bits <= (hasSameTitle ? SAME_TEXT_AND_TITLE : SAME_TEXT) ? "same-text" : undefined;
  }
  return hasSameTitle && title.length >= LONG_ENOUGH && one.kind === other.kind
    ? "same-title"
    : undefined;
};

const ORDER: readonly Likeness[] = ["same-page", "same-file", "same-text", "same-title"];

/** The one that looks most like what is wanted, and by what. */
export const findLike = <T>(
  candidates: Iterable<T>,
  traitsOf: (candidate: T) => Traits,
  wanted: Traits,
): { readonly candidate: T; readonly likeness: Likeness } | undefined => {
  let best: { candidate: T; likeness: Likeness } | undefined;
  for (const candidate of candidates) {
    const likeness = likenessOf(wanted, traitsOf(candidate));
    if (likeness === undefined) continue;
    if (best === undefined || ORDER.indexOf(likeness) < ORDER.indexOf(best.likeness)) {
      best = { candidate, likeness };
    }
    if (likeness === "same-page") break;
  }
  return best;
};
