import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { OfficeCell, OfficeDocument } from "./office-document.ts";
import { parseTable } from "./parse-table.ts";
import { writeDocx } from "./write-docx.ts";
import { writeXlsx } from "./write-xlsx.ts";

const HOSTILE: readonly (readonly OfficeCell[])[] = [
  [1014, "微党课：一面党旗的故事", 10, null],
  [3018, '=HYPERLINK("http://x","点")', 25, "老年人"],
  [3019, "+1-2@SUM(A1)", null, "-"],
  [3020, "@A1 & <b>\"'", 0, "\t两\n行"],
  [5017, `${"长".repeat(299)}𠮷`, 124, "㐂、𠮷"],
  [5018, "坏字\u0000\u0007\uD800尾", 1, ""],
];

const documentOf = (rows: readonly (readonly OfficeCell[])[]): OfficeDocument => ({
  title: "青禾社区点播本 & 节目表",
  lines: ["第 12 期"],
  tables: [
    {
      name: "节目[表]/1",
      columns: [
        { name: "编号", width: 5, align: "center" },
        { name: "名称", width: 20, align: "left" },
        { name: "时长（分）", width: 5, align: "right" },
        { name: "适合对象", width: 8, align: "left" },
      ],
      rows,
    },
    {
      name: "套餐",
      columns: [{ name: "套餐名", width: 10, align: "left" }],
      rows: [["老年保健餐"]],
    },
  ],
  foot: ["2026年11月24日"],
});

/** What a person sees of a cell: what no file can hold is gone, lines and spaces aside. */
const seen = (cell: OfficeCell | undefined): string =>
  String(cell ?? "")
    .replace(/[\u0000\u0007]/gu, "")
    .replace(/\uD800/gu, "\uFFFD")
    .replace(/\s+/gu, "");

const readBack = async (bytes: Uint8Array): Promise<readonly (readonly unknown[])[][]> => {
  const folder = await mkdtemp(join(tmpdir(), "dianbo-office-"));
  const file = join(folder, "t.xlsx");
  await writeFile(file, bytes);
  try {
    const sheets = await readXlsx(file);
    return sheets.map(({ data }) => data);
  } finally {
    await rm(folder, { recursive: true });
  }
};

describe("a workbook that we write", () => {
  it("is read back by a stranger cell by cell, numbers as numbers, formulas as words", async () => {
    const [programmes, menus] = await readBack(writeXlsx(documentOf(HOSTILE)));
    expect(programmes?.[0]?.[0]).toBe("青禾社区点播本 & 节目表 节目[表]/1");
    expect(programmes?.[1]).toEqual(["编号", "名称", "时长（分）", "适合对象"]);
    expect(programmes?.slice(2).map((row) => row[0])).toEqual(HOSTILE.map((row) => row[0]));
    for (const [at, row] of HOSTILE.entries()) {
      for (const [column, cell] of row.entries()) {
        const read = programmes?.[at + 2]?.[column];
        if (typeof cell === "number") expect(read).toBe(cell);
        else expect(seen(read as OfficeCell)).toBe(seen(cell));
      }
    }
    expect(menus?.[2]).toEqual(["老年保健餐"]);
  });

  it("is read back by our own reader", () => {
    const table = parseTable(writeXlsx(documentOf(HOSTILE)));
    if (!table.ok) throw new Error(table.error.type);
    const [programmes, menus] = table.value.sheets;
    expect(programmes?.name).toBe("节目 表  1");
    expect(menus?.name).toBe("套餐");
    for (const [at, row] of HOSTILE.entries()) {
      expect(programmes?.rows[at + 2]?.map(seen)).toEqual(
        row.map(seen).slice(0, programmes?.rows[at + 2]?.length),
      );
    }
  });

  it("holds 10,000 rows, and none", async () => {
    const rows = Array.from({ length: 10_000 }, (_, at): OfficeCell[] => [
      at,
      `课件 ${at}`,
      5,
      null,
    ]);
    const [many] = await readBack(writeXlsx(documentOf(rows)));
    expect(many).toHaveLength(10_002);
    expect(many?.at(-1)?.[1]).toBe("课件 9999");
    const [none] = await readBack(writeXlsx(documentOf([])));
    expect(none).toHaveLength(2);
  });
});

describe("a text that we write", () => {
  it("is read back by a stranger cell by cell, with its heads and its foot", async () => {
    const bytes = await writeDocx(documentOf(HOSTILE));
    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const { document } = parseHTML(`<html><body>${html}</body></html>`);
    const [programmes, menus] = [...document.querySelectorAll("table")].map((table) =>
      [...table.querySelectorAll("tr")].map((row) =>
        [...row.querySelectorAll("td, th")].map((cell) => cell.textContent ?? ""),
      ),
    );
    expect(programmes?.[0]).toEqual(["编号", "名称", "时长（分）", "适合对象"]);
    expect(programmes?.slice(1).map((row) => row.map(seen))).toEqual(
      HOSTILE.map((row) => row.map(seen)),
    );
    expect(menus?.[1]).toEqual(["老年保健餐"]);
    expect(document.body.textContent).toContain("第 12 期");
    expect(document.body.textContent).toContain("2026年11月24日");
  });

  it("holds a thousand rows, and none", async () => {
    const rows = Array.from({ length: 1_000 }, (_, at): OfficeCell[] => [
      at,
      `课件 ${at}`,
      5,
      null,
    ]);
    expect((await writeDocx(documentOf(rows))).length).toBeGreaterThan(10_000);
    expect((await writeDocx(documentOf([]))).length).toBeGreaterThan(3_000);
  });
});
