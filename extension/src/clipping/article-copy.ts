import { type ArticleCopy, type MediaFile, mediaFileSchema } from "@dianbo/shared/courseware";
import type { CapturedBody } from "@dianbo/shared/portal";
import DOMPurify from "dompurify";
import * as v from "valibot";

/** Fetches and keeps one picture; `undefined` where it could not be had. */
export type KeepPicture = (url: string) => Promise<MediaFile | undefined>;

/** Pictures of one article that are kept; an old page may hold hundreds of icons. */
const MOST_PICTURES = 60;

const ALLOWED_TAGS = [
  "p",
  "br",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "li",
  "dl",
  "dt",
  "dd",
  "blockquote",
  "pre",
  "strong",
  "b",
  "em",
  "i",
  "u",
  "s",
  "sub",
  "sup",
  "a",
  "img",
  "figure",
  "figcaption",
  "hr",
  "div",
  "section",
  "article",
  "span",
  "table",
  "caption",
  "thead",
  "tbody",
  "tfoot",
  "tr",
  "td",
  "th",
];

/**
 * Page HTML made harmless: no style, form, frame or script, and only addresses of the web. It stands in
 * a document of its own that loads nothing.
 */
const sanitised = (html: string): HTMLElement => {
  const harmless = DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ["href", "src", "alt", "colspan", "rowspan"],
    ALLOWED_URI_REGEXP: /^https?:/iu,
    // Numbers, no addresses: without this the rule above would drop them.
    ADD_URI_SAFE_ATTR: ["colspan", "rowspan"],
  });
  return new DOMParser().parseFromString(harmless, "text/html").body;
};

const dropEmpty = (root: HTMLElement): void => {
  for (const element of [...root.querySelectorAll("p, div, span, section")].reverse()) {
    if (element.children.length === 0 && (element.textContent ?? "").trim() === "")
      element.remove();
  }
};

/**
 * A clean copy of an article: sanitised, its pictures kept in the media store and named by hash. A
 * picture that cannot be had leaves its description.
 */
export const articleCopyOf = async (
  body: CapturedBody,
  keep: KeepPicture,
): Promise<ArticleCopy> => {
  const root = sanitised(body.html);
  const pictures: MediaFile[] = [];
  const images = [...root.querySelectorAll("img")];
  await Promise.all(
    images.map(async (image, index) => {
      const kept = index < MOST_PICTURES ? await keep(image.getAttribute("src") ?? "") : undefined;
      if (kept === undefined) {
        image.replaceWith(image.getAttribute("alt") ?? "");
        return;
      }
      pictures.push(v.parse(mediaFileSchema, kept));
      image.setAttribute("src", `media:${kept.hash}`);
    }),
  );
  dropEmpty(root);
  const unique = [...new Map(pictures.map((one) => [one.hash, one])).values()];
  return {
    html: root.innerHTML.slice(0, 2_000_000),
    text: body.text.slice(0, 1_000_000),
    pictures: unique,
  };
};
