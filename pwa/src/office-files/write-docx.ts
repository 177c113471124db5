import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  type IRunOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import {
  type OfficeCell,
  type OfficeDocument,
  type OfficeTable,
  writable,
} from "./office-document.ts";

/** A4 with margins of 20 mm, in twentieths of a point. */
const PAGE = { width: 11_906, height: 16_838, margin: 1_134 };
const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Sizes in half points. */
const SIZE = { title: 44, heading: 32, body: 24 };

/** Notices in Chinese: bold type for titles, Song for the body; both come with Windows and with WPS. */
const TITLE_FONT = { ascii: "Arial", hAnsi: "Arial", eastAsia: "SimHei" };
const BODY_FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "SimSun" };

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const runs = (text: string, options: IRunOptions = {}): TextRun[] =>
  writable(text)
    .split("\n")
    .map((line, at) => new TextRun({ ...options, text: line, ...(at > 0 ? { break: 1 } : {}) }));

const cellOf = (
  cell: OfficeCell,
  width: number,
  align: keyof typeof ALIGN,
  head: boolean,
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(head ? { shading: { fill: "EDEDED" } } : {}),
    children: [
      new Paragraph({
        alignment: ALIGN[align],
        children: runs(cell === null ? "" : String(cell), { bold: head }),
      }),
    ],
  });

const tableOf = ({ columns, rows }: OfficeTable, textWidth: number): Table => {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((textWidth * width) / total));
  const row = (cells: readonly OfficeCell[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map(({ align }, at) =>
        cellOf(cells[at] ?? null, widths[at] ?? 0, head ? "center" : align, head),
      ),
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ name }) => name),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
};

/** Writes a text document for WPS and Word: the title, then every table with its heading. */
export const writeDocx = async (document: OfficeDocument): Promise<Uint8Array> => {
  const { title, lines, tables, foot, signed = [], across = false } = document;
  const textWidth = across ? PAGE.height - 2 * PAGE.margin : TEXT_WIDTH;
  const plain = (text: string, alignment: keyof typeof ALIGN): Paragraph =>
    new Paragraph({ alignment: ALIGN[alignment], children: runs(text) });
  const file = new Document({
    creator: "",
    title: writable(title),
    styles: {
      default: {
        document: {
          run: { font: BODY_FONT, size: SIZE.body },
          paragraph: { spacing: { line: 300 } },
        },
        title: { run: { font: TITLE_FONT, size: SIZE.title, bold: true } },
        heading1: {
          run: { font: TITLE_FONT, size: SIZE.heading, bold: true },
          paragraph: { spacing: { before: 280, after: 120 }, keepNext: true },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: PAGE.width,
              height: PAGE.height,
              orientation: across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: PAGE.margin,
              right: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.margin,
            },
          },
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            children: runs(title),
          }),
          ...lines.map((line) => plain(line, "center")),
          ...tables.flatMap((table) => [
            new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(table.name) }),
            tableOf(table, textWidth),
          ]),
          ...foot.map((line) => plain(line, "right")),
          ...(signed.length === 0 ? [] : [plain(signed.join("　　"), "left")]),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
};
