import { err, ok, type Result } from "@dianbo/shared/result";
import { readTable } from "../../../../office-files/index.ts";
import type { OfficeForm } from "../../showing.ts";

/** Why an office's file is not shown. */
type NotShown = { readonly type: "not-shown" };

/** More rows are no table for a wall; more columns do not fit beside each other at three metres. */
const MOST_ROWS = 1_000;
const MOST_COLUMNS = 7;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/gu, (sign) => `&#${sign.codePointAt(0)};`).replace(/\n/gu, "<br>");

const tableOf = (rows: readonly (readonly string[])[], columns: readonly number[]): string =>
  `<table>${rows
    .map((row, at) => {
      const tag = at === 0 ? "th" : "td";
      const cells = columns.map((column) => `<${tag}>${escaped(row[column] ?? "")}</${tag}>`);
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("")}</table>`;

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

const workbookHtml = async (file: Blob): Promise<Result<string, NotShown>> => {
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
        .map((columns) => tableOf(shown, columns))
        .join("<br>")
    );
  });
  return ok(parts.join(""));
};

/** A style sheet without anything that would be fetched. */
const withoutAddresses = (css: string): string =>
  css
    .replace(/@import[^;]*;?/giu, "")
    .replace(/url\(\s*(?!["']?data:)[^)]*\)/giu, "none")
    .replace(/<\/style/giu, "");

const wordHtml = async (file: Blob): Promise<Result<string, NotShown>> => {
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
  return ok(`<style>${withoutAddresses(css)}</style>${withoutAddresses(html)}`);
};

/** An office's file as sanitised HTML, for a frame that runs no scripts. Fetched with the first such file. */
export const officeHtml = (file: Blob, form: OfficeForm): Promise<Result<string, NotShown>> => {
  switch (form) {
    case "docx":
      return wordHtml(file);
    case "xlsx":
      return workbookHtml(file);
  }
};
