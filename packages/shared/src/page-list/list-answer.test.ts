import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { listDataSchema } from "../portal-rule/list-rule.ts";
import { type DataPages, dataAddress, readListAnswer } from "./index.ts";

const BASE = "https://www.example.cn/col/";
const at = (page: number): DataPages => ({
  type: "data",
  rule: "example",
  part: 0,
  url: `${BASE}list_{n}.json?_st={minutes}`,
  page,
});
const records = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: `第${index + 1}条消息的题目`,
    url: `/t/${1000 + index}.html`,
    publishTime: "2026-11-20 08:00:00",
  }));
const read = (answer: unknown, data: unknown, page = 0) =>
  readListAnswer(JSON.stringify(answer), v.parse(listDataSchema, data), at(page), BASE);

describe("a list kept as one piece of data", () => {
  const data = { url: "list.json", size: 10 };
  it("is turned by slices of it, and ends", () => {
    const first = read(records(25), data);
    const last = read(records(25), data, 2);
    if (!first.ok || !last.ok) throw new Error("not read");
    expect(first.value.links).toHaveLength(10);
    expect(first.value.links[0]).toMatchObject({
      url: "https://www.example.cn/t/1000.html",
      date: "2026-11-20",
    });
    expect(first.value.next).toMatchObject({ type: "data", page: 1, total: 3 });
    expect(last.value.links).toHaveLength(5);
    expect(last.value.next).toEqual({ type: "none" });
  });
  it("is found inside its wrapping", () => {
    const wrapped = read({ code: 0, data: { total: 3, list: records(3) } }, data);
    expect(wrapped.ok && wrapped.value.links).toHaveLength(3);
  });
});

describe("a list that is asked for page by page", () => {
  const data = { url: "list_{n}.json", size: 10 };
  it("has so many pages as it tells, and goes on to a short one where it tells none", () => {
    const told = read({ data: { total: 35, list: records(10) } }, data);
    const untold = read({ list: records(10) }, data);
    const short = read({ list: records(4) }, data, 3);
    expect(told.ok && told.value.next).toMatchObject({ page: 1, total: 4 });
    expect(untold.ok && untold.value.next).toMatchObject({ type: "data", page: 1 });
    expect(short.ok && short.value.next).toEqual({ type: "none" });
  });
  it("is asked for by its number and the time", () => {
    const rule = v.parse(listDataSchema, data);
    expect(dataAddress(at(2), rule, 26_095_725.9)).toBe(`${BASE}list_3.json?_st=26095725`);
    expect(dataAddress(at(2), { ...rule, from: 0 }, 0)).toBe(`${BASE}list_2.json?_st=0`);
  });
});

describe("what a portal may answer", () => {
  const data = { url: "list.json", href: "link.href", title: "name", each: "rows" };
  it("is read by own properties alone, and no script becomes a link", () => {
    const hostile = [
      null,
      7,
      "text",
      { name: "无地址" },
      { name: "脚本", link: { href: "javascript:alert(1)" } },
      { name: "<b>粗</b>体的题目", link: { href: "/t/1.html" } },
    ];
    const answer = read({ rows: hostile }, data);
    expect(answer.ok && answer.value.links.map(({ title }) => title)).toEqual(["粗体的题目"]);
    expect(read({}, { ...data, each: "constructor.name" })).toMatchObject({ value: { links: [] } });
  });
  it("no data, and too much of it", () => {
    const rule = v.parse(listDataSchema, data);
    const ask = (text: string) => readListAnswer(text, rule, at(0), BASE);
    expect(ask("<html>")).toEqual({ ok: false, error: { type: "no-json" } });
    expect(ask(" ".repeat(3_000_001))).toEqual({ ok: false, error: { type: "too-large" } });
  });
});

describe("a list in a callback", () => {
  const data = v.parse(listDataSchema, { url: "society_{n}.jsonp" });
  const wrapped = `society(${JSON.stringify({ data: { total: 200, list: records(80) } })});`;
  it("is unwrapped, and its first page says how many one holds", () => {
    const first = readListAnswer(wrapped, data, at(0), BASE);
    if (!first.ok || first.value.next.type !== "data") throw new Error("not read");
    expect(first.value.links).toHaveLength(80);
    expect(first.value.next).toMatchObject({ page: 1, total: 3 });
    const rest = `society(${JSON.stringify({ data: { total: 200, list: records(40) } })})`;
    const last = readListAnswer(rest, data, { ...first.value.next, page: 2 }, BASE);
    expect(last.ok && last.value.next).toEqual({ type: "none" });
  });
  it.each([
    "society({}); alert(1)",
    "alert(1), society({})",
    "society({data: {list: [alert(1)]}})",
    "society(alert`1`)",
    "society(society({}))",
    "society(",
    "",
  ])("is data and nothing else: %s is refused", (text) => {
    expect(readListAnswer(text, data, at(0), BASE)).toMatchObject({ ok: false });
  });
});
