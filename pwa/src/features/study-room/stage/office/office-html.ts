import { SNIFF_BYTES, sniffFile } from "@dianbo/shared/clip";
import { err, ok, type Result } from "@dianbo/shared/result";
import { readSlides, readTable } from "../../../../office-files/index.ts";
import type { OfficeForm } from "../../showing.ts";
import { escaped, tableOf } from "./markup-of.ts";
import type { OfficePage } from "./office-page.ts";
import { slidesHtml } from "./slides-html.ts";

/** Why an office's file is not shown: it is broken, or it is one of before 2007 or with a password, for WPS. */
type NotShown = { readonly type: "not-shown" | "other-program" };

const plainPage = (html: string): OfficePage => ({ html, release: () => undefined });

/** More rows are no table for a wall; more columns do not fit beside each other at three metres. */
const MOST_ROWS = 1_000;
const MOST_COLUMNS = 7;

/** A wide table in pieces, each with the first column again: it says what the rows are. */
const columnGroups = (count: number): readonly (readonly number[])[] => {
  if (count <= MOST_COLUMNS) return [Array.from({ length: count }, (_, column) => column)];
  const groups: number[][] = [];
  for (let from = 1; from < count; from += MOST_COLUMNS - 1) {
    const size = Math.min(MOST_COLUMNS - 1, count - from);
    groups.push([0, ...Array.from({ length: size }, (_, at) => from + at)]);
  }
  return groups;
};

const workbookHtml = async (file: Blob): Promise<Result<OfficePage, NotShown>> => {
  const read = await readTable(file);
  if (!read.ok) return err({ type: "not-shown" });
  const sheets = read.value.sheets.filter(({ rows }) => rows.length > 0);
  let left = MOST_ROWS;
  const parts = sheets.map(({ name, rows }) => {
    const shown = rows.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) return "";
    const heading = sheets.length > 1 && name !== "" ? `<h2>${escaped(name)}</h2>` : "";
    const width = Math.max(...shown.map(({ length }) => length));
    return (
      heading +
      columnGroups(width)
        .map((columns) => tableOf(shown.map((row) => columns.map((column) => row[column] ?? ""))))
        .join("<br>")
    );
  });
  return ok(plainPage(parts.join("")));
};

/** A style sheet without anything that would be fetched. */
const withoutAddresses = (css: string): string =>
  css
    .replace(/@import[^;]*;?/giu, "")
    .replace(/url\(\s*(?!["']?data:)[^)]*\)/giu, "none")
    .replace(/<\/style/giu, "");

const wordHtml = async (file: Blob): Promise<Result<OfficePage, NotShown>> => {
  const [{ renderAsync }, { default: DOMPurify }] = await Promise.all([
    import("docx-preview"),
    import("dompurify"),
  ]);
  const body = document.createElement("div");
  const styles = document.createElement("div");
  try {
    await renderAsync(file, body, styles, {
      className: "docx",
      inWrapper: false,
      ignoreWidth: true,
      ignoreHeight: true,
      ignoreFonts: true,
      breakPages: false,
      ignoreLastRenderedPageBreak: true,
      renderHeaders: false,
      renderFooters: false,
      renderAltChunks: false,
      useBase64URL: true,
    });
  } catch {
    return err({ type: "not-shown" });
  }
  const css = [...styles.querySelectorAll("style")]
    .map(({ textContent }) => textContent)
    .join("\n");
  const html = DOMPurify.sanitize(body.innerHTML, {
    USE_PROFILES: { html: true, svg: true, mathMl: true },
    FORBID_TAGS: ["form", "input", "button", "select", "textarea", "video", "audio", "iframe", "a"],
    FORBID_ATTR: ["href", "srcset", "id"],
    ALLOWED_URI_REGEXP: /^data:image\//iu,
    KEEP_CONTENT: true,
  });
  if (html.replace(/<(?!img)[^>]*>/giu, "").trim() === "") return err({ type: "not-shown" });
  return ok(plainPage(`<style>${withoutAddresses(css)}</style>${withoutAddresses(html)}`));
};

const presentationHtml = async (file: Blob): Promise<Result<OfficePage, NotShown>> => {
  const read = await readSlides(file);
  return read.ok ? ok(slidesHtml(read.value)) : err({ type: "not-shown" });
};

/** The files of before 2007, and those with a password, whatever their name says. */
const isForWps = async (file: Blob): Promise<boolean> => {
  const head = await file
    .slice(0, SNIFF_BYTES)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0));
  return sniffFile(new Uint8Array(head)) === "ole";
};

/** An office's file as sanitised HTML, for a frame that runs no scripts. Fetched with the first such file. */
export const officeHtml = async (
  file: Blob,
  form: OfficeForm,
): Promise<Result<OfficePage, NotShown>> => {
  if (await isForWps(file)) return err({ type: "other-program" });
  switch (form) {
    case "docx":
      return wordHtml(file);
    case "xlsx":
      return workbookHtml(file);
    case "pptx":
      return presentationHtml(file);
  }
};
