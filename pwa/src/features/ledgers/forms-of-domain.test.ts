/**
 * Every form that a site is inspected by, with the columns that are found on the paper ones: those marked ★ in
 * docs/forms.md stand in our books, and where somebody fills them by hand they have to be filled. The table is
 * the document itself, so that it cannot say more than is there.
 */
import { readFileSync } from "node:fs";
import { allForms, type BookForm, nameIn } from "@dianbo/shared/ledger-book";
import { MARK_SIGNS } from "@dianbo/shared/roll-call";
import { describe, expect, it } from "vitest";
import { ledgers } from "../../locales/zh-CN/ledgers.ts";
import { papers } from "../../locales/zh-CN/papers.ts";
import { printedSheets } from "../../locales/zh-CN/printed-sheets.ts";
import { register } from "../../locales/zh-CN/register.ts";
import { reports } from "../../locales/zh-CN/reports.ts";

const DOCUMENT = new URL("../../../../docs/forms.md", import.meta.url);

/** The rows of the document's table: form, where it is kept, its columns with ★ behind those that must be there. */
const ROWS = readFileSync(DOCUMENT, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`"))
  .map((line) => {
    const [, form = "", place = "", columns = ""] = line.split("|").map((cell) => cell.trim());
    return {
      form,
      place: /`([^`]+)`/u.exec(place)?.[1] ?? "",
      columns: columns.split("、").map((column) => ({
        // A name that has a comma of its own is written with another, so that it stays one.
        name: column.replace("★", "").replace("，", "、").trim(),
        must: column.includes("★"),
      })),
    };
  });

const { books } = papers.written;
/** Columns of the papers that write themselves, as they are printed. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  catalogue: Object.values(books.catalogue.columns),
  downloads: Object.values(books.downloads.columns),
  wishes: Object.values(books.wishes.columns),
  plan: Object.values(books.plan.columns),
  calls: Object.values(books.calls.columns),
  register: register.columns,
  programme: Object.values(printedSheets.list.columns),
  notice: Object.values(printedSheets.notice.columns),
  report: [...Object.values(reports.totalRows), ...Object.values(reports.sections)],
  slip: Object.values(papers.slip).filter((word) => typeof word === "string"),
  roll: [
    ledgers.rollRoom.place,
    ledgers.rollRoom.name,
    ledgers.rollRoom.came,
    ledgers.rollRoom.sumRow,
    ledgers.rollRoom.period,
    ledgers.rollRoom.unit,
    ledgers.rollRoom.by,
    ledgers.rollRoom.checked,
    ...Object.values(MARK_SIGNS),
  ],
  rules: ledgers.rulesPaper.sheets.map(({ name }) => name),
  guide: ledgers.guidePaper.steps.map(({ name }) => name),
};

const namesOf = (form: BookForm): readonly string[] => [
  nameIn(form.dayName, "zh-CN"),
  ...form.fields.map(({ name }) => nameIn(name, "zh-CN")),
];

describe("the forms of docs/forms.md", () => {
  it("are all the books there are, and the papers that write themselves", () => {
    const places = new Set(ROWS.map(({ place }) => place));
    for (const { id } of allForms([])) expect(places).toContain(id);
    for (const paper of Object.keys(WRITTEN)) expect(places).toContain(paper);
  });

  it.each(ROWS.map((row) => [`${row.form} (${row.place})`, row] as const))(
    "%s has its columns",
    (_, { place, columns }) => {
      const form = allForms([]).find(({ id }) => id === place);
      const there = form === undefined ? WRITTEN[place] : namesOf(form);
      if (there === undefined) throw new Error(`nothing is kept as ${place}`);
      for (const { name, must } of columns) {
        expect(there).toContain(name);
        const field = form?.fields.find((one) => nameIn(one.name, "zh-CN") === name);
        // What is known only later cannot be asked for at first; a fault's mending closes its row.
        if (must && field !== undefined && field.later !== true) expect(field.must).toBe(true);
      }
    },
  );
});
