import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { formOf, ledgerBench, MONTH, rowOf, TODAY } from "../../testing/ledger-bench.ts";
import {
  addForm,
  allForms,
  bookFormSchema,
  continueRow,
  correctRow,
  enterRow,
  formFromHeads,
  isKept,
  keepBook,
  nameIn,
  notePrinted,
  pageOf,
  printOf,
  readRow,
  rowCells,
  sumLedger,
} from "./index.ts";

describe("the built-in books", () => {
  it("are forms that a county's own would have to be too, each once, named in both languages", () => {
    const forms = allForms([]);
    expect(new Set(forms.map(({ id }) => id)).size).toBe(forms.length);
    for (const form of forms) {
      expect(v.safeParse(bookFormSchema, form).success, form.id).toBe(true);
      for (const { name } of form.fields) expect(name.en, form.id).toBeDefined();
      expect(nameIn(form.name, "en")).not.toBe(nameIn(form.name, "zh-CN"));
    }
  });

  it("have the columns that the paper forms must have", () => {
    const musts: Readonly<Record<string, readonly string[]>> = {
      equipment: ["名称", "型号", "规格", "数量", "购买日期", "经办人"],
      run: ["设备", "开机", "关机", "使用人", "五防检查", "信号"],
      repair: ["故障现象", "报修日期", "地点", "维修内容", "维修人", "修好日期", "结果"],
      preview: ["片名", "播放日期", "时间", "地点", "内容"],
      feedback: ["对应节目", "对内容的意见", "想看什么", "署名", "处理结果"],
    };
    for (const [id, names] of Object.entries(musts)) {
      const own = formOf(id).fields.map(({ name }) => name["zh-CN"]);
      expect(own, id).toEqual(expect.arrayContaining([...names]));
    }
    const { fields } = formOf("posts");
    const [post] = fields;
    expect(
      post?.kind.type === "choice" ? post.kind.options.map(({ name }) => name["zh-CN"]) : [],
    ).toEqual(expect.arrayContaining(["组长", "副组长"]));
  });

  it("keep every column that names people out of what is merged and backed up", () => {
    const { apply, hand, records } = ledgerBench();
    const form = formOf("feedback");
    const draft = rowOf(form, "2026-11-03", {
      film: "八段锦教学",
      content: "赵甲说好",
      wants: "腌菜",
      signed: "赵甲",
    });
    const written = enterRow(form, draft, hand());
    apply(written.changes);
    expect(JSON.stringify([...records.values()])).not.toContain("赵甲");
    expect(written.personal).toEqual({ content: "赵甲说好", wants: "腌菜", signed: "赵甲" });
  });
});

describe("a row", () => {
  const repair = formOf("repair");

  it("goes on: what comes later is written in, what stands is not touched, and it is open so long", () => {
    const { apply, hand, ledgers } = ledgerBench();
    const first = enterRow(
      repair,
      rowOf(repair, "2026-11-03", { device: "投影机", fault: "不亮" }),
      hand(),
    );
    apply(first.changes);
    expect(pageOf(ledgers(), repair, MONTH, TODAY).rows[0]?.openDays).toBe(27);
    apply(
      continueRow(
        repair,
        first.id,
        rowOf(repair, "2026-11-10", { device: "x", fault: "x", reported: "2026-11-04" }),
        hand(),
      ).changes,
    );
    const draft = readRow(
      repair,
      { on: "2026-11-20", cells: { mended: "2026-11-19", result: "换了新的" } },
      TODAY,
      repair.fields.filter(({ later }) => later === true),
    );
    if (!draft.ok) throw new Error("draft");
    apply(continueRow(repair, first.id, draft.value, hand()).changes);
    const { rows } = pageOf(ledgers(), repair, MONTH, TODAY);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.openDays).toBeUndefined();
    expect(rowCells(repair, rows[0] ?? raise(), {}, "zh-CN")).toEqual([
      "2026-11-03",
      "投影机 / x",
      null,
      "不亮 / x",
      null,
      "2026-11-04",
      null,
      null,
      "2026-11-19",
      "换了新的",
      null,
    ]);
  });

  it("put right is struck out with its reason and counts for nothing", () => {
    const { apply, hand, ledgers } = ledgerBench();
    const wrong = enterRow(
      repair,
      rowOf(repair, "2026-11-03", { device: "音箱", fault: "没声" }),
      hand(),
    );
    apply(wrong.changes);
    apply(
      correctRow(
        repair,
        wrong,
        "日期抄错",
        rowOf(repair, "2026-11-02", { device: "音箱", fault: "没声" }),
        hand(),
      ).changes,
    );
    const { rows } = pageOf(ledgers(), repair, MONTH, TODAY);
    expect(rows.map(({ entry, struck }) => [entry.on, struck?.reason])).toEqual([
      ["2026-11-02", undefined],
      ["2026-11-03", "日期抄错"],
    ]);
    expect(sumLedger(rows)).toEqual({ rows: 1, open: 1, oldestDays: 28 });
  });

  it("that two posts put right without having met counts once, the same on every PC", () => {
    const { apply, hand, ledgers } = ledgerBench();
    const wrong = enterRow(
      repair,
      rowOf(repair, "2026-11-03", { device: "音箱", fault: "没声" }),
      hand(),
    );
    apply(wrong.changes);
    for (const on of ["2026-11-04", "2026-11-05"]) {
      apply(
        correctRow(
          repair,
          wrong,
          "改",
          rowOf(repair, on, { device: "音箱", fault: "没声" }),
          hand(),
        ).changes,
      );
    }
    expect(sumLedger(pageOf(ledgers(), repair, MONTH, TODAY).rows).rows).toBe(1);
  });
});

