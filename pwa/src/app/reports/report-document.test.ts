/**
 * A report of a month, a quarter and a year as a text for WPS, read back by a stranger: its paragraphs, its tables
 * and their totals, held against plain sums over the rows it was made of.
 */
import { civilDateSchema, instantSchema } from "@dianbo/shared/clock";
import { newRecordId, newSiteId } from "@dianbo/shared/identity";
import { type RegisteredShowing, readSiteTargets } from "@dianbo/shared/ledger";
import { readLedgers } from "@dianbo/shared/ledger-book";
import { figuresOf, layOut, readSpan, sectionsOf } from "@dianbo/shared/report";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { reports as words } from "../../locales/zh-CN/reports.ts";
import { writeDocx } from "../../office-files/write-docx.ts";
import { composeReport } from "./compose-report.ts";
import { reportDocument } from "./report-document.ts";
import { spanName } from "./span-words.ts";

const TODAY = v.parse(civilDateSchema, "2026-12-31");
let ids = 0;
const newId = (): string => {
  ids += 1;
  return `report-document-${String(ids).padStart(8, "0")}`;
};
const SITE = newSiteId(newId);

/** What was shown, as one would note it on a sheet: the day, minutes, members, residents. */
const ROWS = [
  ["2026-03-02", 28, 11, 5],
  ["2026-03-19", 40, 7, 0],
  ["2026-05-06", 90, 20, 31],
  ["2026-11-02", 96, 14, 5],
] as const;

const showings = ROWS.map(([day, minutes, members, residents]): RegisteredShowing => {
  const on = v.parse(civilDateSchema, day);
  const id = newRecordId(newId);
  return {
    id,
    on,
    lines: [
      {
        id: newRecordId(newId),
        kind: "playback",
        startedAt: v.parse(instantSchema, Date.parse(`${day}T11:00:00Z`)),
        title: `片 ${day}`,
        number: 3001,
        played: { seconds: minutes * 60, completed: true },
      },
    ],
    report: { id, on, members, residents },
  };
});

const bench = layOut({
  showings,
  rolls: [],
  downloads: [],
  wishes: [],
  items: new Map(),
  ledgers: readLedgers([], SITE),
  uses: [],
  questions: [],
  branches: [],
  branchOf: () => undefined,
  today: TODAY,
});

const sum = (within: string, at: 1 | 2 | 3): number =>
  ROWS.filter(([day]) => within === "" || new RegExp(within, "u").test(day)).reduce(
    (all, row) => all + row[at],
    0,
  );

const readBack = async (key: string) => {
  const span = readSpan(key);
  if (span === undefined) throw new Error(key);
  const report = composeReport(span, figuresOf(bench, span), {
    records: new Map(),
    site: SITE,
    language: "zh-CN",
    today: TODAY,
    targets: readSiteTargets(undefined, SITE),
    days: 2,
  });
  const paper = reportDocument(report, "docx", {
    siteName: "青禾社区站",
    stand: words.whole,
    branches: [],
    branchTargets: new Map(),
    words,
  });
  const bytes = await writeDocx(paper);
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  const { document } = parseHTML(`<html><body>${value}</body></html>`);
  return {
    span,
    report,
    paragraphs: [...document.querySelectorAll("p, h1, h2")].map(({ textContent }) => textContent),
    tables: [...document.querySelectorAll("table")].map((table) =>
      [...table.querySelectorAll("tr")].map((row) =>
        [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? ""),
      ),
    ),
  };
};

describe("a report as a text for WPS", () => {
  it.each([
    ["2026-03", "^2026-03"],
    ["2026-q2", "^2026-0[456]"],
    ["2026", "^2026"],
  ])("of %s has its words, tables and totals", async (key, within) => {
    const { span, report, paragraphs, tables } = await readBack(key);
    expect(paragraphs).toContain(`青禾社区站 ${spanName(span, words)}`);
    expect(report.parts.map(({ section }) => section)).toEqual(sectionsOf(span));
    for (const [at, { section, text }] of report.parts.entries()) {
      expect(paragraphs).toContain(
        words.heading(words.ordinals[at] ?? "", words.sections[section]),
      );
      expect(paragraphs).toContain(text);
    }
    expect(paragraphs.some((one) => one?.includes("组长（签字）") === true)).toBe(true);

    const own = ROWS.filter(([day]) => new RegExp(within, "u").test(day));
    const people = sum(within, 2) + sum(within, 3);
    const totals = new Map(tables[0]?.map(([name, value]) => [name, value]));
    expect(totals.get("放映场次")).toBe(String(own.length));
    expect(totals.get("放映分钟")).toBe(String(sum(within, 1)));
    expect(totals.get("党员人次")).toBe(String(sum(within, 2)));
    expect(totals.get("群众人次")).toBe(String(sum(within, 3)));
    expect(totals.get("人次合计")).toBe(String(people));

    const [heads, ...months] = tables[1] ?? [];
    expect(heads).toEqual(words.monthColumns);
    const last = months.at(-1) ?? [];
    expect(last.slice(0, 6)).toEqual(
      ["合计", own.length, own.length, sum(within, 1), sum(within, 2), sum(within, 3)].map(String),
    );
    // The sum is that of the rows above it, column by column.
    for (const column of [1, 2, 3, 4, 5, 7]) {
      const above = months.slice(0, -1).reduce((all, row) => all + Number(row[column] ?? 0), 0);
      expect(String(above)).toBe(last[column]);
    }
  });
});
