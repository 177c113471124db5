import type { ArticleCopy, Courseware, MediaFile } from "@dianbo/shared/courseware";

/** How an item is shown in the room, or why it cannot be. */
export type Showing =
  | { readonly type: "film"; readonly media: MediaFile }
  | { readonly type: "article"; readonly copy: ArticleCopy }
  | { readonly type: "pdf"; readonly media: MediaFile }
  | { readonly type: "picture"; readonly media: MediaFile }
  | { readonly type: "words"; readonly why: "missing" | "link" | "office-file" | "no-pdf" };

/** Decides from what is recorded; whether the file really lies there is seen when it is opened. */
export const showingOf = (item: Courseware, browserShowsPdf: boolean): Showing => {
  switch (item.kind) {
    case "video":
    case "film":
    case "audio":
      return item.media == null
        ? { type: "words", why: "missing" }
        : { type: "film", media: item.media };
    case "article":
      return item.article == null
        ? { type: "words", why: "missing" }
        : { type: "article", copy: item.article };
    case "document": {
      if (item.media == null) return { type: "words", why: "missing" };
      if (/^image\//u.test(item.media.mime)) return { type: "picture", media: item.media };
      const pdf = item.media.mime === "application/pdf" || /\.pdf$/iu.test(item.media.name);
      if (!pdf) return { type: "words", why: "office-file" };
      return browserShowsPdf
        ? { type: "pdf", media: item.media }
        : { type: "words", why: "no-pdf" };
    }
    case "link":
      return { type: "words", why: "link" };
  }
};
