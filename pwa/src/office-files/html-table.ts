import type { Result } from "@dianbo/shared/result";
import { scanMarkup } from "./markup.ts";
import {
  type Grid,
  guarded,
  makeGrid,
  TABLE_LIMITS,
  type TableFailure,
  type TableFile,
  TableRefused,
} from "./table.ts";

/** Whether a text is markup with a table in it: what WPS and Excel put on the clipboard, or an .xls that is a page. */
export const holdsHtmlTable = (text: string): boolean => /<table[\s>]/iu.test(text);

const spanOf = (value: string | undefined): number => {
  const span = Number(value ?? "1");
  return Number.isInteger(span) && span >= 1 ? Math.min(span, 1000) : 1;
};

/** One table being read: where the next cell stands, and which places cells above still hold. */
interface Open {
  readonly grid: Grid;
  /** Columns that a cell from above reaches into, with the first row that is free again. */
  readonly held: Map<number, number>;
  readonly fills: (readonly [row: number, column: number, last: number])[];
  row: number;
  column: number;
  cell: string | undefined;
  span: number;
}

/** Reads every table of a page; each one is a sheet. */
export const readHtmlTables = (text: string): Result<TableFile, TableFailure> =>
  guarded(() => {
    const grids: Grid[] = [];
    const open: Open[] = [];
    const endCell = (table: Open): void => {
      if (table.cell === undefined) return;
      table.grid.put(table.row, table.column, table.cell);
      table.column += table.span;
      table.cell = undefined;
    };
    const startCell = (table: Open, columns: number, rows: number): void => {
      endCell(table);
      if (table.row < 0) table.row = 0;
      while ((table.held.get(table.column) ?? 0) > table.row) table.column += 1;
      if (table.column >= TABLE_LIMITS.columns) {
        throw new TableRefused({ type: "too-many-columns", limit: TABLE_LIMITS.columns });
      }
      table.cell = "";
      table.span = columns;
      if (rows <= 1) return;
      const last = table.row + rows - 1;
      table.fills.push([table.row, table.column, last]);
      for (let at = 0; at < Math.min(columns, TABLE_LIMITS.columns); at += 1)
        table.held.set(table.column + at, last + 1);
    };
    const endTable = (): void => {
      const table = open.pop();
      if (table === undefined) return;
      endCell(table);
      for (const [row, column, last] of table.fills) table.grid.fillDown(row, column, last);
      grids.push(table.grid);
    };
    scanMarkup(text, {
      open: (name, attribute) => {
        const table = open.at(-1);
        if (name === "table") {
          open.push({
            grid: makeGrid(),
            held: new Map(),
            fills: [],
            row: -1,
            column: 0,
            cell: undefined,
            span: 1,
          });
        } else if (table === undefined) return;
        else if (name === "tr") {
          endCell(table);
          table.row += 1;
          table.column = 0;
        } else if (name === "td" || name === "th") {
          startCell(table, spanOf(attribute("colspan")), spanOf(attribute("rowspan")));
        } else if ((name === "br" || name === "p") && table.cell !== undefined) {
          if (table.cell.trim() !== "") table.cell += "\n";
        }
      },
      close: (name) => {
        const table = open.at(-1);
        if (name === "table") endTable();
        else if ((name === "td" || name === "th" || name === "tr") && table !== undefined) {
          endCell(table);
        }
      },
      text: (words) => {
        const table = open.at(-1);
        // A line break of the page's source is a space on the page.
        if (table?.cell !== undefined) table.cell += words.replace(/[\r\n]+\s*/gu, " ");
      },
    });
    while (open.length > 0) endTable();
    const filled = grids.filter((grid) => grid.rows().length > 0);
    return { sheets: filled.map((grid) => ({ name: "", rows: grid.rows() })) };
  });
