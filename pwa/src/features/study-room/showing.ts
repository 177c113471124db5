import {
  type ArticleCopy,
  type Courseware,
  type DocumentForm,
  documentFormOf,
  type MediaFile,
} from "@dianbo/shared/courseware";

/** What the room can show of an office's files by itself. */
export type OfficeForm = Extract<DocumentForm, "docx" | "xlsx" | "pptx">;

/** Why an item cannot be shown; `lapsed` is in a folder that the browser lets be read only after a click. */
export type WhyNot = "missing" | "lapsed" | "link" | "other-program";

/** How an item is shown in the room, or why it cannot be. */
export type Showing =
  | { readonly type: "film"; readonly media: MediaFile }
  | { readonly type: "article"; readonly copy: ArticleCopy }
  | { readonly type: "pdf"; readonly media: MediaFile }
  | { readonly type: "picture"; readonly media: MediaFile }
  | { readonly type: "office"; readonly form: OfficeForm; readonly media: MediaFile }
  | { readonly type: "words"; readonly why: WhyNot };

const documentShowing = (media: MediaFile, opensFiles: boolean): Showing => {
  const form = documentFormOf(media);
  switch (form) {
    case "picture":
    case "pdf":
      return { type: form, media };
    case "docx":
    case "xlsx":
    case "pptx":
      return opensFiles ? { type: "office", form, media } : { type: "words", why: "other-program" };
    case "other-program":
      return { type: "words", why: "other-program" };
  }
};

/**
 * Decides from what is recorded; whether the file really lies there is seen when it is opened. A page from
 * file:// opens no files: what an office wrote is then for another program.
 */
export const showingOf = (item: Courseware, opensFiles = true): Showing => {
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
    case "document":
      return item.media == null
        ? { type: "words", why: "missing" }
        : documentShowing(item.media, opensFiles);
    case "link":
      return { type: "words", why: "link" };
  }
};
