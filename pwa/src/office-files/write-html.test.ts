import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import type { OfficeDocument } from "./office-document.ts";
import { writeHtml } from "./write-html.ts";

const HOSTILE = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "</title><b>粗",
  "A & B < C",
  "两\n行",
];

const paper = (more: Partial<OfficeDocument> = {}): OfficeDocument => ({
  title: HOSTILE[2] ?? "",
  lines: [HOSTILE[3] ?? ""],
  tables: [
    {
      name: HOSTILE[0] ?? "",
      columns: HOSTILE.map((name) => ({ name, width: 5, align: "left" as const })),
      rows: [HOSTILE, [1, null, "", 0, "x"]],
      struck: [1],
    },
  ],
  foot: [],
  signed: [HOSTILE[1] ?? ""],
  across: true,
  sheets: true,
  ...more,
});

describe("a page that we write", () => {
  it("says what was typed and does nothing that was typed", () => {
    const { document } = parseHTML(writeHtml(paper(), "zh-CN"));
    expect(document.querySelectorAll("script, img, b, iframe, link, object")).toHaveLength(0);
    const rows = [...document.querySelectorAll("tr")].map((row) =>
      [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent),
    );
    expect(rows).toEqual([HOSTILE, HOSTILE, ["1", "", "", "0", "x"]]);
    expect(document.querySelector("title")?.textContent).toBe(HOSTILE[2]);
    expect(document.querySelectorAll("tr.struck")).toHaveLength(1);
    expect(document.querySelector(".foot span")?.textContent).toBe(HOSTILE[1]);
    expect(document.querySelector("meta[http-equiv]")?.getAttribute("content")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  });

  it("has a sheet for each table where it is a ledger's, and one for all where it is a report's", () => {
    const [table] = paper().tables;
    if (table === undefined) throw new Error("no table");
    const count = (document: OfficeDocument): number =>
      parseHTML(writeHtml(document, "en")).document.querySelectorAll(".sheet").length;
    expect(count(paper({ tables: [table, table] }))).toBe(2);
    expect(count(paper({ tables: [table, table], sheets: false }))).toBe(1);
  });
});
