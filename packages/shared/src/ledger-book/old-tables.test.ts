/**
 * A site's own old ledgers, as they lie on its PC: a title above the heads, stars and widths in them, cells that
 * reach over rows, heads that come again on each printed page, sums, dates of before the site existed, days as
 * people write them. Every book that comes with the product takes its own.
 */
import { describe, expect, it } from "vitest";
import { TODAY } from "../../testing/ledger-bench.ts";
import {
  allForms,
  type BookField,
  type BookForm,
  ledgerLayout,
  matchRows,
  readRow,
} from "./index.ts";

/** How somebody writes a value into an old table, and what it is. */
const written = ({ kind, name }: BookField): readonly [string, unknown] => {
  switch (kind.type) {
    case "text":
      return [`${name["zh-CN"]}一`, `${name["zh-CN"]}一`];
    case "count":
      return ["12 个", 12];
    case "day":
      return ["1998年3月5日", "1998-03-05"];
    case "hour":
      return ["8点半", "08:30"];
    case "choice": {
      const [option] = kind.options;
      return [option?.name["zh-CN"] ?? "", option?.id];
    }
    case "ticks":
      return [
        kind.options.map((option) => option.name["zh-CN"]).join("、"),
        kind.options.map(({ id }) => id),
      ];
  }
};

/** An old table of a book: a title over all, a row number before its columns, heads with stars. */
const oldTable = (form: BookForm): readonly (readonly string[])[] => {
  const heads = [
    "序号",
    form.dayName["zh-CN"],
    ...form.fields.map(({ name, must }) => `${must === true ? "★" : ""} ${name["zh-CN"]} `),
  ];
  const cells = form.fields.map((field) => written(field)[0]);
  return [
    [`青禾社区 ${form.name["zh-CN"]}`],
    heads,
    // A day that reaches over two rows stands in both, as the readers of tables give it.
    ["1", "1987.5.1", ...cells],
    ["2", "1987.5.1", ...cells],
    heads,
    ["3", "二〇〇九年三月六日（星期五）", ...cells],
    ["4", "同上", ...cells.map(() => "〃")],
    ["", "", ...form.fields.map(() => "")],
    ["合计", "", ...form.fields.map(() => "3")],
  ];
};

describe("an old table of", () => {
  it.each(allForms([]).map((form) => [form.name["zh-CN"], form] as const))(
    "%s is understood column by column, its rows as they were meant",
    (_, form) => {
      const table = oldTable(form);
      const layout = ledgerLayout(form, table);
      expect(layout.headerRow).toBe(1);
      expect(layout.columns).toEqual([undefined, "on", ...form.fields.map(({ id }) => id)]);
      const rows = matchRows(form, table, layout, TODAY);
      expect(rows.map(({ line }) => line)).toEqual([2, 3, 5, 6]);
      const values = Object.fromEntries(form.fields.map((field) => [field.id, written(field)[1]]));
      expect(rows.map(({ read }) => (read.ok ? read.value : read.error))).toEqual([
        { on: "1987-05-01", values },
        { on: "1987-05-01", values },
        { on: "2009-03-06", values },
        { on: "2009-03-06", values },
      ]);
    },
  );
});

describe("a day of an old paper", () => {
  it.each([
    ["一九八七年五月一日", "1987-05-01"],
    ["二○一四年十二月卅一日", "2014-12-31"],
    ["2014年十月廿六日", "2014-10-26"],
    ["2014-3-5 周三", "2014-03-05"],
    ["11月3日（星期二）", "2026-11-03"],
  ])("%s is %s", (typed, on) => {
    const run = allForms([]).find(({ id }) => id === "run");
    if (run === undefined) throw new Error("no run log");
    const read = readRow(run, { on: typed, cells: { device: "x", from: "8:30", by: "a" } }, TODAY);
    expect(read).toMatchObject({ ok: true, value: { on } });
  });

  it("that is none stays none", () => {
    const run = allForms([]).find(({ id }) => id === "run");
    if (run === undefined) throw new Error("no run log");
    for (const typed of ["二月三十日", "周三", "十十月一日", "前天"]) {
      expect(readRow(run, { on: typed, cells: {} }, TODAY).ok).toBe(false);
    }
  });
});
