import { readCategoryCell, readDateCell, readMinutesCell, readNumberCell } from "./read-cell.ts";

/** What a column of a site's old list can mean; every other column is passed over. */
export const COLUMN_MEANINGS = [
  "title",
  "number",
  "category",
  "minutes",
  "publisher",
  "publishedAt",
  "audience",
  "place",
  "note",
] as const;
/** What a column of a site's old list means; see `COLUMN_MEANINGS`. */
export type ColumnMeaning = (typeof COLUMN_MEANINGS)[number];

/** The meaning of each column from the left; none for a column that is passed over. */
export type ColumnMatch = readonly (ColumnMeaning | undefined)[];

/** How a table was understood. */
export interface TableLayout {
  readonly columns: ColumnMatch;
  /** The row that names the columns, counted from 0; none where the table begins with its rows. */
  readonly headerRow: number | undefined;
}

/**
 * Words at the head of a column, as offices write them, surest first. 序号 counts the lines of one
 * table and is no number of the book.
 */
const HEADER_WORDS: readonly (readonly [ColumnMeaning | "passed-over", RegExp])[] = [
  ["passed-over", /^(?:序号|序|排序|no\.?|#|点播次数|次数)$/iu],
  ["number", /(?:节目|点播|课件|资源|片)?(?:编号|号码|代码)$|节目号|点播号|^(?:编码|号)$/u],
  ["minutes", /时长|片长|分钟|时间[(（]?分|长度/u],
  ["category", /类别|分类|类型|栏目|板块|所属类/u],
  ["publishedAt", /日期|时间|年份/u],
  ["audience", /对象|适合|适用|受众/u],
  ["place", /存放|存储|保管|位置|地点|碟|盘号|光盘|在哪/u],
  ["publisher", /来源|出处|出品|制作|发布单位|单位|作者/u],
  ["title", /名称|片名|标题|题目|课件名|节目名|资源名|内容|课件|节目/u],
  ["note", /备注|说明|简介/u],
];

/** Rows among which the column heads are looked for: titles and dates of the paper stand above them. */
const HEADER_WITHIN = 12;
/** Rows whose cells tell what a column without a head means. */
const SAMPLE = 60;

const meaningOfHead = (cell: string): ColumnMeaning | "passed-over" | undefined => {
  const head = cell.normalize("NFKC").replace(/[\s★*：:]+/gu, "");
  if (head === "" || head.length > 14) return undefined;
  return HEADER_WORDS.find(([, words]) => words.test(head))?.[0];
};

/** Each meaning stands once: a second 「名称」 is passed over. */
const once = (columns: ColumnMatch): ColumnMatch =>
  columns.map((meaning, at) => (columns.indexOf(meaning) === at ? meaning : undefined));

const headOf = (row: readonly string[]): ColumnMatch | undefined => {
  const meanings = row.map(meaningOfHead);
  const told = new Set(meanings.filter((meaning) => meaning !== undefined));
  // One word alone is more often the paper's title than its head.
  if (told.size < 2 || !told.has("title")) return undefined;
  return once(meanings.map((meaning) => (meaning === "passed-over" ? undefined : meaning)));
};

const share = (cells: readonly string[], fits: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(fits).length / cells.length;

/** Whether the cells count 1, 2, 3…: a column of the table's own lines. */
const countsLines = (cells: readonly string[]): boolean =>
  cells.length > 1 &&
  cells.every((cell, at) => at === 0 || Number(cell) === Number(cells[at - 1]) + 1) &&
  Number(cells[0]) <= 1;

/** Columns told by what stands in them, where no row names them. */
const guessByCells = (rows: readonly (readonly string[])[]): ColumnMatch => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns: (ColumnMeaning | undefined)[] = [];
  let longest = { at: -1, length: 0 };
  for (let at = 0; at < width; at += 1) {
    const cells = rows.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
    const letters = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
    if (countsLines(cells)) columns.push(undefined);
    else if (share(cells, (cell) => readNumberCell(cell) !== undefined) > 0.8)
      columns.push("number");
    else if (share(cells, (cell) => readCategoryCell(cell) !== undefined) > 0.8) {
      columns.push("category");
    } else if (share(cells, (cell) => readDateCell(cell) !== undefined) > 0.8) {
      columns.push("publishedAt");
    } else if (share(cells, (cell) => readMinutesCell(cell) != null) > 0.8) columns.push("minutes");
    else {
      columns.push(undefined);
      if (letters > longest.length) longest = { at, length: letters };
    }
  }
  if (longest.at >= 0) columns[longest.at] = "title";
  return once(columns);
};

/** Understands a table: by the row that names its columns, else by what stands in them. */
export const layoutOf = (rows: readonly (readonly string[])[]): TableLayout => {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = headOf(row);
    if (columns !== undefined) return { columns, headerRow: at };
  }
  return { columns: guessByCells(rows.slice(0, SAMPLE)), headerRow: undefined };
};
