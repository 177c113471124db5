import { strToU8, zipSync } from "fflate";
import {
  type OfficeCell,
  type OfficeDocument,
  type OfficeTable,
  writable,
} from "./office-document.ts";

/*
 * Our own writer of workbooks: a title, a head that stays in sight and comes again on every printed page,
 * A4, as wide as the page. Known libraries either have none of these or zip in workers made of blobs, which
 * an extension's page refuses.
 */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Rows above a sheet's own: its title, its column heads. */
const TITLE_ROWS = 2;
/** Characters that a cell can hold at most. */
const LONGEST_CELL = 32_767;

/** Styles by their place in styles.xml. */
const STYLE = { title: 1, head: 2, left: 3, center: 4, right: 5, number: 6, signed: 7 } as const;

const escaped = (text: string): string =>
  writable(text)
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");

/** The letters of a column, from 0: A, B … Z, AA. */
const lettersOf = (column: number): string => {
  const own = String.fromCharCode(65 + (column % 26));
  return column < 26 ? own : `${lettersOf(Math.floor(column / 26) - 1)}${own}`;
};

const cut = (text: string): string => {
  if (text.length <= LONGEST_CELL) return text;
  const kept = text.slice(0, LONGEST_CELL);
  return /[\uD800-\uDBFF]$/u.test(kept) ? kept.slice(0, -1) : kept;
};

const cellMarkup = (at: string, cell: OfficeCell, style: number): string => {
  if (cell === null || cell === "") return `<c r="${at}" s="${style}"/>`;
  return typeof cell === "number" && Number.isFinite(cell)
    ? `<c r="${at}" s="${style === STYLE.left ? STYLE.number : style}"><v>${cell}</v></c>`
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut(String(cell)))}</t></is></c>`;
};

const rowMarkup = (
  place: number,
  cells: readonly OfficeCell[],
  styleOf: (column: number) => number,
  height?: number,
): string => {
  const tall = height === undefined ? "" : ` ht="${height}" customHeight="1"`;
  const inside = cells
    .map((cell, column) => cellMarkup(`${lettersOf(column)}${place}`, cell, styleOf(column)))
    .join("");
  return `<row r="${place}"${tall}>${inside}</row>`;
};

/** Lines that a row's fullest cell takes; a program that opens the file does not count them by itself. */
const linesOfRow = (cells: readonly OfficeCell[], { columns }: OfficeTable): number =>
  Math.max(
    1,
    ...columns.map(({ width }, at) =>
      String(cells[at] ?? "")
        .split("\n")
        .reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].length / (width + 0.5))), 0),
    ),
  );

/** The height of a row in points, at most what a workbook allows; the usual one where it has a single line. */
const heightOfRow = (lines: number): number | undefined =>
  lines === 1 ? undefined : Math.min(400, lines * 16 + 4);

/** A Chinese character is as wide as two of the digits that a workbook counts widths in. */
const columnMarkup = ({ columns }: OfficeTable): string =>
  columns
    .map(
      ({ width }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${width * 2 + 2}" customWidth="1"/>`,
    )
    .join("");

const sheetMarkup = (
  table: OfficeTable,
  title: string,
  first: boolean,
  { signed, across }: OfficeDocument,
): string => {
  const { columns, rows } = table;
  const last = lettersOf(columns.length - 1);
  const body = rows
    .map((cells, at) =>
      rowMarkup(
        at + 1 + TITLE_ROWS,
        columns.map((_, column) => cells[column] ?? null),
        (column) => STYLE[columns[column]?.align ?? "left"],
        heightOfRow(linesOfRow(cells, table)),
      ),
    )
    .join("");
  // A blank row, then the line for signatures, as wide as the table.
  const foot = rows.length + TITLE_ROWS + 2;
  const signatures =
    signed === undefined
      ? ""
      : rowMarkup(
          foot,
          [signed.join("　　"), ...columns.slice(1).map(() => null)],
          () => STYLE.signed,
          32,
        );
  const merged = [`A1:${last}1`, ...(signed === undefined ? [] : [`A${foot}:${last}${foot}`])];
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"${first ? ' tabSelected="1"' : ""}><pane ySplit="${TITLE_ROWS}" topLeftCell="A${TITLE_ROWS + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>${columnMarkup(table)}</cols><sheetData>${rowMarkup(
    1,
    [title, ...columns.slice(1).map(() => null)],
    () => STYLE.title,
    32,
  )}${rowMarkup(
    2,
    columns.map(({ name }) => name),
    () => STYLE.head,
    22,
  )}${body}${signatures}</sheetData>${columns.length > 1 ? `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>` : ""}<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${across === true ? "landscape" : "portrait"}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
};

const font = (size: number, bold: boolean, name: string): string =>
  `<font>${bold ? "<b/>" : ""}<sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;

const style = (fontId: number, borderId: number, align: string, format = 49, wrap = true): string =>
  `<xf numFmtId="${format}" fontId="${fontId}" fillId="${fontId === 2 ? 2 : 0}" borderId="${borderId}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${align}" vertical="center"${wrap ? ' wrapText="1"' : ""}/></xf>`;

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3">${font(12, false, "SimSun")}${font(18, true, "SimHei")}${font(12, true, "SimSun")}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEDEDED"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("")}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="8"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${style(1, 0, "center", 49, false)}${style(2, 1, "center")}${style(0, 1, "left")}${style(0, 1, "center")}${style(0, 1, "right", 0)}${style(0, 1, "left", 0)}${style(0, 0, "left")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** A tab's name as every program takes it: 31 characters, none of its own signs, each once. */
const tabNames = (tables: readonly OfficeTable[]): readonly string[] => {
  const taken = new Set<string>();
  return tables.map(({ name }, at) => {
    const plain = writable(name)
      .replace(/[[\]:*?/\\'\n\t]/gu, " ")
      .trim();
    let tab = [...plain].slice(0, 25).join("") || `${at + 1}`;
    while (taken.has(tab.toLowerCase())) tab = `${tab.slice(0, 25)} ${at + 1}`;
    taken.add(tab.toLowerCase());
    return tab;
  });
};

/** Writes a workbook, one sheet a table. Nothing in it is ever a formula. */
export const writeXlsx = (document: OfficeDocument): Uint8Array => {
  const { tables, title } = document;
  const names = tabNames(tables);
  const parts: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${tables.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>${names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`).join("")}</sheets><definedNames>${names.map((name, at) => `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escaped(name)}'!$1:$${TITLE_ROWS}</definedName>`).join("")}</definedNames></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${tables.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join("")}<Relationship Id="rId${tables.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLES,
  };
  for (const [at, table] of tables.entries()) {
    parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetMarkup(
      table,
      tables.length === 1 ? title : `${title} ${table.name}`,
      at === 0,
      document,
    );
  }
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)])),
    { level: 6, mtime: "1980-01-01T12:00:00" },
  );
};
