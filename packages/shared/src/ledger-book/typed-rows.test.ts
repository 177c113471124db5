import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formOf, ledgerBench, MONTH, rowOf, TODAY } from "../../testing/ledger-bench.ts";
import {
  enterRow,
  enterRows,
  ledgerLayout,
  matchRows,
  nameIn,
  pageOf,
  readRow,
  rowCells,
} from "./index.ts";

describe("what is typed", () => {
  const run = formOf("run");
  it.each([
    ["", {}, "on", "missing"],
    ["2026-02-30", {}, "on", "no-day"],
    ["2026-12-01", {}, "on", "to-come"],
    ["2026-11-03", {}, "device", "missing"],
    ["2026-11-03", { device: "全套", from: "25:00" }, "from", "no-hour"],
    ["2026-11-03", { device: "全套", from: "8:30", by: "老王" }, "by", "no-choice"],
    [
      "2026-11-03",
      { device: "全套", from: "8:30", by: "a", guards: "防火,防鼠" },
      "guards",
      "no-choice",
    ],
  ] as const)("%j %j: %s %s", (on, cells, field, why) => {
    expect(readRow(run, { on, cells }, TODAY)).toEqual({
      ok: false,
      error: { type: "row-problem", field, why },
    });
  });

  it.each([
    ["3日", "8点半", "2026-11-03", "08:30"],
    ["11月3日", "8：30", "2026-11-03", "08:30"],
    ["2026年1月5日", "0830", "2026-01-05", "08:30"],
    ["1998-3-5", "20点", "1998-03-05", "20:00"],
  ])("%s %s is %s %s", (on, from, day, hour) => {
    const read = readRow(run, { on, cells: { device: "全套", from, by: "B岗" } }, TODAY);
    expect(read).toMatchObject({ ok: true, value: { on: day, values: { from: hour, by: "b" } } });
  });

  it.each([
    ["黑板、LED 屏", ["blackboard", "led"]],
    ["黑板 宣传栏", ["blackboard", "board"]],
    ["微信群，微信群", ["group"]],
  ])("ticks written as %s are %j", (ways, ids) => {
    const cells = { film: "x", day: "2026-11-05", hour: "19:00", place: "x", content: "x", ways };
    const read = readRow(formOf("preview"), { on: "2026-11-03", cells }, TODAY);
    expect(read).toMatchObject({ ok: true, value: { values: { ways: ids } } });
  });

  it("is never thrown at", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (on, from, guards) => {
        const read = readRow(run, { on, cells: { device: "x", from, by: "a", guards } }, TODAY);
        return read.ok || read.error.type === "row-problem";
      }),
    );
  });
});

describe("an old table", () => {
  const lending = formOf("lending");
  const TABLE = [
    ["红旗村借还登记", "", "", ""],
    ["序号", "借出日期", "种类★", "编号和内容", "借用人", "归还日期"],
    ["1", "2026.10.8", "U盘", "3号 农技", "王 芳", "10月12日"],
    ["2", "2026-10-9", "光盘", "7号 戏曲", "李强", ""],
    ["3", "昨天", "光盘", "8号", "张三", ""],
    ["合计", "", "", "3", "", ""],
  ];

  it("is understood by its heads; rows that do not fit are told, sums are passed over", () => {
    const layout = ledgerLayout(lending, TABLE);
    expect(layout).toEqual({
      columns: [undefined, "on", "sort", "what", "borrower", "returned"],
      headerRow: 1,
    });
    const rows = matchRows(lending, TABLE, layout, TODAY);
    expect(rows.map(({ line, read }) => [line, read.ok ? read.value.on : read.error.why])).toEqual([
      [2, "2026-10-08"],
      [3, "2026-10-09"],
      [4, "no-day"],
    ]);
  });

  it("keeps the order of its rows, those of one day too", () => {
    const { apply, hand, ledgers } = ledgerBench();
    const posts = formOf("posts");
    const names = ["组长", "副组长", "管理员（A岗）", "管理员（B岗）", "播放员"];
    const drafts = names.map((post) =>
      rowOf(posts, "2026-11-01", { post, name: "某某", duties: "放映" }),
    );
    apply(enterRows(posts, drafts, hand()).changes);
    const { rows } = pageOf(ledgers(), posts, undefined, TODAY);
    expect(rows.map((row) => rowCells(posts, row, {}, "zh-CN")[1])).toEqual(names);
  });

  it("comes back as it went out", () => {
    const { apply, hand, ledgers } = ledgerBench();
    const run = formOf("run");
    apply(
      enterRow(
        run,
        rowOf(run, "2026-11-03", {
          device: "全套",
          from: "8:30",
          to: "11:00",
          by: "A岗",
          guards: "防火、防盗",
          signal: "断断续续",
          state: "好",
        }),
        hand(),
      ).changes,
    );
    const { rows } = pageOf(ledgers(), run, MONTH, TODAY);
    const out = rows.map((row) =>
      rowCells(run, row, {}, "zh-CN").map((cell) => String(cell ?? "")),
    );
    const heads = [nameIn(run.dayName, "zh-CN"), ...run.fields.map(({ name }) => name["zh-CN"])];
    const table = [heads, ...out];
    const [back] = matchRows(run, table, ledgerLayout(run, table), TODAY);
    expect(back?.read).toEqual({ ok: true, value: { on: "2026-11-03", values: rows[0]?.values } });
  });
});
