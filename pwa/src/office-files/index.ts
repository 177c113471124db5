/** Tables, texts and slides of WPS and Office: read in a worker, written where somebody asks for them. */
export type { OfficeCell, OfficeDocument, OfficeFormat, OfficeTable } from "./office-document.ts";
export { readSlides } from "./read-slides.ts";
export { readTable } from "./read-table.ts";
export type { SlideShow } from "./slides.ts";
export type { TableFailure, TableFile } from "./table.ts";
export { escapeHtml, PAGE_STYLE, writeHtml } from "./write-html.ts";
export { openOfficeWriter, writeOfficeFile } from "./write-office-file.ts";
