import { expect, test } from "vitest";
import { readDay, readMinutes, readTitle, webAddress } from "./item-fields.ts";

test("a day is read as people write it, and only if a calendar has it", () => {
  for (const typed of ["2026-11-24", "2026/11/24", "2026.11.24", "2026年11月24日", "20261124"]) {
    expect(readDay(typed)).toEqual({ ok: true, value: "2026-11-24" });
  }
  expect(readDay("２０２６年３月５日")).toEqual({ ok: true, value: "2026-03-05" });
  expect(readDay(" ")).toEqual({ ok: true, value: null });
  for (const typed of ["2026-02-30", "2026-13-01", "昨天", "11月24日"]) {
    expect(readDay(typed).ok).toBe(false);
  }
});

test("minutes are whole and within a day", () => {
  expect(readMinutes("28 分")).toEqual({ ok: true, value: 28 });
  expect(readMinutes("")).toEqual({ ok: true, value: null });
  for (const typed of ["1441", "2.5", "-3", "半小时"]) {
    expect(readMinutes(typed)).toEqual({ ok: false, error: { type: "no-minutes" } });
  }
});

test("a title is one line and never empty", () => {
  expect(readTitle("  大白菜\n种植 ")).toEqual({ ok: true, value: "大白菜 种植" });
  expect(readTitle(" \n")).toEqual({ ok: false, error: { type: "no-title" } });
  expect(readTitle("字".repeat(301)).ok).toBe(false);
});

test("only the web's addresses are opened", () => {
  expect(webAddress("https://www.12371.cn/a")).toBe("https://www.12371.cn/a");
  for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc", "not one"]) {
    expect(webAddress(url)).toBeUndefined();
  }
});