const raise = (): never => {
  throw new Error("no row");
};

describe("a month that was printed", () => {
  const run = formOf("run");
  const draft = (on: string) => rowOf(run, on, { device: "全套", from: "8:30", by: "A岗" });

  it("is locked: later rows are marked, and what was printed never vanishes, not even by undo", () => {
    const { apply, undo, hand, ledgers, site } = ledgerBench();
    const printed = enterRow(run, draft("2026-11-03"), hand());
    apply(printed.changes);
    apply(
      notePrinted({ site, book: "run", month: MONTH }, [printed.id], undefined, hand().now),
      false,
    );
    expect(pageOf(ledgers(), run, MONTH, TODAY).amended).toBe(false);
    const late = enterRow(run, { ...draft("2026-11-04"), reason: "漏了" }, hand());
    apply(late.changes);
    const after = pageOf(ledgers(), run, MONTH, TODAY);
    expect(after.rows.map((row) => row.late)).toEqual([false, true]);
    expect(after.amended).toBe(true);
    undo();
    undo();
    const { rows } = pageOf(ledgers(), run, MONTH, TODAY);
    expect(rows.map(({ id }) => id)).toEqual([printed.id]);
    expect(rows[0]?.struck).toBeDefined();
  });

  it("printed again is no longer amended, and keeps its first printing", () => {
    const { apply, hand, ledgers, site } = ledgerBench();
    const row = enterRow(run, draft("2026-11-03"), hand());
    apply(row.changes);
    apply(notePrinted({ site, book: "run", month: MONTH }, [row.id], undefined, hand().now));
    const { first } = printOf(ledgers(), "run", MONTH) ?? raise();
    apply(correctRow(run, row, "没开", undefined, hand()).changes);
    expect(pageOf(ledgers(), run, MONTH, TODAY).amended).toBe(true);
    apply(
      notePrinted(
        { site, book: "run", month: MONTH },
        [row.id],
        printOf(ledgers(), "run", MONTH),
        hand().now,
      ),
    );
    expect(pageOf(ledgers(), run, MONTH, TODAY).amended).toBe(false);
    expect(printOf(ledgers(), "run", MONTH)?.first).toBe(first);
  });
});

describe("a county's own form", () => {
  it("is made of its row of heads", () => {
    const { newId, apply, ledgers } = ledgerBench();
    const made = formFromHeads(
      { name: "冬训登记表", heads: "序号\t日期\t培训内容★\t人数\t参加人签名" },
      newId,
    );
    if (!made.ok) throw new Error(made.error.type);
    expect(
      made.value.fields.map(({ name, kind, must, personal }) => [
        name["zh-CN"],
        kind.type,
        must,
        personal,
      ]),
    ).toEqual([
      ["培训内容", "text", true, undefined],
      ["人数", "count", undefined, undefined],
      ["参加人签名", "text", undefined, true],
    ]);
    apply(addForm(made.value, newId));
    expect(allForms(ledgers().ownForms).at(-1)).toEqual(made.value);
  });

  it.each([
    ["", "内容", "no-name"],
    ["表", "序号 ", "no-columns"],
    ["表", Array.from({ length: 19 }, (_, at) => `列${at}`).join("\t"), "too-many-columns"],
  ])("%j %j is refused: %s", (name, heads, type) => {
    expect(formFromHeads({ name, heads }, () => "id")).toEqual({ ok: false, error: { type } });
  });
});

it("a book is kept until the site says otherwise", () => {
  const { apply, ledgers } = ledgerBench();
  expect(isKept(ledgers().kept, "run")).toBe(true);
  apply(keepBook("run", false));
  expect(isKept(ledgers().kept, "run")).toBe(false);
});
