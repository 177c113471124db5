import { describe, expect, test } from "vitest";
import { editOf } from "./pick-field.ts";

const picked = (text: string) => ({ text, html: `<p>${text}</p>` });

describe("what was pointed at", () => {
  test.each([
    ["title", " 电动自行车充电安全 ", { title: "电动自行车充电安全" }],
    [
      "publisher",
      "发布时间：2026-11-20 来源：县消防救援大队 作者：周岩",
      { publisher: "县消防救援大队" },
    ],
    ["publisher", "县融媒体中心", { publisher: "县融媒体中心" }],
    ["publishedAt", "发布时间：2026年11月3日 09:15", { publishedAt: "2026-11-03" }],
  ] as const)("%s: %s", (field, text, edit) => {
    expect(editOf(field, picked(text))).toEqual({ ok: true, value: edit });
  });

  test("a body keeps markup and text, not yet sanitised: that is done where it is kept", () => {
    expect(editOf("body", picked("天一冷"))).toEqual({
      ok: true,
      value: { body: { from: "person", html: "<p>天一冷</p>", text: "天一冷" } },
    });
  });

  test("an endless title is cut, nothing changes nothing, no date is none", () => {
    const long = editOf("title", picked("长".repeat(5000)));
    expect(long.ok && long.value.title?.length).toBe(300);
    expect(editOf("title", picked("  "))).toMatchObject({ error: { type: "no-words" } });
    expect(editOf("publishedAt", picked("第三讲"))).toMatchObject({ error: { type: "no-date" } });
  });
});
