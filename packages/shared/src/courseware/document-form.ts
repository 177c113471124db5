import type { MediaFile } from "./courseware.ts";

/**
 * How a file that is read and not played is shown: as a picture, a PDF, a Word file, a table, slides; or not
 * by us, so that another program of the PC opens it.
 */
export type DocumentForm = "picture" | "pdf" | "docx" | "xlsx" | "pptx" | "other-program";

/** By the name's ending first: portals hand many a file out as a mere stream of bytes. */
export const documentFormOf = ({ name, mime }: Pick<MediaFile, "name" | "mime">): DocumentForm => {
  if (/^image\//u.test(mime)) return "picture";
  if (mime === "application/pdf" || /\.pdf$/iu.test(name)) return "pdf";
  if (/\.docx$/iu.test(name) || mime.endsWith("wordprocessingml.document")) return "docx";
  // The reader knows tables of many ages: .csv, and pages that call themselves .xls.
  if (/\.(?:xlsx|xls|et|csv|tsv)$/iu.test(name) || mime.endsWith("spreadsheetml.sheet")) {
    return "xlsx";
  }
  const slides =
    /\.(?:pptx|ppsx|pptm|ppsm)$/iu.test(name) ||
    /presentationml\.(?:presentation|slideshow)$/u.test(mime);
  return slides ? "pptx" : "other-program";
};
