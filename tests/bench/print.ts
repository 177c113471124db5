/**
 * A book of 2,000 items, from the button to the PDF: cover, shelves, both indexes and back. Beside it, in the
 * same browser, the same rows as a plain table, the way any page is printed. What came out is read back from
 * the PDF's text: rows, headings, indexes and page numbers are counted as faults where they are wrong. Needs
 * the built app (`npm run build`).
 */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { commitChanges, create, type RecordState } from "@dianbo/shared/changes";
import { fixedClock } from "@dianbo/shared/clock";
import type { Courseware } from "@dianbo/shared/courseware";
import { newDeviceId, newSiteId, newWriterId } from "@dianbo/shared/identity";
import type { Page } from "playwright-core";
import { serveApp } from "../../scripts/serve-app.ts";
import {
  faultyIndexes,
  faultyPageNumbers,
  faultyRows,
  orphanHeadings,
  readBookPdf,
} from "../support/book-pdf.ts";
import { DIST, newProfile, openBrowser } from "../support/browser.ts";
import { type BenchLine, benchLine } from "./measure.ts";
import { itemsToSearch } from "./search-library.ts";

const ITEMS = 2000;
const A4 = { preferCSSPageSize: true } as const;

/** The items as the library stores them. */
const recordsOf = (items: readonly Courseware[]): readonly RecordState[] => {
  let last = 0;
  const newId = (): string => {
    last += 1;
    return `bench-${String(last).padStart(18, "0")}`;
  };
  const puts = items.flatMap(({ id, title, kind, category, minutes, number }) =>
    create({ id, kind: "courseware" }, { title, kind, category, minutes, number }),
  );
  return commitChanges(
    () => undefined,
    { label: { type: "bench" }, puts },
    {
      site: newSiteId(newId),
      writer: newWriterId(newDeviceId(newId), newId),
      post: "A",
      counter: 1,
      stamp: { millis: fixedClock(Date.UTC(2026, 10, 24)).now(), tick: 0 },
    },
  ).states;
};

const store = (page: Page, records: readonly RecordState[]): Promise<void> =>
  page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("dianbo-library");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction("records", "readwrite");
          const rows: unknown[] = JSON.parse(text);
          for (const row of rows) writing.objectStore("records").put(row);
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    JSON.stringify(records),
  );

/** Seconds that something takes. */
const seconds = async <T>(work: () => Promise<T>): Promise<{ took: number; result: T }> => {
  const start = performance.now();
  const result = await work();
  return { took: (performance.now() - start) / 1000, result };
};

/** Presses 打印 and waits until every page is drawn; also the longest time in which the page answered nothing. */
const drawAll = (page: Page): Promise<{ readonly stuck: number }> =>
  page.evaluate(
    () =>
      new Promise<{ stuck: number }>((resolve) => {
        let stuck = 0;
        let before = performance.now();
        const beat = setInterval(() => {
          stuck = Math.max(stuck, performance.now() - before);
          before = performance.now();
        }, 0);
        window.print = () => {
          clearInterval(beat);
          resolve({ stuck });
        };
        const buttons = [...document.querySelectorAll<HTMLButtonElement>("aside button.go")];
        buttons[0]?.click();
      }),
  );

const plainTable = (items: readonly Courseware[]): string =>
  `<!doctype html><meta charset="utf-8"><style>@page{size:A4;margin:14mm}body{font:18pt sans-serif}</style>
  <table>${items.map(({ number, title, minutes }) => `<tr><td>${number}<td>${title}<td>${minutes ?? ""}`).join("")}</table>`;

/** Runs the bench. */
export const bench = async (): Promise<readonly BenchLine[]> => {
  const items = itemsToSearch(ITEMS).filter(({ number }) => number != null);
  const expected = items.map(({ number, title }) => ({ number: number ?? 0, title }));
  const server = await serveApp({ root: join(DIST, "pwa"), port: 0 });
  const profile = await newProfile();
  const browser = await openBrowser({ profile, isMeasured: true });
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(() => localStorage.setItem("dianbo-language", "zh-CN"));
    await page.goto(`http://127.0.0.1:${server.port}/#/book`);
    await page.getByRole("tab").first().waitFor();
    await store(page, recordsOf(items));
    await page.goto("about:blank");
    await page.goto(`http://127.0.0.1:${server.port}/#/book/print`);
    await page.locator(".paper").first().waitFor();

    const drawn = await seconds(() => drawAll(page));
    const pages = await page.locator(".paper").count();
    const printed = await seconds(() => page.pdf(A4));

    await page.reload();
    await page.locator(".paper").first().waitFor();
    // Ctrl+P cannot wait: there all pages are drawn in one go.
    const atOnce = await page.evaluate(() => {
      const start = performance.now();
      window.dispatchEvent(new Event("beforeprint"));
      return performance.now() - start;
    });

    const plain = await browser.context.newPage();
    await plain.setContent(plainTable(items));
    const table = await seconds(() => plain.pdf(A4));
    const tablePages = (await readBookPdf(table.result)).length;

    const read = await readBookPdf(printed.result);
    const none = (name: string, faults: readonly string[]): BenchLine => {
      for (const fault of faults.slice(0, 5)) console.error(fault);
      return benchLine(
        { name: `print ${items.length}: ${name}`, unit: "faults", limit: 0 },
        faults.length,
        "items",
        items.length,
      );
    };
    const name = `print ${items.length}`;
    return [
      benchLine({ name: `${name}: pages`, unit: "pages" }, read.length, "plain table", tablePages),
      benchLine(
        { name: `${name}: button to PDF`, unit: "s" },
        drawn.took + printed.took,
        "plain table to PDF",
        table.took,
      ),
      benchLine(
        { name: `${name}: a page to PDF`, unit: "ms" },
        (1000 * (drawn.took + printed.took)) / read.length,
        "a page of the plain table",
        (1000 * table.took) / tablePages,
      ),
      benchLine(
        { name: `${name}: longest pause of the desk while pages are drawn`, unit: "ms" },
        drawn.result.stuck,
        "all pages drawn at once",
        atOnce,
      ),
      none(
        "pages drawn and not printed",
        pages === read.length ? [] : [`${pages}, ${read.length}`],
      ),
      none("rows lost, doubled or split", faultyRows(read, expected)),
      none("headings alone", orphanHeadings(read)),
      none("entries of the indexes wrong", faultyIndexes(read, expected)),
      none("page numbers wrong", faultyPageNumbers(read)),
    ];
  } finally {
    await browser.close();
    await server.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};
