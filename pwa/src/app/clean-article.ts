import { type ArticleCopy, mediaHashSchema } from "@dianbo/shared/courseware";
import * as v from "valibot";
import type { MediaStore } from "../storage/index.ts";

/** An article made safe and ready to be set into pages. */
export interface CleanArticle {
  readonly html: string;
  /** `blob:` URLs of its pictures, to be let go with the article. */
  readonly urls: readonly string[];
}

const MEDIA = "media:";
/** A picture that travels within the text on a stick; drawn pictures (SVG) are text of their own and stay out. */
const WITHIN = /^data:image\/(?:png|jpeg|webp|gif|bmp);base64,/u;

/**
 * Sanitises a stored copy once more (rows may come from elsewhere) and puts the kept pictures in. No
 * address of any kind survives but `media:<hash>`, so that a page of an article never asks the network; on a
 * stick, which has no store, pictures stand within the text.
 */
export const cleanArticle = async (
  copy: ArticleCopy,
  media: MediaStore,
  isOnStick = false,
): Promise<CleanArticle> => {
  const { default: DOMPurify } = await import("dompurify");
  const fragment = DOMPurify.sanitize(copy.html, {
    RETURN_DOM_FRAGMENT: true,
    USE_PROFILES: { html: true },
    FORBID_TAGS: [
      "style",
      "form",
      "input",
      "button",
      "select",
      "textarea",
      "video",
      "audio",
      "source",
      "a",
    ],
    FORBID_ATTR: [
      "style",
      "class",
      "id",
      "srcset",
      "width",
      "height",
      "align",
      "color",
      "bgcolor",
      "href",
    ],
    ALLOWED_URI_REGEXP: /^media:[0-9a-f]{64}$/u,
    KEEP_CONTENT: true,
  });
  // The sanitiser's own document is inert: nothing in it loads or runs.
  const body = fragment.ownerDocument.createElement("div");
  body.append(fragment);
  const urls: string[] = [];
  for (const picture of body.querySelectorAll("img")) {
    const source = picture.getAttribute("src") ?? "";
    if (isOnStick && WITHIN.test(source)) continue;
    const hash = v.safeParse(
      mediaHashSchema,
      source.startsWith(MEDIA) ? source.slice(MEDIA.length) : "",
    );
    const opened = hash.success ? await media.open(hash.output) : undefined;
    if (opened?.ok !== true) {
      picture.remove();
      continue;
    }
    const url = URL.createObjectURL(opened.value);
    urls.push(url);
    picture.setAttribute("src", url);
  }
  return { html: body.innerHTML, urls };
};
