import { describe, expect, test } from "vitest";
import { dateInText, dateInUrl } from "./page-date.ts";
import { secondsInText } from "./page-minutes.ts";
import { plainText, withoutLabel, withoutSiteSuffix } from "./page-text.ts";

test.each([
  ["农民工工资支付条例解读--时政--人民网", "农民工工资支付条例解读"],
  ["从严治党没有休止符--理论-中国共产党新闻网", "从严治党没有休止符"],
  ["电动自行车充电安全，记住这八条_青禾县人民政府", "电动自行车充电安全，记住这八条"],
  ["春耕备耕 - 农业农村局", "春耕备耕"],
  ["关于发行一批国债的决议__2007年第23号政府公报_中国政府网", "关于发行一批国债的决议"],
  ["河滩上的秋收_首页青禾_新闻中心_青禾网_qinghe.cn", "河滩上的秋收"],
  ["短题_一个比题目还要长的栏目名称_青禾网", "短题_一个比题目还要长的栏目名称"],
  ["丨一线｜先锋", "丨一线｜先锋"],
  ["一面党旗的故事——三代守旗人", "一面党旗的故事——三代守旗人"],
  ["COVID-19 防护指南", "COVID-19 防护指南"],
  ["", ""],
])("title %s → %s", (title, expected) => {
  expect(withoutSiteSuffix(title)).toBe(expected);
});

test("a site's own name is cut off even where it looks like none", () => {
  expect(withoutSiteSuffix("合唱排练 | 青禾先锋", ["青禾先锋"])).toBe("合唱排练");
});

test.each([
  ["来源：县消防救援大队", "县消防救援大队"],
  ["信息来源: 省农业农村厅 浏览次数：12", "省农业农村厅"],
  ["新华社", "新华社"],
])("publisher %s → %s", (text, expected) => {
  expect(withoutLabel(text)).toBe(expected);
});

test("characters that turn the writing round are taken out", () => {
  expect(plainText("通知\u202Efdp.exe\u202C &amp;lt;b&amp;gt;")).toBe("通知fdp.exe");
});

describe("dates", () => {
  test.each([
    ["发布时间：2026-11-20 09:15", "2026-11-20"],
    ["2026年1月2日", "2026-01-02"],
    ["2026/1/2 10:00", "2026-01-02"],
    ["2026.11.20", "2026-11-20"],
    ["2026-02-31 然后 2026-03-01", "2026-03-01"],
    ["电话 12026-11-2012", undefined],
    ["昨天", undefined],
  ])("%s → %s", (text, expected) => {
    expect(dateInText(text)).toBe(expected);
  });

  test.each([
    ["http://a.cn/bmfw/202611/t20261120_4101023.shtml", "2026-11-20"],
    ["http://a.cn/n1/2019/0615/c1001-31158.html", "2019-06-15"],
    ["http://a.cn/art/2019/5/7/art_1_2.html", "2019-05-07"],
    ["http://www.12371.cn/2026/11/23/VIDE1795393800000014.shtml", "2026-11-23"],
    ["http://www.12371.cn/VIDE1795393800000014.shtml", "2026-11-23"],
    ["http://a.cn/index.html?d=20260101", undefined],
    ["http://a.cn/id/123456789012.html", undefined],
  ])("%s → %s", (url, expected) => {
    expect(dateInUrl(url)).toBe(expected);
  });
});

test.each([
  ["10 分钟", 600],
  ["1小时20分", 4800],
  ["10:04", 604],
  ["1:02:30", 3750],
  ["PT10M4S", 604],
  ["45秒", 45],
  ["720", 720],
  ["不详", undefined],
  ["", undefined],
])("playing time %s → %s", (text, seconds) => {
  expect(secondsInText(text)).toBe(seconds);
});
