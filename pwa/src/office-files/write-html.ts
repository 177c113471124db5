import type { Language } from "@dianbo/shared/language";
import {
  type OfficeCell,
  type OfficeDocument,
  type OfficeTable,
  writable,
} from "./office-document.ts";

/** Text as it stands in a page, between tags and in attributes. */
export const escapeHtml = (text: string): string =>
  writable(text)
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");

/**
 * What a page looks like on screen and on A4; fonts that come with Windows, WPS and the Chinese systems. The
 * heads of a table come again on each sheet, and no row is cut in two.
 */
export const PAGE_STYLE = `
body{margin:0;background:#eceae4;color:#000;font:11pt/1.5 "SimSun","Songti SC","Noto Serif CJK SC",serif}
.sheet{box-sizing:border-box;max-width:210mm;margin:6mm auto;padding:14mm 12mm;background:#fff}
.across .sheet{max-width:297mm}
h1{margin:0 0 3mm;font:700 18pt/1.3 "SimHei","Heiti SC","Noto Sans CJK SC",sans-serif;text-align:center}
h2{margin:5mm 0 2mm;font:700 13pt/1.4 "SimHei","Heiti SC","Noto Sans CJK SC",sans-serif}
p{margin:0 0 2mm;white-space:pre-line}
.lines{margin-bottom:3mm}
table{width:100%;border-collapse:collapse;table-layout:fixed}
th,td{padding:1.2mm;border:.5pt solid #000;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}
th{font-family:"SimHei","Heiti SC","Noto Sans CJK SC",sans-serif}
.right{text-align:right}.center{text-align:center}
tr{break-inside:avoid}thead{display:table-header-group}
.struck td{text-decoration:line-through}
.foot{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4mm 8mm;margin-top:7mm;break-inside:avoid}
a{color:inherit}
@media print{body{background:none}.sheet{max-width:none;margin:0;padding:0}.sheet+.sheet{break-before:page}}
`;

const shown = (cell: OfficeCell | undefined): string =>
  cell === undefined || cell === null ? "" : escapeHtml(String(cell));

const tableMarkup = ({ columns, rows, struck = [] }: OfficeTable): string => {
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const alignOf = (at: number): string => {
    const align = columns[at]?.align ?? "left";
    return align === "left" ? "" : ` class="${align}"`;
  };
  const widths = columns
    .map(({ width }) => `<col style="width:${((width / all) * 100).toFixed(2)}%">`)
    .join("");
  const heads = columns.map(({ name }) => `<th scope="col">${escapeHtml(name)}</th>`).join("");
  const body = rows
    .map((cells, place) => {
      const inside = columns.map((_, at) => `<td${alignOf(at)}>${shown(cells[at])}</td>`).join("");
      return `<tr${struck.includes(place) ? ' class="struck"' : ""}>${inside}</tr>`;
    })
    .join("\n");
  return `<table><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>\n${body}\n</tbody></table>`;
};

const paragraphs = (lines: readonly string[], kind: string): string =>
  lines.length === 0
    ? ""
    : `<div class="${kind}">${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join("")}</div>`;

/**
 * Writes a document as a page of its own that opens by double click and prints on A4: no script, nothing from
 * elsewhere, and its own rule that forbids both. The same rows as in the workbook.
 */
export const writeHtml = (document: OfficeDocument, language: Language): string => {
  const { title, lines, tables, foot, signed = [], across = false, sheets = false } = document;
  const head = `<h1>${escapeHtml(title)}</h1>${paragraphs(lines, "lines")}`;
  const end = `${paragraphs(foot, "end")}${
    signed.length === 0
      ? ""
      : `<p class="foot">${signed.map((one) => `<span>${escapeHtml(one)}</span>`).join("")}</p>`
  }`;
  const parts = tables.map(
    (table) =>
      `${tables.length === 1 && !sheets ? "" : `<h2>${escapeHtml(table.name)}</h2>`}${tableMarkup(table)}`,
  );
  const bodies = sheets ? parts : [parts.join("\n")];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>@page{size:${across ? "A4 landscape" : "A4"};margin:14mm 12mm}${PAGE_STYLE}</style></head>
<body${across ? ' class="across"' : ""}>
${bodies.map((body) => `<section class="sheet">${head}\n${body}\n${end}</section>`).join("\n")}
</body></html>
`;
};
