/** Pictures of the reports with most of a year behind them: the room, a report beside its desk, the year on paper. */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { civilDateSchema } from "@dianbo/shared/clock";
import { makeSiteKey, newSiteId, type Sha512 } from "@dianbo/shared/identity";
import { makeCard } from "@dianbo/shared/report";
import * as v from "valibot";
import { newProfile, openBrowser } from "../support/browser.ts";
import { MANNERS, speak } from "../support/manner.ts";
import { downloadsOfYear, plantYear, showingsOfYear } from "../support/report-year.ts";
import { openSampleBook } from "../support/sample-book.ts";
import { OUT, shrink, take } from "./picture.ts";

const run = promisify(execFile);

const SITES = ["东风村站", "前进村站", "红旗村站", "青禾社区站"];

/** Cards of a month as four sites would send them up; the figures are invented. */
const cardsOf = async (span: string) => {
  const sha512: Sha512 = async (bytes) =>
    new Uint8Array(createHash("sha512").update(bytes).digest());
  const key = await makeSiteKey(new Uint8Array(32).fill(9), sha512);
  return Promise.all(
    SITES.map(async (siteName, at) => {
      const card = await makeCard(
        {
          site: newSiteId(() => `site-${at}-----------------`),
          siteName,
          span,
          madeOn: v.parse(civilDateSchema, `${span}-28`),
          sums: {
            showings: 1 + at,
            plays: 2 + 2 * at,
            minutes: 60 + 31 * at,
            members: 20,
            residents: 30 + at,
            called: 0,
            people: 50 + at,
            uncounted: 0,
            downloads: 5 + 3 * at,
            downloadDays: 4 + at,
            training: 1,
            trainingHours: 4,
            feedback: 3 * at,
            notes: 0,
            previews: 1,
            faults: at % 2,
            mended: 0,
            runs: 3,
            used: 1,
            unused: 0,
            questions: 0,
            answered: 0,
          },
        },
        key,
        sha512,
      );
      return {
        name: `${siteName}.json`,
        mimeType: "application/json",
        buffer: Buffer.from(JSON.stringify(card)),
      };
    }),
  );
};

/** All pictures of the reports. */
export const takeReports = async (address: string): Promise<void> => {
  const profile = await newProfile();
  const browser = await openBrowser({ profile });
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  await page.setViewportSize({ width: 1366, height: 768 });
  await openSampleBook(page, address);
  const year = Number(
    new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai", year: "numeric" }).format(
      Date.now(),
    ),
  );
  const month = new Date().getUTCMonth() + 1;
  await plantYear(page, showingsOfYear(year, month), downloadsOfYear(year));
  const go = async (hash: string, sign = "main h2"): Promise<void> => {
    await page.goto(`${address}/${hash}`);
    await page.locator(sign).first().waitFor();
  };
  await go("#/reports");
  const target = page.getByLabel(/^每月放映/u);
  await target.fill("2");
  await target.press("Enter");
  await page.getByText(/目标 2 场/u).waitFor();
  for (const manner of MANNERS) {
    await speak(page, manner);
    await go("#/reports");
    await take(page, "19-reports", manner);
    await go(`#/reports/${year}`, ".paper h2");
    await take(page, "19-year-report", manner);
  }
  const files = await cardsOf(`${year}-01`);
  for (const manner of MANNERS) {
    await speak(page, manner);
    await go("#/reports/cards", ".paper p");
    await page.locator("main input[type=file]").setInputFiles(files);
    await page.locator(".paper table").waitFor();
    await page.locator("main textarea").fill([...SITES, "丰收村站"].join("\n"));
    await take(page, "19-cards", manner);
  }
  await speak(page, "zh");
  await go(`#/reports/${year}`, ".paper h2");
  const folder = await mkdtemp(join(tmpdir(), "dianbo-report-"));
  const file = (name: string): string => join(folder, name);
  await writeFile(file("report.pdf"), await page.pdf({ preferCSSPageSize: true }));
  await run("pdftoppm", ["-r", "80", "-png", file("report.pdf"), file("page")]);
  await run("convert", [file("page-1.png"), file("page-2.png"), "+append", file("paper.png")]);
  await copyFile(file("paper.png"), join(OUT, "19-year-report-paper.png"));
  await shrink(join(OUT, "19-year-report-paper.png"));
  await rm(folder, { recursive: true });
  await browser.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
};
