import type { ArticleCopy, Courseware, MediaFile } from "@dianbo/shared/courseware";

/** What the room can show of an office's files by itself. */
export type OfficeForm = "docx" | "xlsx";

/** How an item is shown in the room, or why it cannot be. */
export type Showing =
  | { readonly type: "film"; readonly media: MediaFile }
  | { readonly type: "article"; readonly copy: ArticleCopy }
  | { readonly type: "pdf"; readonly media: MediaFile }
  | { readonly type: "picture"; readonly media: MediaFile }
  | { readonly type: "office"; readonly form: OfficeForm; readonly media: MediaFile }
  | { readonly type: "words"; readonly why: "missing" | "link" | "other-program" };

const PDF = "application/pdf";

/** By the name's ending first: portals hand many a file out as a mere stream of bytes. */
const officeFormOf = ({ name, mime }: MediaFile): OfficeForm | undefined => {
  if (/\.docx$/iu.test(name) || mime.endsWith("wordprocessingml.document")) return "docx";
  // The reader knows tables of many ages: .xls of WPS, .csv, and pages that call themselves .xls.
  const table = /\.(xlsx|xls|et|csv|tsv)$/iu.test(name) || mime.endsWith("spreadsheetml.sheet");
  return table ? "xlsx" : undefined;
};

const documentShowing = (media: MediaFile, opensFiles: boolean): Showing => {
  if (/^image\//u.test(media.mime)) return { type: "picture", media };
  if (media.mime === PDF || /\.pdf$/iu.test(media.name)) return { type: "pdf", media };
  const form = officeFormOf(media);
  return form === undefined || !opensFiles
    ? { type: "words", why: "other-program" }
    : { type: "office", form, media };
};

/**
 * Decides from what is recorded; whether the file really lies there is seen when it is opened. A page from
 * file:// opens no files: Word and tables are then for another program.
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
