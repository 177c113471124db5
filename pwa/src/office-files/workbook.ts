import type { Result } from "@dianbo/shared/result";
import { err } from "@dianbo/shared/result";
import { readContainer } from "@dianbo/shared/sharing";
import { scanMarkup } from "./markup.ts";
import { builtInFormat, showNumber } from "./number-format.ts";
import {
  guarded,
  makeGrid,
  TABLE_LIMITS,
  type TableFailure,
  type TableFile,
  type TableSheet,
} from "./table.ts";

/** Parts of a workbook that are read; pictures, charts and macros are never unpacked. */
const READ =
  /^xl\/(workbook\.xml|styles\.xml|sharedstrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/iu;
const ENTRIES = 20_000;

type Parts = ReadonlyMap<string, string>;

/** Characters that XML cannot hold are written `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-F]{4})_/giu, (_, code: string) => {
        const character = String.fromCharCode(Number.parseInt(code, 16));
        return character === "\r" ? "" : character;
      })
    : text;

/** The texts that cells refer to by number; readings above characters (`rPh`) are not part of them. */
const sharedTexts = (xml: string): readonly string[] => {
  const texts: string[] = [];
  let current: string | undefined;
  let inText = false;
  let reading = false;
  scanMarkup(xml, {
    open: (name) => {
      if (name === "si") current = "";
      if (name === "rph") reading = true;
      if (name === "t") inText = true;
    },
    close: (name) => {
      if (name === "t") inText = false;
      if (name === "rph") reading = false;
      if (name !== "si") return;
      texts.push(unescaped(current ?? ""));
      current = undefined;
    },
    text: (text) => {
      if (inText && !reading && current !== undefined) current += text;
    },
  });
  return texts;
};

/** The number format of each cell style, by the style's place. */
const formatsOf = (xml: string): readonly (string | undefined)[] => {
  const named = new Map<number, string>();
  const styles: (string | undefined)[] = [];
  let inCells = false;
  scanMarkup(xml, {
    open: (name, attribute) => {
      if (name === "numfmt")
        named.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      if (name === "cellxfs") inCells = true;
      if (name === "xf" && inCells) {
        const id = Number(attribute("numFmtId") ?? "0");
        styles.push(named.get(id) ?? builtInFormat(id));
      }
    },
    close: (name) => {
      if (name === "cellxfs") inCells = false;
    },
    text: () => undefined,
  });
  return styles;
};

/** `AB12` as row 11 and column 27. */
const placeOf = (
  reference: string,
): { readonly row: number; readonly column: number } | undefined => {
  const match = /^\$?([A-Z]{1,3})\$?([0-9]{1,7})$/iu.exec(reference);
  if (match === null) return undefined;
  let column = 0;
  for (const letter of (match[1] ?? "").toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
};

interface Book {
  readonly texts: readonly string[];
  readonly formats: readonly (string | undefined)[];
  readonly from1904: boolean;
}

/** What a person sees in a cell of this type with this value. */
const shown = (book: Book, type: string, value: string, style: string | undefined): string => {
  switch (type) {
    case "s":
      return book.texts[Number(value)] ?? "";
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "n":
      return value === ""
        ? ""
        : showNumber(Number(value), book.formats[Number(style ?? "0")], book.from1904);
    default:
      return unescaped(value);
  }
};

const readSheet = (xml: string, book: Book): TableSheet["rows"] => {
  const grid = makeGrid();
  const merges: string[] = [];
  let row = -1;
  let column = -1;
  let type = "n";
  let style: string | undefined;
  let value: string | undefined;
  let taking = false;
  let reading = false;
  scanMarkup(xml, {
    open: (name, attribute) => {
      switch (name) {
        case "row": {
          const given = Number(attribute("r"));
          row = Number.isInteger(given) && given > 0 ? given - 1 : row + 1;
          column = -1;
          return;
        }
        case "c": {
          const place = placeOf(attribute("r") ?? "");
          row = place?.row ?? row;
          column = place?.column ?? column + 1;
          type = attribute("t") ?? "n";
          style = attribute("s");
          value = "";
          return;
        }
        case "v":
        case "t":
          taking = true;
          return;
        case "rph":
          reading = true;
          return;
        case "mergecell":
          merges.push(attribute("ref") ?? "");
          return;
      }
    },
    close: (name) => {
      if (name === "v" || name === "t") taking = false;
      if (name === "rph") reading = false;
      if (name !== "c" || value === undefined) return;
      grid.put(row, column, shown(book, type, value, style));
      value = undefined;
    },
    text: (text) => {
      if (taking && !reading && value !== undefined) value += text;
    },
  });
  for (const merge of merges) {
    const [from, to] = merge.split(":").map(placeOf);
    if (from !== undefined && to !== undefined) grid.fillDown(from.row, from.column, to.row);
  }
  return grid.rows();
};

/** The sheets that a person sees, in the order of their tabs, with the part each one is kept in. */
const sheetsOf = (
  parts: Parts,
): { readonly book: { from1904: boolean }; readonly tabs: { name: string; part: string }[] } => {
  const targets = new Map<string, string>();
  scanMarkup(parts.get("xl/_rels/workbook.xml.rels") ?? "", {
    open: (name, attribute) => {
      if (name !== "relationship") return;
      const target = attribute("Target") ?? "";
      targets.set(attribute("Id") ?? "", target.startsWith("/") ? target.slice(1) : `xl/${target}`);
    },
    close: () => undefined,
    text: () => undefined,
  });
  const book = { from1904: false };
  const tabs: { name: string; part: string }[] = [];
  scanMarkup(parts.get("xl/workbook.xml") ?? "", {
    open: (name, attribute) => {
      if (name === "workbookpr") book.from1904 = /^(1|true)$/iu.test(attribute("date1904") ?? "");
      if (name !== "sheet" || (attribute("state") ?? "visible") !== "visible") return;
      const part = targets.get(attribute("r:id") ?? attribute("id") ?? "");
      if (part !== undefined && tabs.length < TABLE_LIMITS.sheets) {
        tabs.push({ name: attribute("name") ?? "", part: part.toLowerCase() });
      }
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { book, tabs };
};

/** Reads an .xlsx workbook: every visible sheet, each cell as a person sees it. */
export const readWorkbook = (bytes: Uint8Array): Result<TableFile, TableFailure> => {
  const unpacked = readContainer(
    bytes,
    {
      packedBytes: TABLE_LIMITS.bytes,
      unpackedBytes: TABLE_LIMITS.unpackedBytes,
      entries: ENTRIES,
    },
    (name) => READ.test(name),
  );
  if (!unpacked.ok) {
    return err(
      unpacked.error.type === "package-too-large"
        ? { type: "table-too-large", limit: unpacked.error.limit }
        : { type: "table-damaged" },
    );
  }
  const parts = new Map<string, string>();
  for (const [name, content] of unpacked.value) {
    parts.set(name.toLowerCase(), new TextDecoder().decode(content));
  }
  if (!parts.has("xl/workbook.xml")) return err({ type: "not-a-table" });
  return guarded(() => {
    const { book, tabs } = sheetsOf(parts);
    const content: Book = {
      texts: sharedTexts(parts.get("xl/sharedstrings.xml") ?? ""),
      formats: formatsOf(parts.get("xl/styles.xml") ?? ""),
      from1904: book.from1904,
    };
    return {
      sheets: tabs
        .map(({ name, part }) => ({ name, rows: readSheet(parts.get(part) ?? "", content) }))
        .filter(({ rows }) => rows.length > 0),
    };
  });
};
