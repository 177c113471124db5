import type { CivilDate } from "../clock/index.ts";
import type { BookForm } from "./book-form.ts";
import { type RowProblem, readRow, type TypedRow } from "./read-draft.ts";
import type { RowDraft } from "./write-ledger.ts";

/** Per column of a table: the book's column it is (`on` for the row's day); none for one that is passed over. */
export type LedgerColumns = readonly (string | undefined)[];

/** How a table was understood. */
export interface LedgerLayout {
  readonly columns: LedgerColumns;
  /** The row that names the columns, from 0; none where there is no such row. */
  readonly headerRow: number | undefined;
}

/** A row of a table as the book would take it. */
export interface MatchedRow {
  /** The table's own row, from 0. */
  readonly line: number;
  readonly typed: TypedRow;
  readonly read:
    | { readonly ok: true; readonly value: RowDraft }
    | { readonly ok: false; readonly error: RowProblem };
}

/** Rows among which the column heads are looked for. */
const HEADER_WITHIN = 12;

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s★*:：()（）]+/gu, "")
    .toLowerCase();

const DAY_HEADS = /^(?:日期|时间|登记日期|登记时间|day|date)$/u;

const likeness = (head: string, name: string): number => {
  if (head === "" || name === "") return 0;
  if (head === name) return 3;
  return head.length > 1 && (head.includes(name) || name.includes(head)) ? 1 : 0;
};

/** The best fitting column of the book for each head; each is given once, the surest first. */
const matchHeads = (form: BookForm, row: readonly string[]): LedgerColumns => {
  const heads = row.map(plain);
  const wanted = [
    { id: "on", names: [plain(form.dayName["zh-CN"]), plain(form.dayName.en ?? "")] },
    ...form.fields.map(({ id, name }) => ({
      id,
      names: [plain(name["zh-CN"]), plain(name.en ?? "")],
    })),
  ];
  const pairs = heads.flatMap((head, at) =>
    wanted.map(({ id, names }) => ({
      at,
      id,
      fit: Math.max(
        ...names.map((name) => likeness(head, name)),
        id === "on" && DAY_HEADS.test(head) ? 2 : 0,
      ),
    })),
  );
  pairs.sort((a, b) => b.fit - a.fit);
  const columns: (string | undefined)[] = heads.map(() => undefined);
  const given = new Set<string>();
  for (const { at, id, fit } of pairs) {
    if (fit === 0 || columns[at] !== undefined || given.has(id)) continue;
    columns[at] = id;
    given.add(id);
  }
  return columns;
};

/** Understands a table by the row that names most of the book's columns. */
export const ledgerLayout = (
  form: BookForm,
  rows: readonly (readonly string[])[],
): LedgerLayout => {
  let best: { columns: LedgerColumns; headerRow: number; count: number } | undefined;
  for (const [headerRow, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = matchHeads(form, row);
    const count = columns.filter((id) => id !== undefined).length;
    if (count >= 2 && count > (best?.count ?? 0)) best = { columns, headerRow, count };
  }
  if (best !== undefined) return { columns: best.columns, headerRow: best.headerRow };
  // Without heads the columns are taken in the book's own order: its day, then column by column.
  const width = Math.max(0, ...rows.map((row) => row.length));
  const order = ["on", ...form.fields.map(({ id }) => id)];
  return {
    columns: Array.from({ length: width }, (_, at) => order[at]),
    headerRow: undefined,
  };
};

const SUM_ROWS = /^(?:合计|小计|总计|本页|本月合计)/u;

/** 「〃」 and 「同上」 say what stands above them. */
const DITTO = /^(?:[〃″"]|'')$|^同上$/u;

/**
 * The rows of a table as the book would take them; empty rows, sums and heads that come again on a further page
 * are passed over, and a cell that says 「同上」 means the one above it.
 */
export const matchRows = (
  form: BookForm,
  rows: readonly (readonly string[])[],
  { columns, headerRow }: LedgerLayout,
  today: CivilDate,
): readonly MatchedRow[] => {
  const heads = headerRow === undefined ? undefined : rows[headerRow];
  const isHead = (row: readonly string[]): boolean =>
    heads !== undefined &&
    columns.every((id, at) => id === undefined || plain(row[at] ?? "") === plain(heads[at] ?? ""));
  const above: string[] = [];
  return rows.flatMap((row, line): readonly MatchedRow[] => {
    if (headerRow !== undefined && line <= headerRow) return [];
    if (isHead(row)) return [];
    const cells: Record<string, string> = {};
    let on = "";
    for (const [at, id] of columns.entries()) {
      const said = row[at] ?? "";
      const text = DITTO.test(said.trim()) ? (above[at] ?? "") : said;
      if (text.trim() !== "") above[at] = text;
      if (id === "on") on = text;
      else if (id !== undefined) cells[id] = text;
    }
    const said = Object.values(cells).filter((text) => text.trim() !== "");
    if (said.length === 0 || row.some((cell) => SUM_ROWS.test(cell.trim()))) return [];
    const typed = { on, cells };
    return [{ line, typed, read: readRow(form, typed, today) }];
  });
};
