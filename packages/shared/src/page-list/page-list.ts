import * as v from "valibot";
import { civilDateSchema } from "../clock/index.ts";

/** Everything below comes from a hostile page: every text and list has its limit. */
const line = v.pipe(v.string(), v.maxLength(500));
const address = v.pipe(v.string(), v.maxLength(4000), v.regex(/^https?:\/\//iu));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

/** Links of one page that are offered; the longest real pages hold some hundreds. */
export const MOST_LINKS = 1000;
/** Pages of a list that can be turned. */
export const MOST_PAGES = 200;

/** What a link most likely leads to, told from its address and title alone. */
export const linkKindSchema = v.picklist(["video", "audio", "article", "document", "link"]);
/** What a link most likely leads to; see `linkKindSchema`. */
export type LinkKind = v.InferOutput<typeof linkKindSchema>;

/** One item of a portal's list. */
export const listLinkSchema = v.object({
  url: address,
  title: line,
  /** The day beside the link, else the one in its address. */
  date: v.optional(civilDateSchema),
  kind: linkKindSchema,
  /** Leads to another site: it is kept as a link and never opened. */
  offSite: v.boolean(),
});
/** One item of a portal's list; see `listLinkSchema`. */
export type ListLink = v.InferOutput<typeof listLinkSchema>;

/** How the list goes on. */
export const nextPagesSchema = v.variant("type", [
  v.object({ type: v.literal("none") }),
  /** The addresses of the following pages, in order. */
  v.object({
    type: v.literal("addresses"),
    urls: v.pipe(v.array(address), v.maxLength(MOST_PAGES)),
    /** Pages of the whole list. */
    total: count,
  }),
  /** Only the next page is known; that one knows the one after it. */
  v.object({ type: v.literal("follow"), url: address }),
  /** 大汉 JCMS gives records by number. */
  v.object({
    type: v.literal("records"),
    url: address,
    form: v.record(line, line),
    /** The first record that is not on this page, counted from 1. */
    from: count,
    perPage: v.pipe(count, v.minValue(1), v.maxValue(500)),
    /** Records of the whole list. */
    total: count,
  }),
  /** The portal's rule names the data that the list is drawn from. */
  v.object({
    type: v.literal("data"),
    /** The rule's id, and which of its lists. */
    rule: v.pipe(v.string(), v.maxLength(40)),
    part: v.pipe(count, v.maxValue(9)),
    /** Its address, with places for what is known only when it is asked: see `dataAddress`. */
    url: address,
    /** The page that comes next, counted from 0. */
    page: v.pipe(count, v.maxValue(MOST_PAGES)),
    /** Pages of the whole list, where an answer told. */
    total: v.optional(count),
  }),
]);
/** How the list goes on; see `nextPagesSchema`. */
export type NextPages = v.InferOutput<typeof nextPagesSchema>;
/** A list that goes on in the portal's own data. */
export type DataPages = Extract<NextPages, { readonly type: "data" }>;

/** A portal's list as one page shows it. It crosses from the page into the extension and is parsed there. */
export const pageListSchema = v.object({
  /** The page's own address. */
  url: address,
  links: v.pipe(v.array(listLinkSchema), v.maxLength(MOST_LINKS)),
  next: nextPagesSchema,
});
/** A portal's list as one page shows it; see `pageListSchema`. */
export type PageList = v.InferOutput<typeof pageListSchema>;

/** Titles of a list that stand in the page's body, as a share, from which on the page is the list. */
const SHARE = 0.6;
/** A list shorter than this may be what an article links to at its end: then its text goes before. */
const FEW = 5;
const LETTERS_BEFORE = 60;

/**
 * Whether a page is a list to pick from, rather than an article with links beside it: nothing was read of
 * it but its address, or what was read as its body is the list's own titles.
 */
export const readsAsList = (
  page: { readonly kind: string; readonly text: string },
  list: PageList,
): boolean => {
  if (list.links.length < 2) return false;
  if (page.kind === "link") return true;
  if (page.kind !== "article") return false;
  const text = page.text.replace(/\s+/gu, "");
  const places = list.links
    .map(({ title }) => text.indexOf(title.replace(/\s+/gu, "")))
    .filter((at) => at >= 0);
  if (list.links.length >= FEW) return places.length >= list.links.length * SHARE;
  return places.length === list.links.length && Math.min(...places) <= LETTERS_BEFORE;
};
